// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/config/labfile.h"

#include "backend/config/fieldreader.h"

#include <QFile>
#include <QSaveFile>

#include <yaml-cpp/emitter.h>
#include <yaml-cpp/emittermanip.h>

namespace graticule {
namespace {

constexpr int kMostSeconds = 400'000'000; // more than clock-wrong takes

QByteArray textOf(const LabFile &lab)
{
    YAML::Emitter out;
    out << YAML::BeginMap;
    out << YAML::Key << "running" << YAML::Value << lab.running;
    out << YAML::Key << "sites" << YAML::Value << lab.sites;
    out << YAML::Key << "seed" << YAML::Value << lab.seed;
    if (!lab.faults.isEmpty()) {
        out << YAML::Key << "faults" << YAML::Value << YAML::BeginSeq;
        for (const LabFile::Step &step : lab.faults) {
            out << YAML::Flow << YAML::BeginMap;
            out << YAML::Key << "kind" << YAML::Value << step.kind.toStdString();
            out << YAML::Key << "target" << YAML::Value << YAML::DoubleQuoted << step.target.toStdString();
            if (step.seconds != 0)
                out << YAML::Key << "seconds" << YAML::Value << step.seconds;
            out << YAML::EndMap;
        }
        out << YAML::EndSeq;
    }
    out << YAML::EndMap;
    return QByteArray::fromStdString(out.c_str()) + '\n';
}

} // namespace

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
    for (FieldReader &item : reader.list(QStringLiteral("faults"))) {
        LabFile::Step step;
        step.kind = item.requiredText(QStringLiteral("kind"), QStringLiteral("is missing: a fault, or heal"));
        step.target = item.requiredText(QStringLiteral("target"), QStringLiteral("is missing: what it is about"));
        step.seconds = int(item.number(QStringLiteral("seconds"), 0, -kMostSeconds, kMostSeconds));
        item.finish();
        lab.faults.append(step);
    }
    reader.finish();
    if (!mistakes.isEmpty())
        lab = {false, 0, 0, mistakes.first().toString(path), {}};
    return lab;
}

Result<Done> writeLabFile(const QString &path, const LabFile &lab)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(textOf(lab)) >= 0 && file.commit())
        return Done();
    return Error{ErrorKind::Internal, Fault::Input,
                 QStringLiteral("Cannot write %1: %2.").arg(path, file.errorString()), std::nullopt};
}

} // namespace graticule
