// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/keeper/idlewatch.h"
#include "tests/keeper/keeperdesk.h"
#include "tests/testing/test.h"

#include <QDir>
#include <QTemporaryDir>

using namespace graticule;
using namespace std::chrono_literals;
using testing::Desk;
using testing::fake;

class tst_Keeper : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatItIsConnectedTo();
    void pausesOverRestarts();
    void keepsTheLastFacts();
    void knowsWhatWasOutOfSight();
    void endsWhileItIsReadingTheLastFacts();
    void aFailedWriteIsTriedAgain();
    void dropsFactsOfConnectionsThatAreGone();
    void publishesInBatches();
    void performs();
    void anActionMayEndAfterTheKeeper();
    void describesItself();
    void noticesIdleness();
};

void tst_Keeper::showsWhatItIsConnectedTo()
{
    QTemporaryDir directory;
    Desk desk(directory.path());
    desk.start();
    QVERIFY(bool(desk.keeper->save(fake("a", "fake://a"))));
    QVERIFY(bool(desk.keeper->save(fake("b", "fake://dead"))));
    QVERIFY(bool(desk.keeper->save(fake("c", "fake://guarded"))));
    desk.clock.advance(1s);
    QCOMPARE(desk.connections(), QStringLiteral("a live\nb unreachable\nbehind a live\nc refused"));
    QCOMPARE(desk.siteStates(), QStringLiteral("a healthy"));
}

void tst_Keeper::pausesOverRestarts()
{
    QTemporaryDir directory;
    {
        Desk desk(directory.path());
        desk.start();
        QVERIFY(bool(desk.keeper->save(fake("a", "fake://a"))));
        desk.clock.advance(1s);
        QVERIFY(bool(desk.keeper->setPaused(QStringLiteral("a"), true)));
        desk.clock.advance(1s);
        QCOMPARE(desk.connections(), QStringLiteral("a paused\nbehind a stale"));
        QCOMPARE(desk.keeper->setPaused(QStringLiteral("z"), true).error().kind, ErrorKind::NotFound);
    }
    Desk desk(directory.path());
    desk.start();
    desk.clock.advance(1s);
    QCOMPARE(desk.siteStates(), QStringLiteral("a healthy, stale"));
    QVERIFY(bool(desk.keeper->setPaused(QStringLiteral("a"), false)));
    desk.clock.advance(1s);
    QCOMPARE(desk.connections(), QStringLiteral("a live\nbehind a live"));
    QCOMPARE(desk.siteStates(), QStringLiteral("a healthy"));
}

void tst_Keeper::keepsTheLastFacts()
{
    QTemporaryDir directory;
    QTemporaryDir left; // what a keeper leaves behind that is killed after its first half minute
    Instant since;
    {
        Desk desk(directory.path());
        desk.start();
        const EntityId id = desk.keeper->save(fake("a", "fake://a"))->id;
        desk.clock.advance(40s);
        const FleetTables tables = desk.keeper->hub().latest()->tables;
        since = tables.verdicts.find(EntityId::of(id, "site", QStringLiteral("s")))->since;
        QTRY_VERIFY(QFile::exists(directory.filePath(QStringLiteral("last/freshness")))); // written last
        for (const char *folder : {"connections.d", "last"}) {
            const QDir from(directory.filePath(QString::fromLatin1(folder)));
            const QDir to(left.filePath(QString::fromLatin1(folder)));
            QVERIFY(QDir().mkpath(to.path()));
            for (const QString &name : from.entryList(QDir::Files))
                QVERIFY(QFile::copy(from.filePath(name), to.filePath(name)));
        }
    }
    Desk desk(left.path());
    desk.clock.jumpWall(1h);
    desk.start();
    // The very first snapshot, before anything was asked.
    QCOMPARE(desk.connections(), QStringLiteral("a never asked\nbehind a stale"));
    QCOMPARE(desk.siteStates(), QStringLiteral("a healthy, stale"));
    const EntityId connection = desk.keeper->connections().first().id;
    const FleetTables first = desk.keeper->hub().latest()->tables;
    const Feed *feed = first.feeds.find(EntityId::of(connection, "feed", QStringLiteral("inventory")));
    QVERIFY(feed && feed->complete);
    QVERIFY(desk.clock.now() - feed->observedAt > 58min);
    desk.clock.advance(1s);
    QCOMPARE(desk.connections(), QStringLiteral("a live\nbehind a live"));
    QCOMPARE(desk.siteStates(), QStringLiteral("a healthy"));
    QCOMPARE(
        desk.keeper->hub().latest()->tables.verdicts.find(EntityId::of(connection, "site", QStringLiteral("s")))->since,
        since);
}

