// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/health/threekeepers.h"

using namespace graticule;
using namespace graticule::testing;

/// A dead site, a cut way and a frozen endpoint, told apart.
class TestThemOrMe : public ThreeKeepers
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void aDeadSiteIsDown();
    void whoNeverReachedItIsNoWitness();
    void aCutWayIsNotTheSitesFault();
    void anOpenPortOnOurWayIsNotReachingIt();
    void aFrozenEndpointIsNoDeadSite();
    void aFrozenEndpointThatIsSeenOtherwiseIsDegraded();
    void whatAnswersOneIsNotFrozen();
    void whoRefusesIsNotDead();
    void whoRefusesAndIsSeenOtherwiseIsDegraded();
    void aHandshakeThatHangsIsFrozen();
    void oldEvidenceIsNone();
    void verdictsOfOthersAreNoFacts();
    void whatIsGoneIsForgotten();
};

void TestThemOrMe::aDeadSiteIsDown()
{
    FleetBuilder it = fleet();
    step(it, 0);
    QCOMPARE(verdictOn("db"), "db healthy");
    it.remote("D", S::Unreachable, at(5));
    step(it, 5); // the others' figures are of before
    QCOMPARE(verdictOn("db"), "db unreachable since 5 s: [connection.unreachable] no route");
    QCOMPARE(m_nextDue, at(30) + Milliseconds(1)); // the feed D becomes stale
    probes(it, {"ams", "fra", "syd"}, {"db"}, false);
    step(it, 60);
    QCOMPARE(m_nextDue, at(75)); // then the others' figures would count
    step(it, 75);
    QCOMPARE(verdictOn("db").section(": ", 0, 0), "db unreachable stale since 5 s");
    step(it, 80);
    QCOMPARE(verdictOn("db"), "db down stale since 80 s: [site.dead] No answer to this keeper nor ams, fra, syd, which "
                              "reach other sites.; [connection.unreachable] no route");
    it.remote("D").feed("D", at(90)); // it answers us again: whatever the others say
    step(it, 90);
    QVERIFY2(!verdictOn("db").contains("site.dead"), qPrintable(verdictOn("db")));
}

void TestThemOrMe::whoNeverReachedItIsNoWitness()
{
    FleetBuilder it = fleet();
    probes(it, {"ams", "fra", "syd"}, {"db"}, false); // firewalls
    step(it, 0);
    it.remote("D", S::Unreachable, at(5));
    step(it, 100);
    QCOMPARE(verdictOn("db"), "db unreachable stale since 100 s: [connection.unreachable] no route");
}

void TestThemOrMe::aCutWayIsNotTheSitesFault()
{
    FleetBuilder it = fleet();
    step(it, 0);
    it.remote("D", S::Unreachable, at(5));
    probes(it, {"syd"}, {"db"}, false);
    step(it, 70);
    step(it, 100);
    QCOMPARE(verdictOn("db"),
             "db degraded stale since 100 s: [site.reached-elsewhere] Reached from ams, fra, not by this keeper: the "
             "way is cut, not the site.; [connection.unreachable] no route; [link.cut] reached from ams, fra, not from "
             "syd");
}

void TestThemOrMe::anOpenPortOnOurWayIsNotReachingIt()
{
    // A proxy before the cut takes our connections, and no call is made any more that could fail.
    FleetBuilder it = fleet();
    it.tables.feeds.insert(Feed{id("f-"), {}, "probes", kNoon, at(500), Milliseconds(30000), true});
    it.site("home", {"E"}).probe("home", "db", true, ProbeKind::TcpConnect, {});
    step(it, 0);
    it.remote("D", S::Unreachable, at(5));
    step(it, 100);
    QVERIFY2(verdictOn("db").contains("Reached from ams, fra, syd, not by this keeper"), qPrintable(verdictOn("db")));
}

void TestThemOrMe::aFrozenEndpointIsNoDeadSite()
{
    FleetBuilder it = fleet();
    for (const char *from : {"ams", "fra", "syd"})
        it.probe(from, "db", true, ProbeKind::TcpConnect);
    step(it, 0);
    it.remote("D", S::Stale, at(5));
    probes(it, {"ams", "fra", "syd"}, {"db"}, false);
    step(it, 65);
    step(it, 90);
    QCOMPARE(verdictOn("db"),
             "db unreachable stale since 65 s: [endpoint.frozen] Frozen: seen from ams, fra, syd, its port answers and "
             "its protocol does not.; [connection.stale] D is connected but silent.");
}

void TestThemOrMe::aFrozenEndpointThatIsSeenOtherwiseIsDegraded()
{
    FleetBuilder it = fleet();
    it.probe("ams", "other", true, ProbeKind::TlsHandshake);
    step(it, 0);
    probes(it, {"ams", "fra", "syd"}, {"other"}, false);
    step(it, 10);
    step(it, 30);
    QVERIFY2(verdictOn("other").contains("other degraded since 30 s: [endpoint.frozen] Frozen: seen from ams, its port "
                                         "answers and its protocol does not.; [link.down]"),
             qPrintable(verdictOn("other")));
}

