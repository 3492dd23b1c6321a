// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/health/threekeepers.h"

using namespace graticule;
using namespace graticule::testing;

/// When a way counts as cut, and whom that accuses.
class TestLinkTurns : public ThreeKeepers
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void aCutLinkIsNamed();
    void oneWayFromOnePlaceAccusesNobody();
    void twoPlacesAccuseTheEndOfTheirWays();
    void whatAlternatesTurnsNothing();
    void aLinkTurnsAfterItsDelay();
    void aPlatformsOwnWordCountsAtOnce();
    void theClockSetBackBeginsTheDelayAgain();
};

void TestLinkTurns::aCutLinkIsNamed()
{
    FleetBuilder it = fleet();
    it.probe("syd", "db", true, ProbeKind::TcpConnect);
    step(it, 0);
    // By two kinds of probe: one pair, said once.
    it.probe("syd", "db", false).probe("syd", "db", false, ProbeKind::TcpConnect);
    step(it, 10);
    step(it, 30);
    QCOMPARE(verdictOn("db"), "db degraded since 30 s: [link.cut] reached from ams, fra, not from syd");
    for (const char *well : {"ams", "fra", "syd", "other"})
        QVERIFY2(verdictOn(well).contains("healthy"), qPrintable(verdictOn(well)));
}

void TestLinkTurns::oneWayFromOnePlaceAccusesNobody()
{
    FleetBuilder it;
    it.tables.feeds.insert(Feed{id("f-"), {}, "probes", kNoon, at(500), Milliseconds(500'000), true});
    it.site("home", {""}).remote("E").feed("E").site("other", {"E"});
    it.probe("home", "other", true, ProbeKind::TlsHandshake, {});
    step(it, 0);
    it.probe("home", "other", false, ProbeKind::TlsHandshake, {});
    step(it, 10);
    step(it, 30);
    const QString unclear = "[link.unclear] Nothing else that is measured at either end is well: whether it is this "
                            "place, the other one or the way between them cannot be told.";
    QCOMPARE(verdictOn("home"), "home healthy: [link.down] no way to other; " + unclear);
    QCOMPARE(verdictOn("other"), "other healthy: [link.down] no way from home; " + unclear);
    // Something else from there is well: it is the way to the other place.
    it.site("third", {"E"}).probe("home", "third", true, ProbeKind::TlsHandshake, {});
    step(it, 40);
    QCOMPARE(verdictOn("home"), "home healthy");
    QCOMPARE(verdictOn("other"), "other degraded since 40 s: [link.down] no way from home");
}

void TestLinkTurns::twoPlacesAccuseTheEndOfTheirWays()
{
    FleetBuilder it;
    it.connection("K").feed("K").remote("E").feed("E").site("ams", {"K"}).site("fra", {"K"}).site("other", {"E"});
    it.probe("ams", "other", true).probe("fra", "other", true);
    step(it, 0);
    it.probe("ams", "other", false).probe("fra", "other", false);
    step(it, 10);
    step(it, 30);
    QCOMPARE(verdictOn("ams"), "ams healthy");
    QCOMPARE(verdictOn("fra"), "fra healthy");
    QCOMPARE(verdictOn("other"), "other degraded since 30 s: [link.down] no way from ams; [link.down] no way from fra");
}

void TestLinkTurns::whatAlternatesTurnsNothing()
{
    FleetBuilder it = fleet();
    step(it, 0);
    for (int seconds = 10; seconds < 400; seconds += 10) {
        it.probe("syd", "db", seconds % 20 == 0);
        it.feed("D", at(seconds));
        QCOMPARE(step(it, seconds), QString());
    }
    // The same once it counts as down: a short good while does not heal it.
    it.probe("syd", "db", false);
    step(it, 400);
    it.feed("D", at(420));
    QVERIFY(step(it, 420).contains("[link.cut]"));
    for (int seconds = 430; seconds < 800; seconds += 10) {
        it.probe("syd", "db", seconds % 20 == 0).feed("D", at(seconds));
        QCOMPARE(step(it, seconds), QString());
    }
}

void TestLinkTurns::aLinkTurnsAfterItsDelay()
{
    FleetBuilder it = fleet();
    it.feed("D", at(300));
    step(it, 0);
    it.probe("syd", "db", false);
    step(it, 10);
    QCOMPARE(verdictOn("db"), "db healthy");
    QCOMPARE(m_nextDue, at(30)); // two bad windows of 10 s
    QCOMPARE(step(it, 30), "db degraded since 30 s: [link.cut] reached from ams, fra, not from syd");
    it.probe("syd", "db", true);
    step(it, 40);
    QVERIFY(verdictOn("db").contains("degraded"));
    QCOMPARE(m_nextDue, at(70) + Milliseconds(0)); // three good ones
    step(it, 70);
    QCOMPARE(verdictOn("db"), "db healthy since 70 s");
}

void TestLinkTurns::aPlatformsOwnWordCountsAtOnce()
{
    FleetBuilder it;
    it.connection("A").feed("A").site("a", {"A"}).site("b", {"A"}).link("a", "b", 5, 20);
    step(it, 0);
    it.link("a", "b", -1, 20, Condition::Down);
    QCOMPARE(step(it, 1), "a degraded since 1 s: [link.down] no way to b");
    it.link("a", "b", 5, 20);
    QCOMPARE(step(it, 2), "a healthy since 2 s");
}

void TestLinkTurns::theClockSetBackBeginsTheDelayAgain()
{
    FleetBuilder it = fleet();
    it.feed("D", at(8000));
    step(it, 7200);
    it.probe("syd", "db", false);
    step(it, 7210);
    step(it, 3600);
    QCOMPARE(m_nextDue, at(3620));
}

QTEST_GUILESS_MAIN(TestLinkTurns)
#include "tst_linkturns.moc"
