// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keeper/composition.h"
#include "app/keeper/modes.h"
#include "app/keeper/signals.h"
#include "backend/keeper/folderwatch.h"
#include "backend/keeper/idlewatch.h"
#include "backend/keeper/keeperlog.h"
#include "backend/keeper/labhost.h"
#include "backend/keeper/privatelistener.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSysInfo>

#include <cstdio>

#include <pwd.h>
#include <unistd.h>

namespace graticule {
namespace {

constexpr int kHomeTaken = 3;

int complain(const Error &error)
{
    qCritical("%s", qUtf8Printable(error.text));
    std::fprintf(stderr, "graticuled: %s\n", qUtf8Printable(error.text));
    return error.kind == ErrorKind::Conflict ? kHomeTaken : 1;
}

} // namespace

int runPrivate(const PrivateModeOptions &options)
{
    const KeeperHome home = KeeperHome::of(options.home);
    const Result<Done> made = home.create();
    if (!made)
        return complain(made.error());
    const KeeperLog log(home.logFile());
    const auto listener = PrivateListener::open(home, ownBuild());
    if (!listener)
        return complain(listener.error());
    const Result<QString> id = keeperIdIn(home.dataDirectory());
    if (!id)
        return complain(id.error());

    Composition composition;
    LabHost lab({QCoreApplication::applicationFilePath(), home.labFile(), home.labSocketDirectory(), *id},
                composition.clock);
    QObject context;
    KeeperOptions keeperOptions;
    keeperOptions.id = *id;
    keeperOptions.name = QSysInfo::machineHostName();
    keeperOptions.mode = QStringLiteral("private");
    keeperOptions.build = ownBuild();
    keeperOptions.epoch = quint64(toMs(composition.clock.now()));
    keeperOptions.connectionsDirectory = home.connectionsDirectory();
    keeperOptions.lastFactsDirectory = home.lastFactsDirectory();
    keeperOptions.samplesFile = home.samplesFile();
    keeperOptions.historyFile = home.historyFile();
    keeperOptions.recordDirectory = home.recordDirectory();
    keeperOptions.auditHeadsFile = home.auditHeadsFile();
    keeperOptions.discoverers = {hostDiscoverer(&context)};
    Keeper keeper(keeperOptions, composition.parts());
    keeper.setLab(&lab);

    ServerOptions door;
    door.access.anonymous = CallerRole::Admin; // the listener lets this user in only, whose keeper it is
    const passwd *user = ::getpwuid(::geteuid());
    door.localMark = QStringLiteral("uid %1").arg(::geteuid());
    door.localUser = user ? QString::fromLocal8Bit(user->pw_name) : door.localMark;
    const auto server = keeper.serve(door);
    if (!server)
        return complain(server.error());
    QObject::connect(listener->get(), &PrivateListener::accepted, *server, &ControlServer::adopt);
    keeper.start();

    Signals signals;
    IdleWatch idle(keeper, composition.clock, options.linger);
    QObject::connect(&signals, &Signals::endAsked, &context, [] { QCoreApplication::quit(); });
    QObject::connect(&signals, &Signals::reloadAsked, &keeper, &Keeper::reload);
    const FolderWatch files(home.connectionsDirectory(), composition.clock);
    QObject::connect(&files, &FolderWatch::changed, &keeper, &Keeper::reload);
    const QFileInfo ruleFile(Keeper::rulesBeside(home.connectionsDirectory()));
    const FolderWatch ruleWatch(ruleFile.path(), composition.clock, ruleFile.fileName());
    QObject::connect(&ruleWatch, &FolderWatch::changed, &keeper, &Keeper::reload);
    QObject::connect(&idle, &IdleWatch::idled, &context, [] { QCoreApplication::quit(); });
    QObject::connect(&signals, &Signals::endIfIdleAsked, &context, [&idle] {
        if (idle.isIdle())
            QCoreApplication::quit();
    });
    qInfo("keeper %s runs at %s", qUtf8Printable(*id), qUtf8Printable(home.socketPath()));
    const int code = QCoreApplication::exec();
    qInfo("keeper ends");
    (*listener)->stopListening();
    return code;
}

} // namespace graticule