void TestThemOrMe::whatAnswersOneIsNotFrozen()
{
    // A proxy on the way of ams takes connections, behind it the way is cut.
    FleetBuilder it = fleet();
    it.probe("ams", "other", true, ProbeKind::TcpConnect);
    step(it, 0);
    it.probe("ams", "other", false);
    step(it, 10);
    step(it, 30);
    QCOMPARE(verdictOn("other"), "other degraded since 30 s: [link.cut] reached from fra, syd, not from ams");
}

void TestThemOrMe::whoRefusesIsNotDead()
{
    // Its host answers each connect by a reset: the service ended, the place did not.
    FleetBuilder it = fleet();
    step(it, 0);
    it.remote("D", S::Unreachable, at(5));
    probes(it, {"ams", "fra", "syd"}, {"db"}, false);
    for (const char *from : {"ams", "fra", "syd"})
        it.probe(from, "db", true, ProbeKind::TcpConnect, QStringLiteral("K"), -1, true);
    step(it, 75);
    step(it, 100);
    QCOMPARE(verdictOn("db"), "db unreachable stale since 75 s: [endpoint.refuses] Seen from ams, fra, syd, its host "
                              "answers and refuses the connection: nothing listens at its port.; "
                              "[connection.unreachable] no route");
    for (const char *well : {"ams", "fra", "syd"})
        QVERIFY2(verdictOn(well).endsWith("healthy"), qPrintable(verdictOn(well)));
}

void TestThemOrMe::whoRefusesAndIsSeenOtherwiseIsDegraded()
{
    FleetBuilder it = fleet();
    step(it, 0);
    probes(it, {"ams", "fra", "syd"}, {"other"}, false);
    for (const char *from : {"ams", "fra", "syd"})
        it.probe(from, "other", true, ProbeKind::TcpConnect, QStringLiteral("K"), -1, true);
    step(it, 10);
    step(it, 30);
    QVERIFY2(verdictOn("other").startsWith("other degraded since 10 s: [endpoint.refuses] Seen from ams, fra, syd, "),
             qPrintable(verdictOn("other")));
    QVERIFY2(!verdictOn("other").contains("no way"), qPrintable(verdictOn("other")));
}

void TestThemOrMe::aHandshakeThatHangsIsFrozen()
{
    FleetBuilder it = fleet();
    for (const char *from : {"ams", "fra", "syd"}) {
        it.tables.links.remove(id(QStringLiteral("%1>db/%2").arg(QLatin1String(from)).arg(int(ProbeKind::Grpc))));
        it.probe(from, "db", true, ProbeKind::TcpConnect).probe(from, "db", true, ProbeKind::TlsHandshake);
    }
    step(it, 0);
    it.remote("D", S::Stale, at(5));
    for (const char *from : {"ams", "fra", "syd"})
        it.probe(from, "db", false, ProbeKind::TlsHandshake);
    step(it, 65);
    step(it, 90);
    QVERIFY2(verdictOn("db").contains("[endpoint.frozen] Frozen: seen from ams, fra, syd"),
             qPrintable(verdictOn("db")));
}

void TestThemOrMe::oldEvidenceIsNone()
{
    FleetBuilder it = fleet();
    step(it, 0);
    it.remote("D", S::Unreachable, at(5));
    m_watchedUntil = 10; // K is silent, so what it told is of then
    step(it, 10);
    step(it, 100);
    QCOMPARE(verdictOn("db"), "db unreachable stale since 10 s: [connection.unreachable] no route; [vantage.alone] "
                              "Nobody else measures it: a dead site and a cut way look the same from here.");
}

void TestThemOrMe::verdictsOfOthersAreNoFacts()
{
    FleetBuilder it = fleet();
    for (const char *from : {"ams", "fra", "syd"})
        it.tables.links.remove(id(QStringLiteral("%1>db/%2").arg(QLatin1String(from)).arg(int(ProbeKind::Grpc))));
    it.tables.verdicts.insert(Verdict{id("db"), SiteState::Down, false, kNoon, {}});
    it.remote("D", S::Unreachable, at(5));
    step(it, 100);
    QVERIFY2(verdictOn("db").contains("db unreachable"), qPrintable(verdictOn("db")));
}

void TestThemOrMe::whatIsGoneIsForgotten()
{
    FleetBuilder it = fleet();
    step(it, 0);
    it.remote("D", S::Unreachable, at(5));
    probes(it, {"syd"}, {"db"}, false);
    step(it, 6);
    FleetBuilder nothing;
    step(nothing, 7);
    QVERIFY(m_memory.parts.isEmpty());
    QVERIFY(m_memory.vantages.isEmpty());
    QVERIFY(m_memory.measuredByFeed.isEmpty());
    QVERIFY(m_memory.courses.isEmpty());
    QVERIFY(m_memory.ownEnds.isEmpty() && m_memory.ownByHost.isEmpty() && m_memory.own.isEmpty());
    QVERIFY(m_memory.echoes.empty());
    QVERIFY(m_memory.feeds.isEmpty());
}

QTEST_GUILESS_MAIN(TestThemOrMe)
#include "tst_themorme.moc"