/// A restart must not turn a site that nobody sees into a healthy one, nor forget since when.
void tst_Keeper::knowsWhatWasOutOfSight()
{
    QTemporaryDir directory;
    Instant since;
    const auto sinceOf = [](const Desk &desk) {
        const EntityId site = EntityId::of(desk.keeper->connections().first().id, "site", QStringLiteral("s"));
        return desk.keeper->hub().latest()->tables.verdicts.find(site)->since;
    };
    const QString file = directory.filePath(QStringLiteral("connections.d/a.yaml"));
    {
        Desk desk(directory.path());
        desk.start();
        ConnectionConfig config = *desk.keeper->save(fake("a", "fake://a"));
        desk.clock.advance(1s);
        config.address = QStringLiteral("fake://dead");
        QVERIFY(bool(desk.keeper->save(config)));
        desk.clock.advance(1s);
        QCOMPARE(desk.siteStates(), QStringLiteral("a unreachable"));
        since = sinceOf(desk);
        desk.clock.advance(1min);
    }
    {
        Desk desk(directory.path());
        desk.clock.jumpWall(1h);
        desk.start();
        QCOMPARE(desk.connections(), QStringLiteral("a never asked\nbehind a stale"));
        QCOMPARE(desk.siteStates(), QStringLiteral("a unreachable, stale")); // in the very first snapshot
        QCOMPARE(sinceOf(desk), since);
        desk.clock.advance(1s);
        QVERIFY(bool(desk.keeper->setPaused(QStringLiteral("a"), true)));
        desk.clock.advance(1s);
        QCOMPARE(desk.siteStates(), QStringLiteral("a unreachable, stale"));
    }
    Desk desk(directory.path());
    desk.clock.jumpWall(2h);
    desk.start();
    QCOMPARE(desk.connections(), QStringLiteral("a paused\nbehind a stale"));
    QCOMPARE(desk.siteStates(), QStringLiteral("a unreachable, stale"));
    QVERIFY(bool(desk.keeper->setPaused(QStringLiteral("a"), false)));
    desk.clock.advance(1s);
    QCOMPARE(desk.siteStates(), QStringLiteral("a unreachable, stale"));
    QCOMPARE(sinceOf(desk), since);
}

