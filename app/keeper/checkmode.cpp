// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keeper/composition.h"
#include "app/keeper/modes.h"
#include "backend/authority/authority.h"
#include "backend/authority/certificate.h"
#include "backend/config/keeperconfig.h"
#include "backend/config/labfile.h"
#include "backend/config/yamlnode.h"
#include "backend/keeper/keeperhome.h"
#include "backend/places/labelkeys.h"
#include "backend/places/labelrules.h"

#include <QDir>
#include <QFileInfo>

#include <cstdio>

namespace graticule {
namespace {

void print(const QString &line)
{
    std::printf("%s\n", qUtf8Printable(line));
}

/// What was read, and how many mistakes were named.
struct Checked
{
    qsizetype connections = 0;
    qsizetype mistakes = 0;

    void report(const QString &file, const Mistakes &found)
    {
        for (const Mistake &mistake : found)
            print(mistake.toString(file));
        mistakes += found.size();
    }
};

/// What a connection says of its place and cannot mean.
Mistakes checkLabels(const QString &path, const ConnectionConfig &config, const SiteResolver &sites)
{
    SiteHints hints;
    hints.connection = config.id;
    hints.uid = config.name;
    hints.name = config.name;
    hints.declared = config.labels;
    const QString trouble = sites.resolve(hints).place.mismatch;
    QFile file(path);
    Mistakes found;
    const YamlNode root = file.open(QIODevice::ReadOnly) ? parseYaml(file.readAll(), found) : YamlNode();
    found.clear(); // said by whoever read the connection
    const QString field = root.entry(QStringLiteral("place")) ? QStringLiteral("place") : QStringLiteral("labels");
    const YamlNode::Entry *entry = root.entry(field);
    const int line = entry ? entry->line : 0;
    if (!trouble.isEmpty())
        found.append({line, field, trouble});
    for (const PlaceTrouble &city : sites.troubles(config.labels)) { // the others are in what the resolver remarks
        if (city.label == labelkeys::kCity)
            found.append(
                {line, field, QStringLiteral("city \"%1\" %2").arg(config.labels.value(city.label), city.text)});
    }
    return found;
}

/// Files that look like connections and are not read.
void checkNames(const QString &directory, Checked &checked)
{
    for (const QFileInfo &file : QDir(directory).entryInfoList(QDir::Files | QDir::System, QDir::Name)) {
        const QString suffix = file.suffix().toLower();
        if (file.suffix() != QLatin1String("yaml") &&
            (suffix == QLatin1String("yml") || suffix == QLatin1String("yaml")))
            checked.report(file.filePath(),
                           {{0,
                             {},
                             QStringLiteral("is not read: its name must end in .yaml, so call it %1.yaml")
                                 .arg(file.completeBaseName())}});
    }
}

void checkConnections(const QString &directory, Checked &checked)
{
    const Composition composition;
    ConnectionFiles files(directory, composition.registry);
    files.load();
    for (const BrokenConnectionFile &broken : files.broken())
        checked.report(broken.path, broken.mistakes);
    for (const BrokenConnectionFile &file : files.checkFiles())
        checked.report(file.path, file.mistakes);
    for (const ConnectionConfig &config : files.connections())
        checked.report(files.pathOf(config.id), checkLabels(files.pathOf(config.id), config, *composition.sites));
    checkNames(directory, checked);
    checked.connections += qsizetype(files.connections().size());
}

void checkRules(const QString &connectionsDirectory, Checked &checked)
{
    const QString path = Keeper::rulesBeside(connectionsDirectory);
    const QString other = QFileInfo(path).path() + QStringLiteral("/label-rules.yml");
    if (QFileInfo::exists(other))
        checked.report(other, {{0, {}, QStringLiteral("is not read: call it label-rules.yaml")}});
    QFile file(path);
    if (!QFileInfo::exists(path))
        return;
    if (!file.open(QIODevice::ReadOnly)) {
        checked.report(path, {{0, {}, QStringLiteral("cannot be read: ") + file.errorString()}});
        return;
    }
    const QStringList mistakes = LabelRules::parse(file.read(RuleBook::kLargest + 1), path).mistakes;
    for (const QString &mistake : mistakes)
        print(mistake);
    checked.mistakes += mistakes.size();
}

void checkHome(const KeeperHome &home, Checked &checked)
{
    checkConnections(home.connectionsDirectory(), checked);
    checkRules(home.connectionsDirectory(), checked);
    const LabFile lab = readLabFile(home.labFile());
    if (!lab.text.isEmpty()) {
        print(lab.text);
        ++checked.mistakes;
    }
}

/// What the keeper would show is there, and fits together.
Mistakes checkCertificates(const KeeperConfig &config)
{
    if (!config.authorityDirectory.isEmpty()) {
        const AuthorityFiles files(config.authorityDirectory);
        if (!QFileInfo::exists(files.server()))
            return {{0, QStringLiteral("authority"),
                     QStringLiteral("there is none in %1 yet; \"graticuled enrol\" makes it").arg(files.directory)}};
        const auto pair = checkKeyPair(files.server(), files.server());
        const auto clients = ClientRegister::read(files.clients());
        for (const QString &trouble :
             {pair ? QString() : pair.error().text, clients ? QString() : clients.error().text}) {
            if (!trouble.isEmpty())
                return {{0, QStringLiteral("authority"), trouble}};
        }
    } else if (!config.certificateFile.isEmpty() && !config.keyFile.isEmpty()) {
        const auto pair = checkKeyPair(config.certificateFile, config.keyFile);
        if (!pair && pair.error().kind != ErrorKind::NotFound) // those were named
            return {{0, QStringLiteral("tls"), pair.error().text}};
    }
    return {};
}

} // namespace

int runCheck(const QString &configFile, const QString &home)
{
    Checked checked;
    if (configFile.isEmpty()) {
        if (!home.isEmpty() && !QFileInfo(home).isDir()) {
            std::fprintf(stderr, "graticuled: %s: there is no such directory\n", qUtf8Printable(home));
            return 1;
        }
        checkHome(KeeperHome::of(home), checked);
    } else {
        Mistakes mistakes;
        const KeeperConfig config = readKeeperConfig(configFile, mistakes);
        checked.report(configFile, mistakes);
        checked.report(configFile, checkCertificates(config));
        if (!config.connectionsDirectory.isEmpty()) {
            checkConnections(config.connectionsDirectory, checked);
            checkRules(config.connectionsDirectory, checked);
        }
    }
    if (checked.mistakes > 0)
        return 1;
    print(QStringLiteral("%1 connection%2, no mistakes")
              .arg(checked.connections)
              .arg(checked.connections == 1 ? QString() : QStringLiteral("s")));
    return 0;
}

} // namespace graticule
