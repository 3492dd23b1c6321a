// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keeper/composition.h"
#include "app/keeper/modes.h"
#include "app/keeper/signals.h"
#include "backend/authority/authority.h"
#include "backend/config/keeperconfig.h"
#include "backend/keeper/expirywatch.h"
#include "backend/keeper/folderwatch.h"
#include "backend/keeper/keeperhome.h"
#include "backend/keeper/teamaccess.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QUuid>

#include <cstdio>
#include <optional>
#include <utility>

namespace graticule {
namespace {

void print(const QString &line)
{
    std::fprintf(stderr, "%s\n", qUtf8Printable(line));
}

ConnectionConfig ownHost(const KeeperConfig &config, const QString &keeperId)
{
    static const QUuid family(QStringLiteral("{5e0d1f0a-6c1b-5a8e-9a57-6c6162000004}"));
    ConnectionConfig host;
    host.id = EntityId(QUuid::createUuidV5(family, keeperId).toString(QUuid::WithoutBraces));
    host.name = QStringLiteral("this host");
    host.type = QStringLiteral("host");
    host.address = QStringLiteral("local");
    host.labels = config.hostLabels;
    host.origin = Origin::Real;
    return host;
}

/// How the file wants to be served.
ServerOptions serverOptions(const KeeperConfig &config, const AccessRules &access)
{
    ServerOptions options;
    options.listen = config.listen;
    options.tls = config.usesTls();
    options.certificateFile = config.certificateFile;
    options.keyFile = config.keyFile;
    options.clientCaFile = config.clientCaFile;
    if (!config.authorityDirectory.isEmpty()) {
        const AuthorityFiles files(config.authorityDirectory);
        options.certificateFile = options.keyFile = files.server();
        options.clientCaFile = files.trusted();
    }
    options.requireClientCertificate = config.tokens.isEmpty() && access.usesCertificates();
    options.access = access;
    return options;
}

void setLogLevel(KeeperConfig::LogLevel level)
{
    const QString rules =
        QStringLiteral("*.debug=%1\n*.info=%2")
            .arg(level == KeeperConfig::LogLevel::Debug ? QStringLiteral("true") : QStringLiteral("false"),
                 level == KeeperConfig::LogLevel::Warning ? QStringLiteral("false") : QStringLiteral("true"));
    QLoggingCategory::setFilterRules(rules);
}

} // namespace

namespace {

/// The file, or nothing when it has mistakes, which are printed.
std::optional<KeeperConfig> readConfig(const QString &configFile)
{
    Mistakes mistakes;
    const KeeperConfig config = readKeeperConfig(configFile, mistakes);
    for (const Mistake &mistake : std::as_const(mistakes))
        print(mistake.toString(configFile));
    return mistakes.isEmpty() ? std::optional(config) : std::nullopt;
}

} // namespace

int runTeam(const QString &configFile)
{
    const auto read = readConfig(configFile);
    if (!read)
        return 1;
    const KeeperConfig &config = *read;
    Composition composition;
    TeamAccess access(configFile, composition.secrets, composition.clock);
    QObject::connect(&access, &TeamAccess::said, &access, &print);
    // Before the first look, so that it misses nothing that is changed meanwhile.
    const FolderWatch clients(config.authorityDirectory, composition.clock, QStringLiteral("clients.json"));
    QObject::connect(&clients, &FolderWatch::changed, &access, &TeamAccess::readAgain);
    const auto rules = access.begin(config);
    if (!rules) {
        print(QStringLiteral("graticuled: ") + rules.error().text);
        return 1;
    }
    setLogLevel(config.logLevel);
    const Result<QString> id = keeperIdIn(config.dataDirectory);
    if (!id) {
        print(id.error().text);
        return 1;
    }

    QObject context;
    KeeperOptions options;
    options.id = *id;
    options.name = config.name;
    options.mode = QStringLiteral("team");
    options.build = ownBuild();
    options.measures = config.measures;
    options.peersAtOnce = config.peersAtOnce;
    options.thresholds = config.health;
    options.placeLabels = config.hostLabels;
    options.epoch = quint64(toMs(composition.clock.now()));
    options.connectionsDirectory = config.connectionsDirectory;
    options.callerSecrets.directory = config.secretsDirectory;
    options.lastFactsDirectory = config.dataDirectory + QStringLiteral("/last");
    options.samplesFile = config.dataDirectory + QStringLiteral("/samples.db");
    options.historyFile = config.dataDirectory + QStringLiteral("/history.db");
    options.recordDirectory = config.dataDirectory + QStringLiteral("/audit");
    options.auditHeadsFile = config.auditHeadsFile;
    options.auditSyslog = config.auditSyslog;
    if (config.reportsHost)
        options.builtIn = {ownHost(config, *id)};
    options.discoverers = {hostDiscoverer(&context)};
    Keeper keeper(options, composition.parts());

    const ServerOptions door = serverOptions(config, *rules);
    const auto served = keeper.serve(door);
    if (!served) {
        print(QStringLiteral("%1: %2").arg(configFile, served.error().text));
        return 1;
    }
    print(QStringLiteral("%1 serves at %2:%3")
              .arg(config.name, config.listen.section(QLatin1Char(':'), 0, -2))
              .arg((*served)->port()));
    QObject::connect(&access, &TeamAccess::changed, *served, &ControlServer::setAccess);
    ExpiryWatch expiry(door.certificateFile, composition.clock);
    QObject::connect(&expiry, &ExpiryWatch::said, &expiry, &print);
    if (door.tls)
        expiry.start();
    keeper.start();
    for (const BrokenConnectionFile &file : keeper.files().broken()) {
        for (const Mistake &mistake : file.mistakes)
            print(mistake.toString(file.path));
    }

    Signals signals;
    QObject::connect(&signals, &Signals::endAsked, &context, [] { QCoreApplication::quit(); });
    QObject::connect(&signals, &Signals::reloadAsked, &keeper, &Keeper::reload);
    const FolderWatch files(config.connectionsDirectory, composition.clock);
    QObject::connect(&files, &FolderWatch::changed, &keeper, &Keeper::reload);
    const QFileInfo ruleFile(Keeper::rulesBeside(config.connectionsDirectory));
    const FolderWatch ruleWatch(ruleFile.path(), composition.clock, ruleFile.fileName());
    QObject::connect(&ruleWatch, &FolderWatch::changed, &keeper, &Keeper::reload);
    QObject::connect(&signals, &Signals::reloadAsked, &access, &TeamAccess::readAgain);
    return QCoreApplication::exec();
}

} // namespace graticule
