// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/health/endpointhost.h"
#include "backend/health/healthengine.h"
#include "tests/health/fleetbuilder.h"
#include "tests/testing/processortimer.h"
#include "tests/testing/test.h"

#include <QRandomGenerator>

using namespace graticule;
using namespace graticule::testing;

/// What the engine does from step to step.
class TestHealthSteps : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void tellsOnlyWhatChanged();
    /// Else all contexts would be one host, reached while any of them is.
    void contextsTellNothingOfTheNetwork()
    {
        QCOMPARE(hostOf(QStringLiteral("https://api.example:6443/x")), EntityId("api.example"));
        QVERIFY(hostOf(QStringLiteral("context:prod")).isEmpty());
        QVERIFY(hostOf(QStringLiteral("/etc/graticule/kubeconfig")).isEmpty());
    }
    void sinceMovesWithTheStateOnly();
    void becomesStaleWithoutADelta();
    void isFreshAgainWhenTheClockGoesBack();
    void takesUpVerdictsOfAnEarlierRun();
    void theWayToAConnectionCounts();
    void whatIsOutOfSightStaysSoUntilItAnswers();
    void forgetsWhatIsGone();
    void aChangedNameReachesTheReasons();
    void whoCountsReachesTheReasons();
    void stepsEqualOneFromScratch_data();
    void stepsEqualOneFromScratch();
    void costsInProportionToTheChange();
    void aLargeSiteIsJudgedByWhatAilsThere();

private:
    QString step(const FleetBuilder &fleet, int seconds)
    {
        HealthStep step = HealthEngine::step(std::move(m_memory), fleet.tables, at(seconds));
        m_memory = std::move(step.memory);
        m_nextDue = step.nextDue;
        return text(step.verdicts);
    }

    HealthMemory m_memory;
    Instant m_nextDue = kNever;
};

void TestHealthSteps::tellsOnlyWhatChanged()
{
    m_memory = {};
    FleetBuilder fleet;
    fleet.connection("A").feed("A").site("a", {"A"}).site("b", {"A"}).service("pay", 1);
    QCOMPARE(step(fleet, 0), QStringLiteral("a healthy\nb healthy"));
    QCOMPARE(step(fleet, 1), QString());
    fleet.feed("A", at(2)); // observed again
    QCOMPARE(step(fleet, 2), QString());
    fleet.placement("pay", "b", 1, 2, Health::Unhealthy);
    QCOMPARE(step(fleet, 3), QStringLiteral("b degraded since 3 s: [service.unhealthy] pay unhealthy, 1 of 2 ready"));
    fleet.connection("A", ConnectionState::Unreachable, "no route");
    QCOMPARE(step(fleet, 4), QStringLiteral("a unreachable since 4 s: [connection.unreachable] no route\n"
                                            "b unreachable since 4 s: [connection.unreachable] no route"));
    fleet.tables.sites.remove(id("a"));
    QCOMPARE(step(fleet, 5), QStringLiteral("-a"));
}

void TestHealthSteps::theWayToAConnectionCounts()
{
    m_memory = {};
    FleetBuilder fleet;
    fleet.connection("centre").connection("region").connection("A").behind("region", "centre").behind("A", "region");
    fleet.feed("A").site("a", {"A"});
    QCOMPARE(step(fleet, 0), QStringLiteral("a healthy"));
    fleet.connection("centre", ConnectionState::Unreachable, "no route");
    QCOMPARE(step(fleet, 1), QStringLiteral("a unreachable since 1 s: [connection.unreachable] no route"));
    fleet.connection("centre");
    QCOMPARE(step(fleet, 2), QStringLiteral("a healthy since 2 s"));
}

void TestHealthSteps::whatIsOutOfSightStaysSoUntilItAnswers()
{
    m_memory = {};
    using S = ConnectionState;
    FleetBuilder fleet;
    fleet.connection("centre").connection("region", S::Unreachable, "no route").connection("A");
    fleet.behind("region", "centre").behind("A", "region").feed("A").site("a", {"A"});
    QCOMPARE(step(fleet, 0), QStringLiteral("a unreachable: [connection.unreachable] no route"));
    // Each step between us and it may be paused, resumed and asked anew without making the site well.
    fleet.connection("centre", S::Paused);
    QCOMPARE(step(fleet, 1), QStringLiteral("a unreachable stale: [connection.unreachable] no route"));
    fleet.connection("centre", S::Connecting);
    QCOMPARE(step(fleet, 2), QStringLiteral("a unreachable: [connection.unreachable] no route"));
    fleet.connection("centre");
    fleet.connection("region", S::Paused, "no route").behind("region", "centre");
    QCOMPARE(step(fleet, 3), QStringLiteral("a unreachable stale: [connection.unreachable] no route"));
    fleet.connection("region", S::NeverAsked, "no route").behind("region", "centre");
    QCOMPARE(step(fleet, 4), QStringLiteral("a unreachable: [connection.unreachable] no route"));
    fleet.connection("region").behind("region", "centre");
    QCOMPARE(step(fleet, 5), QStringLiteral("a healthy since 5 s"));
}

