// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/keeper/keepernote.h"

#include <QFile>

namespace graticule {
namespace {

constexpr qint64 kLongest = 4096;

}

QByteArray KeeperNote::text() const
{
    return QByteArray::number(processId) + '\n' + build.toUtf8() + '\n' + QFile::encodeName(socketPath) + '\n';
}

KeeperNote KeeperNote::parse(const QByteArray &text)
{
    const QByteArrayList lines = text.split('\n');
    KeeperNote note;
    note.processId = lines.value(0).toLongLong();
    note.build = QString::fromUtf8(lines.value(1));
    note.socketPath = QFile::decodeName(lines.value(2));
    return note;
}

KeeperNote KeeperNote::in(const QString &lockFile)
{
    QFile file(lockFile);
    return file.open(QIODevice::ReadOnly) ? parse(file.read(kLongest)) : KeeperNote();
}

} // namespace graticule
