// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/config/labfile.h"

#include "backend/config/fieldreader.h"

#include <QFile>
#include <QSaveFile>

namespace graticule {

LabFile readLabFile(const QString &path)
{
    LabFile lab;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return lab;
    Mistakes mistakes;
    const YamlNode root = parseYaml(file.read(100'000), mistakes);
    FieldReader reader(root, {}, mistakes);
    lab.running = reader.flag(QStringLiteral("running"), false);
    lab.sites = int(reader.number(QStringLiteral("sites"), 0, 0, 1'000'000));
    lab.seed = quint64(reader.number(QStringLiteral("seed"), 0, 0, 9e15));
    reader.finish();
    if (!mistakes.isEmpty())
        lab = {false, 0, 0, mistakes.first().toString(path)};
    return lab;
}

Result<Done> writeLabFile(const QString &path, const LabFile &lab)
{
    QSaveFile file(path);
    const QByteArray text = QStringLiteral("running: %1\nsites: %2\nseed: %3\n")
                                .arg(lab.running ? QStringLiteral("true") : QStringLiteral("false"))
                                .arg(lab.sites)
                                .arg(lab.seed)
                                .toUtf8();
    if (file.open(QIODevice::WriteOnly) && file.write(text) >= 0 && file.commit())
        return Done();
    return Error{ErrorKind::Internal, Fault::Input,
                 QStringLiteral("Cannot write %1: %2.").arg(path, file.errorString()), std::nullopt};
}

} // namespace graticule