void TestHealthSteps::sinceMovesWithTheStateOnly()
{
    m_memory = {};
    FleetBuilder fleet;
    fleet.connection("A").feed("A").site("a", {"A"}).placement("pay", "a", 1, 3, Health::Unhealthy);
    QCOMPARE(step(fleet, 0), QStringLiteral("a degraded: [service.unhealthy] pay unhealthy, 1 of 3 ready"));
    fleet.placement("pay", "a", 2, 3, Health::Unhealthy);
    QCOMPARE(step(fleet, 9), QStringLiteral("a degraded: [service.unhealthy] pay unhealthy, 2 of 3 ready"));
    fleet.placement("pay", "a", 3, 3, Health::Healthy);
    QCOMPARE(step(fleet, 12), QStringLiteral("a healthy since 12 s"));
}

void TestHealthSteps::becomesStaleWithoutADelta()
{
    m_memory = {};
    FleetBuilder fleet;
    fleet.connection("A").feed("A").connection("B").feed("B", at(10)).site("a", {"A"}).site("b", {"A", "B"});
    QCOMPARE(step(fleet, 12), QStringLiteral("a healthy since 12 s\nb healthy since 12 s"));
    QCOMPARE(m_nextDue, at(30) + Milliseconds(1));
    QCOMPARE(step(fleet, 30), QString());
    QCOMPARE(step(fleet, 31), QStringLiteral("a healthy stale since 12 s"));
    QCOMPARE(m_nextDue, at(40) + Milliseconds(1));
    QCOMPARE(step(fleet, 41), QStringLiteral("b healthy stale since 12 s"));
    QCOMPARE(m_nextDue, kNever);
    fleet.feed("A", at(50));
    QCOMPARE(step(fleet, 50), QStringLiteral("a healthy since 12 s\nb healthy since 12 s"));
    QCOMPARE(m_nextDue, at(80) + Milliseconds(1));
}

void TestHealthSteps::isFreshAgainWhenTheClockGoesBack()
{
    m_memory = {};
    FleetBuilder fleet;
    fleet.connection("A").feed("A").site("a", {"A"});
    QCOMPARE(step(fleet, 3600), QStringLiteral("a healthy stale since 3600 s"));
    QCOMPARE(step(fleet, 1), QStringLiteral("a healthy since 3600 s"));
    QCOMPARE(m_nextDue, at(30) + Milliseconds(1));
}

void TestHealthSteps::takesUpVerdictsOfAnEarlierRun()
{
    m_memory = {};
    FleetBuilder fleet;
    fleet.connection("A").feed("A").site("a", {"A"}).site("b", {"A"});
    fleet.tables.verdicts.insert(Verdict{id("a"), SiteState::Healthy, false, at(-500), {}});
    fleet.tables.verdicts.insert(Verdict{id("b"), SiteState::Down, false, at(-500), {}});
    QCOMPARE(step(fleet, 1), QStringLiteral("a healthy since -500 s\nb healthy since 1 s"));
}

void TestHealthSteps::forgetsWhatIsGone()
{
    m_memory = {};
    FleetBuilder fleet;
    fleet.connection("A").feed("A").site("a", {"A"}).site("b", {"A"}).node("n", "a", Condition::Up);
    fleet.link("a", "b", 9, 5).service("pay", 1).placement("pay", "b", 0, 1, Health::Failed);
    fleet.replica("ledger", "b", ReplicaState::Broken, -1);
    step(fleet, 0);
    step(FleetBuilder(), 1);
    QVERIFY(m_memory.parts.isEmpty());
    QVERIFY(m_memory.feeds.isEmpty());
    QVERIFY(m_memory.feedsByConnection.isEmpty());
    QVERIFY(m_memory.placementsByService.isEmpty());
    QVERIFY(m_memory.replicasByAsset.isEmpty());
    QVERIFY(m_memory.due.empty());
    QVERIFY(m_memory.verdicts.isEmpty());
}