void tst_Keeper::endsWhileItIsReadingTheLastFacts()
{
    QTemporaryDir directory;
    {
        Desk desk(directory.path());
        desk.start();
        QVERIFY(bool(desk.keeper->save(fake("a", "fake://a"))));
        desk.clock.advance(1s);
    }
    const QString freshness = directory.filePath(QStringLiteral("last/freshness"));
    const auto bytes = [](const QString &path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray before = bytes(freshness);
    QVERIFY(!before.isEmpty());
    {
        Desk desk(directory.path());
        desk.keeper->start(); // and ends at once
    }
    QCOMPARE(bytes(freshness), before);
    Desk desk(directory.path());
    desk.start();
    QCOMPARE(desk.siteStates(), QStringLiteral("a healthy"));
}

void tst_Keeper::aFailedWriteIsTriedAgain()
{
    QTemporaryDir directory;
    Desk desk(directory.path());
    desk.start();
    const EntityId id = desk.keeper->save(fake("a", "fake://a"))->id;
    const QString facts = directory.filePath(QStringLiteral("last/%1.facts").arg(id.toString()));
    const QString freshness = directory.filePath(QStringLiteral("last/freshness"));
    QVERIFY(QDir().mkpath(facts)); // in the way
    for (int round = 0; round < 3; ++round) {
        desk.clock.advance(40s);
        QCoreApplication::processEvents();
    }
    QVERIFY2(!QFile::exists(freshness), "fresher than the facts that it goes with");
    QVERIFY(QDir().rmdir(facts));
    QTRY_VERIFY([&] {
        desk.clock.advance(30s);
        return QFile::exists(facts) && QFile::exists(freshness);
    }());
}

void tst_Keeper::dropsFactsOfConnectionsThatAreGone()
{
    QTemporaryDir directory;
    {
        Desk desk(directory.path());
        desk.start();
        QVERIFY(bool(desk.keeper->save(fake("a", "fake://a"))));
        QVERIFY(bool(desk.keeper->save(fake("b", "fake://b"))));
        desk.clock.advance(1s);
    }
    QVERIFY(QFile::remove(directory.filePath(QStringLiteral("connections.d/a.yaml"))));
    Desk desk(directory.path());
    desk.start();
    QCOMPARE(desk.siteStates(), QStringLiteral("b healthy"));
    QCOMPARE(QDir(directory.filePath(QStringLiteral("last"))).entryList({QStringLiteral("*.facts")}).size(), 1);
}

void tst_Keeper::publishesInBatches()
{
    QTemporaryDir directory;
    Desk desk(directory.path());
    desk.start();
    for (int i = 0; i < 50; ++i)
        QVERIFY(bool(desk.keeper->save(fake(qPrintable(QString::number(i)), "fake://a"))));
    const quint64 before = desk.keeper->hub().latest()->revision.number;
    desk.clock.advance(1s);
    const quint64 after = desk.keeper->hub().latest()->revision.number;
    QVERIFY2(after - before <= 31, qPrintable(QString::number(after - before)));
    QCOMPARE(desk.keeper->hub().latest()->revision.epoch, quint64(7));
    QCOMPARE(desk.keeper->hub().latest()->tables.sites.size(), 50);
}

void tst_Keeper::performs()
{
    QTemporaryDir directory;
    Desk desk(directory.path());
    desk.start();
    const EntityId id = desk.keeper->save(fake("a", "fake://a"))->id;
    desk.clock.advance(1s);
    const QString verb = QStringLiteral("polish");
    const QByteArray site = EntityId::of(id, "site", QStringLiteral("s")).utf8();
    QCOMPARE(desk.perform(verb, "nowhere"), QStringLiteral("No connection tells of \"nowhere\"."));
    QCOMPARE(desk.perform(verb, site.constData()), QStringLiteral("polish of %1 by a").arg(QString::fromUtf8(site)));
    QCOMPARE(desk.perform(verb, "behind-a"), QStringLiteral("polish of behind-a by a")); // passed on to who told of it
    int done = 0;
    desk.keeper->setVerbHandler([&](const Action &action, const KeeperCommands::Progress &progress) {
        if (action.verb != QLatin1String("own"))
            return false;
        progress({QStringLiteral("time %1").arg(++done), true, {}});
        return true;
    });
    QCOMPARE(desk.perform(QStringLiteral("own"), "x", QStringLiteral("key")), QStringLiteral("time 1"));
    QCOMPARE(desk.perform(QStringLiteral("own"), "x", QStringLiteral("key")), QStringLiteral("time 1")); // done once
    QCOMPARE(desk.perform(QStringLiteral("own"), "x", QStringLiteral("other")), QStringLiteral("time 2"));
}

void tst_Keeper::anActionMayEndAfterTheKeeper()
{
    QTemporaryDir directory;
    KeeperCommands::Progress progress;
    QStringList told;
    {
        Desk desk(directory.path());
        desk.keeper->setVerbHandler([&](const Action &, const KeeperCommands::Progress &given) {
            progress = given;
            return true;
        });
        desk.keeper->perform({QStringLiteral("lab.fault"), EntityId("x"), {}, QStringLiteral("key")},
                             [&](const ActionProgress &step) { told.append(step.text); });
    }
    progress({QStringLiteral("The lab was stopped."), true, {}});
    QCOMPARE(told, QStringList({QStringLiteral("The lab was stopped.")}));
}

void tst_Keeper::describesItself()
{
    QTemporaryDir directory;
    Desk desk(directory.path());
    desk.start();
    QVERIFY(!desk.keeper->describe().configured);
    QVERIFY(bool(desk.keeper->save(fake("a", "fake://a"))));
    desk.clock.advance(1s);
    const Description description = desk.keeper->describe();
    QVERIFY(description.configured);
    QCOMPARE(description.keeperPath, QStringList({QStringLiteral("keeper-1"), QStringLiteral("far-keeper")}));
    QCOMPARE(description.capabilities,
             QStringList({QStringLiteral("watch"), QStringLiteral("samples"), QStringLiteral("tail"),
                          QStringLiteral("perform"), QStringLiteral("logs"), QStringLiteral("events"),
                          QStringLiteral("follow"), QStringLiteral("connections"), QStringLiteral("history"),
                          QStringLiteral("incident")}));
    QCOMPARE(desk.keeper->startLab(0, 0).error().kind, ErrorKind::Unsupported);
    const EntityId id = desk.keeper->connections().first().id;
    qsizetype samples = 0;
    const auto count = [&] {
        desk.keeper->samples({id, {QStringLiteral("latency.ms")}}, [&](const SamplesAnswer &answer) {
            samples = answer.series.isEmpty() ? 0 : qsizetype(answer.series.first().buckets.size());
        });
        return samples;
    };
    QTRY_VERIFY(count() > 0);
}

void tst_Keeper::noticesIdleness()
{
    QTemporaryDir directory;
    Desk desk(directory.path());
    desk.start();
    IdleWatch idle(*desk.keeper, desk.clock, 30s);
    bool idled = false;
    QObject::connect(&idle, &IdleWatch::idled, &idle, [&] { idled = true; });
    desk.clock.advance(20s);
    desk.keeper->describe(); // a headless call is use
    desk.clock.advance(20s);
    QVERIFY(!idled);
    desk.clock.advance(15s);
    QVERIFY(idled);
}

QTEST_GUILESS_MAIN(tst_Keeper)
#include "tst_keeper.moc"
