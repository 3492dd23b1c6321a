// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/controlcalls.h"
#include "backend/control/controlserver.h"
#include "backend/control/fleetclient.h"
#include "backend/fleet/fleet.h"
#include "tests/control/quietkeeper.h"
#include "tests/testing/test.h"

#include <QElapsedTimer>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QThreadPool>

using namespace graticule;

namespace {

FleetDelta siteDelta(const char *id, const QString &name)
{
    Site site;
    site.id = EntityId(id);
    site.name = name;
    FleetDelta delta;
    delta.sites.upsert(site);
    return delta;
}

QString names(const SnapshotPtr &snapshot)
{
    QStringList result;
    snapshot->tables.sites.forEach([&](const Site &site) { result.append(site.name); });
    result.sort();
    return result.join(QLatin1Char(' '));
}

/// Finds nothing until it is told to.
class HesitantKeeper : public testing::QuietKeeper
{
public:
    std::function<void(const QList<DiscoveredEndpoint> &)> found;

    void discover(std::function<void(const QList<DiscoveredEndpoint> &)> done) override { found = std::move(done); }
};

} // namespace

/// One keeper and one console in one process, over a real socket.
class TestWatch : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        Test::init();
        m_dir = std::make_unique<QTemporaryDir>();
        m_fleet = std::make_unique<Fleet>(QStringLiteral("k1"), 7);
        m_options.access.anonymous = CallerRole::Operator;
        m_faults.frozen = false;
        startServer();
        const auto channel = ControlChannel::open({m_options.listen, false, {}, {}, {}, {}, {}});
        QVERIFY(channel);
        m_channel = *channel;
    }
    void cleanup()
    {
        m_channel.reset();
        m_server.reset();
        m_hub = std::make_unique<SnapshotHub>();
    }

    void changesArriveAsSnapshots()
    {
        say("a", "fra1");
        FleetClient client(m_clock, nullptr);
        client.follow(m_channel);
        QTRY_VERIFY(client.snapshot());
        QCOMPARE(names(client.snapshot()), QStringLiteral("fra1"));
        QCOMPARE(client.snapshot()->revision.toString(), QStringLiteral("k1/7/1"));
        QCOMPARE(client.link().state, KeeperLink::State::Live);
        say("b", "iad1");
        QTRY_COMPARE(names(client.snapshot()), QStringLiteral("fra1 iad1"));
        m_fleet->retire(EntityId("b"));
        publish();
        QTRY_COMPARE(names(client.snapshot()), QStringLiteral("fra1"));
    }

    void aBigFleetComesInParts()
    {
        FleetDelta all;
        for (int i = 0; i < 5000; ++i) {
            Site site;
            site.id = EntityId(QByteArray::number(i));
            site.name = QString(500, QLatin1Char('x'));
            all.sites.upsert(site);
        }
        m_fleet->list(EntityId("c"), all);
        publish();
        FleetClient client(m_clock, nullptr);
        client.follow(m_channel);
        QTRY_VERIFY(client.snapshot());
        QCOMPARE(client.snapshot()->tables.sites.size(), 5000);
    }

    void aReturningConsoleResumes()
    {
        say("a", "fra1");
        FleetClient first(m_clock, nullptr);
        first.follow(m_channel);
        QTRY_VERIFY(first.snapshot());
        first.stop();
        say("b", "iad1");
        // What the second one is given is not sent again: it is a fleet that only differs in what nobody told of.
        FleetClient second(m_clock, first.snapshot());
        second.follow(m_channel);
        QTRY_COMPARE(names(second.snapshot()), QStringLiteral("fra1 iad1"));
        const auto kept = [](const SnapshotPtr &s) { return s->tables.sites.item(EntityId("a")); };
        QCOMPARE(kept(second.snapshot()), kept(first.snapshot()));
    }

    /// "complete" names what the reader has: never the old snapshot when there is a newer one.
    void resumingIsCompleteWithTheNewest()
    {
        say("a", "fra1");
        const Revision old = m_hub->latest()->revision;
        say("b", "iad1");
        QStringList log;
        const auto note = [&](const std::vector<WatchEvent> &events) {
            for (const WatchEvent &event : events) {
                if (event.complete)
                    log.append(event.revision.toString());
            }
        };
        const WatchStream stream(m_channel, {old}, this, note, [](const Error &) {});
        QTRY_VERIFY(!log.isEmpty());
        QCOMPARE(log.first(), m_hub->latest()->revision.toString());
        // Nothing new is said at once too.
        log.clear();
        const WatchStream other(m_channel, {m_hub->latest()->revision}, this, note, [](const Error &) {});
        QTRY_COMPARE(log, QStringList({m_hub->latest()->revision.toString()}));
    }

    void anotherEpochResets()
    {
        say("a", "fra1");
        auto stale = std::make_shared<FleetSnapshot>();
        stale->revision = {QStringLiteral("k1"), 6, 1};
        stale->tables.apply(siteDelta("old", QStringLiteral("gone1")));
        FleetClient client(m_clock, stale);
        client.follow(m_channel);
        QTRY_COMPARE(names(client.snapshot()), QStringLiteral("fra1"));
    }

    void aKeeperThatGoesIsLostAndFoundAgain()
    {
        say("a", "fra1");
        FleetClient client(m_clock, nullptr);
        client.follow(m_channel);
        QTRY_COMPARE(client.link().state, KeeperLink::State::Live);
        m_server.reset();
        QTRY_COMPARE(client.link().state, KeeperLink::State::Lost);
        QCOMPARE(names(client.snapshot()), QStringLiteral("fra1")); // the last known stays
        startServer();
        QTRY_COMPARE_WITH_TIMEOUT(client.link().state, KeeperLink::State::Live, 10'000);
    }

    void aFrozenKeeperIsLostWithinTwoBeats()
    {
        say("a", "fra1");
        FleetClient client(m_clock, nullptr);
        client.follow(m_channel);
        QTRY_COMPARE(client.link().state, KeeperLink::State::Live);
        m_faults.frozen = true;
        QTRY_COMPARE(client.link().state, KeeperLink::State::Lost);
        QCOMPARE(client.link().error.kind, ErrorKind::TimedOut);
        m_faults.frozen = false;
        say("b", "iad1");
        QTRY_COMPARE(names(client.snapshot()), QStringLiteral("fra1 iad1"));
    }

    /// Work for a stream may wait in the pool when its keeper goes.
    void aWriterOutlivesItsHub()
    {
        say("a", "fra1");
        FleetClient client(m_clock, nullptr);
        client.follow(m_channel);
        QTRY_VERIFY(client.snapshot());
        QThreadPool &pool = *QThreadPool::globalInstance();
        QSemaphore go;
        const int threads = pool.maxThreadCount();
        for (int i = 0; i < threads; ++i)
            pool.start([&go] { go.acquire(); });
        QTRY_COMPARE(pool.activeThreadCount(), threads);
        say("b", "iad1");
        client.stop();
        m_server.reset();
        m_hub.reset();
        go.release(threads);
        QVERIFY(pool.waitForDone(10'000));
    }

    /// However much waits for the reader: a stream that is closed gives everything back.
    void closedStreamsLeaveNothingBehind()
    {
        FleetDelta all;
        for (int i = 0; i < 20'000; ++i) {
            Site site;
            site.id = EntityId(QByteArray::number(i));
            site.name = QString(500, QLatin1Char('x'));
            all.sites.upsert(site);
        }
        m_fleet->list(EntityId("c"), all);
        publish();
        std::vector<std::weak_ptr<ControlChannel>> channels;
        for (int round = 0; round < 12; ++round) {
            auto channel = ControlChannel::open({m_options.listen, false, {}, {}, {}, {}, {}});
            QVERIFY(channel);
            channels.push_back(*channel);
            bool flows = false;
            const WatchStream stream(
                std::move(channel).value(), {}, this, [&](const auto &) { flows = true; }, [](const Error &) {});
            QTRY_VERIFY(flows);
            for (const QElapsedTimer timer = started(); timer.elapsed() < round;)
                QThread::yieldCurrentThread(); // more and more of it waits here
        }
        QTRY_VERIFY(std::all_of(channels.begin(), channels.end(), [](const auto &c) { return c.expired(); }));
    }

    void anAnswerMayComeAfterItsCall()
    {
        HesitantKeeper keeper;
        ServerOptions options = m_options;
        options.listen = QStringLiteral("unix://") + m_dir->filePath(QStringLiteral("h.sock"));
        auto server = ControlServer::start(options, *m_hub, keeper, nullptr);
        QVERIFY(server);
        auto channel = ControlChannel::open({options.listen, false, {}, {}, {}, {}, {}});
        QVERIFY(channel);
        QString log;
        ControlCalls(std::move(channel).value()).discover(this, [&](const Result<QList<DiscoveredEndpoint>> &reply) {
            log = reply ? QStringLiteral("found") : QStringLiteral("ended");
        });
        QTRY_VERIFY(keeper.found);
        server.value().reset(); // ends the call; what it was to answer with goes too
        QTRY_COMPARE(log, QStringLiteral("ended"));
        QList<DiscoveredEndpoint> many;
        for (int i = 0; i < 1000; ++i)
            many.append({QStringLiteral("docker"), QString(200, QLatin1Char('x')), {}, {}, true, false});
        keeper.found(many);
        QCOMPARE(log, QStringLiteral("ended"));
    }

    void callsAnswerWithValuesOrErrors()
    {
        const ControlCalls calls(m_channel);
        QString log;
        calls.describe(this, [&](const Result<Description> &reply) {
            log += reply ? reply->keeperId + QLatin1Char(' ') + reply->permissions.join(QLatin1Char(','))
                         : reply.error().text;
        });
        QTRY_COMPARE(log, QStringLiteral("k1 view,operate"));
        log.clear();
        calls.save(this, {}, [&](const Result<ConnectionConfig> &reply) { log = reply.error().text; });
        QTRY_COMPARE(log, QStringLiteral("name: must not be empty."));
        log.clear();
        calls.remove(this, QStringLiteral("nix"),
                     [&](const Result<ConnectionConfig> &reply) { log = reply.error().text; });
        QTRY_COMPARE(log, QStringLiteral("No connection is named nix."));
        log.clear();
        calls.perform(this, {QStringLiteral("lab.heal"), EntityId("x"), {}, {}}, [&](const ActionProgress &p) {
            log += p.text + (p.finished ? QLatin1Char('.') : QLatin1Char(';'));
        });
        QTRY_COMPARE(log, QStringLiteral("asked;lab.heal done."));
    }

    void aViewerMayLookButNotChange()
    {
        m_options.access.anonymous = CallerRole::Viewer;
        startServer();
        const ControlCalls calls(m_channel);
        Error error;
        QTRY_VERIFY2(
            [&] { // the channel needs a moment to find the new server
                bool done = false;
                calls.save(this, {}, [&](const Result<ConnectionConfig> &reply) {
                    error = reply.error();
                    done = true;
                });
                return QTest::qWaitFor([&] { return done; }) && error.kind == ErrorKind::Refused;
            }(),
            qPrintable(error.text));
        QCOMPARE(error.fault, Fault::NotAllowed);
    }

    void beyondLoopbackNeedsTlsAndAuthentication()
    {
        ServerOptions options;
        options.listen = QStringLiteral("0.0.0.0:0");
        const auto server = ControlServer::start(options, *m_hub, m_keeper, nullptr);
        QVERIFY(!server);
        QVERIFY(server.error().text.contains(QLatin1String("needs both TLS")));
    }

    void anAddressInUseIsSaid()
    {
        ServerOptions options;
        options.listen = QStringLiteral("127.0.0.1:0");
        const auto first = ControlServer::start(options, *m_hub, m_keeper, nullptr);
        QVERIFY(first);
        options.listen = QStringLiteral("127.0.0.1:%1").arg((*first)->port());
        const auto second = ControlServer::start(options, *m_hub, m_keeper, nullptr);
        QVERIFY(!second);
        QCOMPARE(second.error().kind, ErrorKind::Conflict);
    }

private:
    static QElapsedTimer started()
    {
        QElapsedTimer timer;
        timer.start();
        return timer;
    }
    void startServer()
    {
        m_server.reset();
        if (!m_hub)
            m_hub = std::make_unique<SnapshotHub>();
        m_options.listen = QStringLiteral("unix://") + m_dir->filePath(QStringLiteral("k.sock"));
        m_options.heartbeat = Milliseconds(200);
        auto server = ControlServer::start(m_options, *m_hub, m_keeper, &m_faults);
        QVERIFY(server);
        m_server = std::move(server).value();
    }
    void say(const char *id, const char *name)
    {
        m_fleet->apply(EntityId(id), siteDelta(id, QLatin1String(name)));
        publish();
    }
    void publish() { m_hub->publish(m_fleet->publish(m_clock.now())); }

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Fleet> m_fleet;
    std::unique_ptr<SnapshotHub> m_hub;
    testing::QuietKeeper m_keeper;
    ServerFaults m_faults;
    ServerOptions m_options;
    std::unique_ptr<ControlServer> m_server;
    std::shared_ptr<ControlChannel> m_channel;
};

QTEST_GUILESS_MAIN(TestWatch)
#include "tst_watch.moc"