void TestHealthSteps::aChangedNameReachesTheReasons()
{
    m_memory = {};
    FleetBuilder fleet;
    fleet.connection("A").feed("A").site("a", {"A"}).site("b", {"A"}).link("a", "b", 9, 5);
    fleet.service("pay", 1).placement("pay", "b", 0, 1, Health::Failed);
    step(fleet, 0);
    fleet.tables.services.insert(Service{id("pay"), "payments", 1, {}, Origin::Real});
    QCOMPARE(step(fleet, 1), QStringLiteral("b degraded: [service.failed] payments failed, 0 of 1 ready"));
    Site renamed = *fleet.tables.sites.find(id("b"));
    renamed.name = "bonn";
    fleet.tables.sites.insert(renamed);
    QCOMPARE(step(fleet, 2), QStringLiteral("a degraded: [link.slow] slow to bonn: 9 ms, limit 5 ms"));
}

/// Two connections turn out to lead to one cluster; nothing else changes.
void TestHealthSteps::whoCountsReachesTheReasons()
{
    m_memory = {};
    FleetBuilder fleet;
    fleet.connection("A").connection("B").feed("A").feed("B").site("a", {"A", "B"});
    fleet.node("A/1", "a", Condition::Down, "A").node("B/1", "a", Condition::Down, "B");
    fleet.node("A/2", "a", Condition::Up, "A").node("B/2", "a", Condition::Up, "B");
    QCOMPARE(step(fleet, 0), QStringLiteral("a degraded: [node.down] 2 of 4 nodes down (A/1, B/1)"));
    Connection uncounted = *fleet.tables.connections.find(id("A"));
    uncounted.countedBy = id("B");
    fleet.tables.connections.insert(uncounted);
    QCOMPARE(step(fleet, 1), QStringLiteral("a degraded: [node.down] 1 of 2 nodes down (B/1)"));
    fleet.connection("A");
    QCOMPARE(step(fleet, 2), QStringLiteral("a degraded: [node.down] 2 of 4 nodes down (A/1, B/1)"));
}

void TestHealthSteps::stepsEqualOneFromScratch_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 12; ++seed)
        QTest::addRow("seed %d", seed) << seed;
}

