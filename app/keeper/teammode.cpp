// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keeper/composition.h"
#include "app/keeper/modes.h"
#include "app/keeper/signals.h"
#include "app/keeper/teamaccess.h"
#include "backend/authority/authority.h"
#include "backend/authority/certificate.h"
#include "backend/config/keeperconfig.h"
#include "backend/keeper/folderwatch.h"
#include "backend/keeper/keeperhome.h"

#include <QCoreApplication>
#include <QFile>
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

/// Says so in time when a certificate of the keeper's own is about to run out.
void warnOfExpiry(const ServerOptions &options, Instant now)
{
    constexpr std::chrono::days kSoon{30};
    QFile file(options.certificateFile);
    if (!options.tls || !file.open(QIODevice::ReadOnly))
        return;
    const auto facts = readCertificate(file.read(1'000'000));
    if (facts && facts->notAfter < now + kSoon)
        print(QStringLiteral(
                  "%1: the keeper's certificate %2 on %3; \"graticuled rotate\" renews one of its own authority.")
                  .arg(options.certificateFile,
                       facts->notAfter < now ? QStringLiteral("has expired") : QStringLiteral("expires"),
                       toIso(facts->notAfter).left(10)));
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

/// Reads again who may do what, and tells the server. What cannot be read changes nothing.
void readAccessAgain(const QString &configFile, ControlServer &server)
{
    const auto config = readConfig(configFile);
    const auto access = config ? accessRules(*config) : std::nullopt;
    if (!access)
        print(QStringLiteral("%1: who may reach this keeper stays as it was").arg(configFile));
    else
        server.setAccess(*access);
}

} // namespace

int runTeam(const QString &configFile)
{
    const auto read = readConfig(configFile);
    if (!read)
        return 1;
    const KeeperConfig &config = *read;
    const auto access = accessRules(config);
    if (!access)
        return 1;
    setLogLevel(config.logLevel);
    const Result<QString> id = keeperIdIn(config.dataDirectory);
    if (!id) {
        print(id.error().text);
        return 1;
    }

    Composition composition;
    QObject context;
    KeeperOptions options;
    options.id = *id;
    options.name = config.name;
    options.mode = QStringLiteral("team");
    options.build = ownBuild();
    options.epoch = quint64(toMs(composition.clock.now()));
    options.connectionsDirectory = config.connectionsDirectory;
    options.callerSecrets.directory = config.secretsDirectory;
    options.lastFactsDirectory = config.dataDirectory + QStringLiteral("/last");
    if (config.reportsHost)
        options.builtIn = {ownHost(config, *id)};
    options.discoverers = {hostDiscoverer(&context)};
    Keeper keeper(options, composition.parts());

    const ServerOptions door = serverOptions(config, *access);
    const auto served = keeper.serve(door);
    if (!served) {
        print(QStringLiteral("%1: %2").arg(configFile, served.error().text));
        return 1;
    }
    print(QStringLiteral("%1 serves at %2:%3")
              .arg(config.name, config.listen.section(QLatin1Char(':'), 0, -2))
              .arg((*served)->port()));
    warnOfExpiry(door, composition.clock.now());
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
    const auto readAccess = [&] {
        readAccessAgain(configFile, **served);
        warnOfExpiry(door, composition.clock.now());
    };
    const FolderWatch clients(config.authorityDirectory, composition.clock, QStringLiteral("clients.json"));
    QObject::connect(&clients, &FolderWatch::changed, &context, readAccess);
    QObject::connect(&signals, &Signals::reloadAsked, &context, readAccess);
    return QCoreApplication::exec();
}

} // namespace graticule
