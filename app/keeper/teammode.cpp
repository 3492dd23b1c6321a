// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keeper/composition.h"
#include "app/keeper/modes.h"
#include "app/keeper/signals.h"
#include "backend/config/keeperconfig.h"
#include "backend/keeper/folderwatch.h"
#include "backend/keeper/keeperhome.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QUuid>

#include <cstdio>

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

Permission permissionOf(KeeperConfig::Role role)
{
    switch (role) {
    case KeeperConfig::Role::Viewer:
        return Permission::View;
    case KeeperConfig::Role::Operator:
        return Permission::Operate;
    case KeeperConfig::Role::None:
        break;
    }
    return Permission::None;
}

/// How the file wants to be served; refused when a token's file cannot be read.
Result<ServerOptions> serverOptions(const KeeperConfig &config)
{
    ServerOptions options;
    options.listen = config.listen;
    options.tls = config.usesTls();
    options.certificateFile = config.certificateFile;
    options.keyFile = config.keyFile;
    options.clientCaFile = config.clientCaFile;
    options.requireClientCertificate = config.tokens.isEmpty() && !config.certificates.isEmpty();
    for (auto it = config.certificates.cbegin(); it != config.certificates.cend(); ++it)
        options.certificates.insert(it.key(), permissionOf(it.value()));
    for (const KeeperConfig::Token &token : config.tokens) {
        const Result<QByteArray> hash = tokenHash(token, FileSecretStore());
        if (!hash)
            return hash.error();
        options.tokens.insert(*hash, permissionOf(token.role));
    }
    if (config.staysOnThisMachine() && !config.authenticates())
        options.anonymous = Permission::View; // whoever has an account here may look, no more
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

int runTeam(const QString &configFile)
{
    Mistakes mistakes;
    const KeeperConfig config = readKeeperConfig(configFile, mistakes);
    for (const Mistake &mistake : mistakes)
        print(mistake.toString(configFile));
    if (!mistakes.isEmpty())
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

    const Result<ServerOptions> server = serverOptions(config);
    const auto served = server ? keeper.serve(*server) : Result<ControlServer *>(server.error());
    if (!served) {
        print(QStringLiteral("%1: %2").arg(configFile, served.error().text));
        return 1;
    }
    print(QStringLiteral("%1 serves at %2:%3")
              .arg(config.name, config.listen.section(QLatin1Char(':'), 0, -2))
              .arg((*served)->port()));
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
    return QCoreApplication::exec();
}

} // namespace graticule