namespace {

/// One random change to a small fleet: add, change, or remove anything.
void shake(FleetTables &tables, QRandomGenerator &random, int seconds)
{
    const auto pick = [&](const char *kind, int count) {
        return QString::fromLatin1(kind) + QString::number(random.bounded(count));
    };
    const auto condition = [&] { return Condition(random.bounded(5)); };
    FleetBuilder fleet{tables};
    const QString site = pick("s", 8);
    switch (random.bounded(16)) {
    case 0:
    case 1:
        fleet.connection(pick("C", 3), ConnectionState(random.bounded(9)), random.bounded(2) ? "broken" : "");
        break;
    case 2:
    case 3:
        fleet.feed(pick("C", 3), at(seconds - random.bounded(40)), random.bounded(4) > 0);
        break;
    case 4:
        fleet.site(site, {pick("C", 3)}, condition());
        break;
    case 5:
        fleet.site(site, {"C0", pick("C", 3)}, condition());
        break;
    case 6:
        fleet.node(pick("n", 6), site, condition(), pick("C", 3));
        break;
    case 7:
    case 8:
        fleet.placement(pick("p", 4), site, random.bounded(3), 2, Health(random.bounded(8)), {}, pick("C", 3));
        break;
    case 9:
        fleet.replica(pick("a", 3), site, ReplicaState(random.bounded(4)), random.bounded(100'000));
        break;
    case 10:
    case 11:
    case 12:
        fleet.link(site, pick("s", 8), random.bounded(30), 20, random.bounded(5) ? Condition::Up : condition());
        break;
    case 13:
        fleet.service(pick("p", 4), random.bounded(4));
        break;
    case 14:
        fleet.tables.links.remove(id(site + u'>' + pick("s", 8)));
        fleet.tables.nodes.remove(id(pick("n", 6)));
        fleet.tables.placements.remove(id(pick("p", 4) + u'@' + site));
        fleet.tables.replicas.remove(id(pick("a", 3) + u'@' + site));
        break;
    default:
        fleet.tables.sites.remove(id(site));
        fleet.tables.feeds.remove(id(pick("f-C", 6)));
        fleet.tables.services.remove(id(pick("p", 8)));
        fleet.tables.assets.remove(id(pick("a", 6)));
        fleet.tables.connections.remove(id(pick("C", 6)));
    }
    tables = fleet.tables;
}

/// Without the times, which a step from scratch cannot know.
QStringList timeless(const Table<Verdict> &verdicts)
{
    QStringList lines;
    verdicts.forEach([&](Verdict verdict) {
        verdict.since = kNoon;
        lines.append(text(verdict));
    });
    lines.sort();
    return lines;
}

} // namespace

void TestHealthSteps::stepsEqualOneFromScratch()
{
    QFETCH(int, seed);
    m_memory = {};
    QRandomGenerator random{quint32(seed)};
    FleetTables tables;
    Table<Verdict> told; // what a listener has put together from the changes
    int seconds = 0;
    for (int round = 0; round < 250; ++round) {
        const int changes = random.bounded(4);
        for (int i = 0; i < changes; ++i)
            shake(tables, random, seconds);
        seconds += random.bounded(12) - (round % 50 == 0 ? 100 : 0);
        HealthStep next = HealthEngine::step(std::move(m_memory), tables, at(seconds));
        m_memory = std::move(next.memory);
        for (const auto &verdict : next.verdicts.upserted)
            told.insert(verdict);
        for (const EntityId &gone : next.verdicts.removed)
            QVERIFY(told.remove(gone));
        const HealthStep scratch = HealthEngine::step({}, tables, at(seconds));
        QCOMPARE(timeless(told), timeless(scratch.memory.verdicts));
        QCOMPARE(next.nextDue, scratch.nextDue);
    }
}

/// One cluster may be one site: 20,000 services of which one turns must not cost what all of them do.
void TestHealthSteps::aLargeSiteIsJudgedByWhatAilsThere()
{
    m_memory = {};
    FleetBuilder fleet;
    fleet.connection("A").feed("A").site("a", {"A"});
    constexpr int kPlacements = 20'000;
    const auto put = [&](int count, bool isWell) {
        for (int i = 0; i < count; ++i)
            fleet.placement(QStringLiteral("p%1").arg(i), "a", isWell, 1, isWell ? Health::Healthy : Health::Failed);
    };
    const auto microseconds = [&](int changed) {
        qint64 best = std::numeric_limits<qint64>::max();
        for (int run = 0; run < 6; ++run) {
            put(changed, run % 2);
            testing::ProcessorTimer timer;
            timer.start();
            step(fleet, run);
            best = std::min(best, timer.nsecsElapsed() / 1000);
        }
        return best;
    };
    put(kPlacements, true);
    QCOMPARE(step(fleet, 0), QStringLiteral("a healthy"));
    const qint64 few = microseconds(10);
    const qint64 all = microseconds(kPlacements);
    qInfo("10 of 20,000 placements of a site turned: %lld us; all: %lld us", few, all);
    QVERIFY2(few * 50 < all, "a site must not be judged by all that is well there");
}

void TestHealthSteps::costsInProportionToTheChange()
{
    m_memory = {};
    FleetBuilder fleet;
    fleet.connection("A").feed("A");
    constexpr int kSites = 20'000;
    for (int i = 0; i < kSites; ++i)
        fleet.site(QStringLiteral("s%1").arg(i), {"A"});
    step(fleet, 0);
    const auto microseconds = [&](int changed) {
        qint64 best = std::numeric_limits<qint64>::max();
        for (int run = 0; run < 5; ++run) {
            for (int i = 0; i < changed; ++i)
                fleet.site(QStringLiteral("s%1").arg(i), {"A"}, run % 2 ? Condition::Up : Condition::Degraded);
            testing::ProcessorTimer timer;
            timer.start();
            step(fleet, run + 1);
            best = std::min(best, timer.nsecsElapsed() / 1000);
        }
        return best;
    };
    const qint64 few = microseconds(20);
    const qint64 all = microseconds(kSites);
    qInfo("20 of 20,000 sites changed: %lld us; all: %lld us", few, all);
    QVERIFY2(few * 20 < all, "a step must not look at what did not change");
}

QTEST_GUILESS_MAIN(TestHealthSteps)
#include "tst_healthsteps.moc"
