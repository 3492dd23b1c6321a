// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/enginebench.h"

#include "models/connectionsmodel.h"
#include "models/sitesmodel.h"
#include "tests/bench/desk.h"
#include "tests/bench/fleetwatch.h"
#include "tests/bench/phases.h"
#include "tests/bench/processfigures.h"
#include "tests/connectors/fakeengine.h"
#include "tests/testing/certificates.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSslKey>

#include <csignal>
#include <cstdio>

#include <sys/prctl.h>

namespace graticule::bench {

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QSslConfiguration serverSide(const testing::Certificates &certificates)
{
    QSslConfiguration tls;
    tls.setLocalCertificate(QSslCertificate(contentOf(certificates.certificate(QStringLiteral("engine")))));
    tls.setPrivateKey(QSslKey(contentOf(certificates.key(QStringLiteral("engine"))), QSsl::Ec));
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    return tls;
}

/// Starts the playing process; its engines' addresses.
QStringList startEngines(QProcess &process, int count, const QString &certificates)
{
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(),
                  {QStringLiteral("play-engines"), QString::number(count), certificates});
    QStringList addresses;
    while (addresses.size() < count && (process.canReadLine() || process.waitForReadyRead(60'000))) {
        while (process.canReadLine())
            addresses.append(QString::fromUtf8(process.readLine()).trimmed());
    }
    if (addresses.size() != count)
        qFatal("the engines' process does not listen");
    return addresses;
}

double keeperMemory(const Desk &desk)
{
    return ProcessFigures::of(desk.keeper()).pssMb;
}

double emptyKeeperMemory(const QString &programs)
{
    Desk desk(programs);
    desk.startKeeper();
    FleetWatch watch(desk.socket());
    watch.waitFor("the keeper", 60, [&] { return watch.store().isFirstDataIn(); });
    FleetWatch::run(Milliseconds(2000));
    return keeperMemory(desk);
}

} // namespace

void benchEngines(const QString &programs, int count, bool tls)
{
    const QTemporaryDir folder;
    const testing::Certificates certificates(folder.path());
    if (tls) {
        certificates.makeAuthority(QStringLiteral("ca"));
        certificates.make(QStringLiteral("engine"), QStringLiteral("ca"), QStringLiteral("engine"));
    }
    std::vector<std::unique_ptr<QProcess>> engines; // one of a thousand is slow itself
    QStringList addresses;
    while (addresses.size() < count) {
        engines.push_back(std::make_unique<QProcess>());
        addresses += startEngines(*engines.back(), std::min<int>(250, count - int(addresses.size())),
                                  tls ? folder.path() : QString());
    }
    const double before = emptyKeeperMemory(programs);
    Desk desk(programs);
    for (int i = 0; i < count; ++i) {
        QByteArray yaml = "type: docker\naddress: " + addresses[i].toUtf8() + '\n';
        if (tls)
            yaml += "tls: {ca: " + certificates.certificate(QStringLiteral("ca")).toUtf8() + "}\n";
        desk.addConnection(QStringLiteral("engine-%1").arg(i), yaml);
    }
    Phase phase(tls ? "engines-tls" : "engines");
    QElapsedTimer clock;
    clock.start();
    desk.startKeeper();
    phase.set(QStringLiteral("keeper_listens_ms"), double(clock.elapsed()));
    FleetWatch watch(desk.socket());
    const ConnectionsModel connections(watch.store());
    const SitesModel sites(watch.store());
    StallWatch stalls;
    int live = 0;
    QObject::connect(&watch.store(), &FleetStore::changed, &watch, [&](const FleetChange &change) {
        live = 0;
        change.after->tables.connections.forEach([&](const Connection &connection) {
            live += connection.type == u"docker" && connection.state == ConnectionState::Live;
        });
    });
    stalls.takeLongest();
    watch.waitFor("the engines", 120, [&] { return live == count; });
    phase.set(QStringLiteral("live_ms"), double(clock.elapsed()));
    phase.set(QStringLiteral("gui_stall_ms_max"), stalls.takeLongest());
    phase.set(QStringLiteral("keeper_cpu_ms"), ProcessFigures::of(desk.keeper()).cpuMs);
    double enginesCpu = 0;
    for (const auto &process : engines)
        enginesCpu += ProcessFigures::of(process->processId()).cpuMs;
    phase.set(QStringLiteral("engines_cpu_ms"), enginesCpu);
    FleetWatch::run(Milliseconds(15'000));
    const double keeperCpu = ProcessFigures::of(desk.keeper()).cpuMs;
    FleetWatch::run(Milliseconds(10'000));
    phase.set(QStringLiteral("connections"), count);
    phase.set(QStringLiteral("sites"), double(watch.store().tables().sites.size()));
    phase.set(QStringLiteral("keeper_core_percent"), (ProcessFigures::of(desk.keeper()).cpuMs - keeperCpu) / 100);
    phase.set(QStringLiteral("kb_each"), (keeperMemory(desk) - before) * 1024 / count);
    for (const auto &process : engines) {
        process->kill();
        process->waitForFinished();
    }
}

int playEngines(int count, const QString &certificates)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    std::vector<std::unique_ptr<testing::FakeEngine>> engines;
    const QSslConfiguration tls =
        certificates.isEmpty() ? QSslConfiguration() : serverSide(testing::Certificates(certificates));
    for (int i = 0; i < count; ++i) {
        auto engine = certificates.isEmpty() ? std::make_unique<testing::FakeEngine>()
                                             : std::make_unique<testing::FakeEngine>(tls);
        engine->id = "ENGINE-" + QByteArray::number(i);
        for (const char *name : {"shop", "db", "proxy"})
            engine->containers.insert(name, {});
        std::printf("%s\n", qPrintable(engine->address()));
        engines.push_back(std::move(engine));
    }
    std::fflush(stdout);
    return QCoreApplication::exec();
}

} // namespace graticule::bench
