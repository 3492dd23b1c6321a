// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/keeper/incidentkeys.h"

#include "backend/authority/signingkey.h"
#include "backend/domain/saying.h"

#include <QFile>
#include <QSaveFile>

namespace graticule {
namespace {

constexpr qint64 kMostBytes = 1 << 20;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(kMostBytes) : QByteArray();
}

} // namespace

QString IncidentKeys::nameOf(const QString &fingerprint) const
{
    const QString ownFile = m_home.dataDirectory() + QStringLiteral("/incident.key");
    if (QFile::exists(ownFile)) {
        const auto own = SigningKey::in(ownFile);
        if (own && fingerprintOf(own->publicKey()) == fingerprint)
            return phrase("phrase.signer-own");
    }
    const QList<QByteArray> lines = contentOf(file()).split('\n');
    for (const QByteArray &line : lines) {
        const QString text = QString::fromUtf8(line).trimmed();
        if (text.section(u' ', 0, 0) == fingerprint)
            return text.section(u' ', 1).trimmed().isEmpty() ? phrase("phrase.signer-unnamed")
                                                             : text.section(u' ', 1).trimmed();
    }
    return {};
}

Result<Done> IncidentKeys::remember(const QString &fingerprint, const QString &name) const
{
    if (!nameOf(fingerprint).isEmpty())
        return Done();
    if (const auto made = makePrivateDirectory(m_home.configDirectory()); !made)
        return made.error();
    QByteArray content = contentOf(file());
    if (!content.isEmpty() && !content.endsWith('\n'))
        content += '\n';
    content += fingerprint.toUtf8() + ' ' + name.simplified().toUtf8() + '\n';
    QSaveFile out(file());
    const bool isWritten = out.open(QIODevice::WriteOnly) &&
                           out.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
                           out.write(content) == content.size() && out.commit();
    if (!isWritten)
        return Error{ErrorKind::Internal, Fault::Ours,
                     QStringLiteral("%1 cannot be written: %2.").arg(file(), out.errorString()), std::nullopt};
    return Done();
}

} // namespace graticule
