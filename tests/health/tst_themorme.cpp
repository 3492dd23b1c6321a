// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/health/healthengine.h"
#include "tests/health/fleetbuilder.h"
#include "tests/testing/test.h"

using namespace graticule;
using namespace graticule::testing;

using S = ConnectionState;

/// A dead site, a cut way, a frozen endpoint and our own lost network, told apart. Keepers stand in ams, fra and syd;
/// what they measure comes to us by the connection K. We read db by D and other by E.
class TestThemOrMe : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_memory = {};
        m_watchedUntil = -1;
    }
    void aDeadSiteIsDown();
    void whoNeverReachedItIsNoWitness();
    void aCutWayIsNotTheSitesFault();
    void anOpenPortOnOurWayIsNotReachingIt();
    void aCutLinkIsNamed();
    void aFrozenEndpointIsNoDeadSite();
    void aFrozenEndpointThatIsSeenOtherwiseIsDegraded();
    void whatAnswersOneIsNotFrozen();
    void ourOwnLostNetworkIsOneCause();
    void aRefusalShowsThatTheNetworkCarries();
    void connectionsToOneHostAreOne();
    void deathsApartAreNoLostNetwork();
    void tooFewCannotTell();
    void whoRefusesIsNotDead();
    void whoRefusesAndIsSeenOtherwiseIsDegraded();
    void aHandshakeThatHangsIsFrozen();
    void oneWayFromOnePlaceAccusesNobody();
    void twoPlacesAccuseTheEndOfTheirWays();
    void anotherKeepersLostNetworkIsItsOwn();
    void oldEvidenceIsNone();
    void verdictsOfOthersAreNoFacts();
    void whatAlternatesTurnsNothing();
    void aLinkTurnsAfterItsDelay();
    void aPlatformsOwnWordCountsAtOnce();
    void theClockSetBackBeginsTheDelayAgain();
    void whatIsGoneIsForgotten();

private:
    QString step(FleetBuilder &fleet, int seconds)
    {
        for (const char *name : {"K", "E"})
            if (fleet.tables.feeds.contains(id(QStringLiteral("f-%1").arg(QLatin1String(name)))))
                fleet.feed(QLatin1String(name), at(m_watchedUntil < 0 ? seconds : m_watchedUntil));
        HealthStep step = HealthEngine::step(std::move(m_memory), fleet.tables, at(seconds));
        m_memory = std::move(step.memory);
        m_nextDue = step.nextDue;
        return text(step.verdicts);
    }
    QString verdictOn(const char *site) const
    {
        const Verdict *verdict = m_memory.verdicts.find(id(QLatin1String(site)));
        return verdict ? text(*verdict) : QStringLiteral("none");
    }
    FleetBuilder fleet()
    {
        m_watchedUntil = -1;
        FleetBuilder fleet;
        fleet.connection("K").feed("K").remote("D").feed("D").remote("E").feed("E");
        fleet.site("db", {"D"}).site("other", {"E"});
        for (const char *from : {"ams", "fra", "syd"}) {
            fleet.site(from, {"K"});
            for (const char *to : {"ams", "fra", "syd", "db", "other"}) {
                if (qstrcmp(from, to) != 0)
                    fleet.probe(from, to, true);
            }
        }
        return fleet;
    }
    static void probes(FleetBuilder &fleet, const QStringList &from, const QStringList &to, bool answer)
    {
        for (const QString &begin : from) {
            for (const QString &end : to) {
                if (begin != end)
                    fleet.probe(begin, end, answer);
            }
        }
    }

    HealthMemory m_memory;
    Instant m_nextDue = kNever;
    int m_watchedUntil = -1; ///< the feeds K and E are observed until then; < 0: always
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

void TestThemOrMe::aCutLinkIsNamed()
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

void TestThemOrMe::ourOwnLostNetworkIsOneCause()
{
    FleetBuilder it = fleet();
    it.connection("local", S::Live).feed("local", at(200)).site("home", {"local"}); // this machine: no network
    Connection local = *it.tables.connections.find(id("local"));
    local.address = QStringLiteral("local");
    it.tables.connections.insert(local);
    it.tables.feeds.insert(Feed{id("f-"), {}, "probes", kNoon, at(500), Milliseconds(30000), true});
    it.probe("home", "db", true, ProbeKind::TcpConnect, {});
    it.remote("F").feed("F").site("far", {"F"}).remote("G").feed("G").site("gone", {"G"});
    it.remote("K"); // the other keepers are behind the same network
    step(it, 0);
    m_watchedUntil = 0;
    for (const char *name : {"D", "E", "F"})
        it.remote(name, S::Unreachable, at(10));
    step(it, 10);
    QVERIFY2(verdictOn("db").contains("unreachable since 10 s: [connection.unreachable]"), qPrintable(verdictOn("db")));
    it.remote("G", S::Stale, at(12)).remote("K", S::Unreachable, at(12));
    step(it, 12);
    for (const char *site : {"db", "other", "far", "gone", "ams", "fra", "syd"}) {
        QVERIFY2(verdictOn(site).contains(" unreachable since 1"), qPrintable(verdictOn(site)));
        QVERIFY2(verdictOn(site).contains(
                     ": [keeper.cut-off] We are cut off: 5 of 5 hosts that this keeper asks fell silent together.; "),
                 qPrintable(verdictOn(site)));
    }
    QCOMPARE(verdictOn("home"), "home degraded since 12 s: [vantage.cut-off] The network here is lost: 5 of 5 ways "
                                "from here fell silent together.");
    for (const char *name : {"D", "E", "F", "K"})
        it.remote(name).feed(name, at(20));
    step(it, 20);
    QCOMPARE(verdictOn("home"), "home healthy since 20 s");
    QCOMPARE(verdictOn("gone"), "gone unreachable since 12 s: [connection.stale] G is connected but silent.; "
                                "[vantage.alone] Nobody else measures it: a dead site and a cut way look the same from "
                                "here.");
}

void TestThemOrMe::aRefusalShowsThatTheNetworkCarries()
{
    FleetBuilder it;
    for (const char *name : {"A", "B", "C", "D"})
        it.remote(name, S::Unreachable, at(10)).feed(name).site(QString(QLatin1String(name)).toLower(), {name});
    it.remote("D", S::Refused);
    it.connection("C", S::Unreachable, "nothing listens", Fault::Endpoint);
    Connection there = *it.tables.connections.find(id("C"));
    there.address = QStringLiteral("tcp://c.example:2375");
    it.tables.connections.insert(there);
    step(it, 10);
    QCOMPARE(verdictOn("a"), "a unreachable since 10 s: [connection.unreachable] no route; [vantage.alone] Nobody else "
                             "measures it: a dead site and a cut way look the same from here.");
    QCOMPARE(verdictOn("c"), "c unreachable since 10 s: [connection.unreachable] nothing listens");
}

void TestThemOrMe::connectionsToOneHostAreOne()
{
    FleetBuilder it;
    for (const char *name : {"A", "B", "C"}) {
        it.remote(name, S::Unreachable, at(10)).feed(name).site(QString(QLatin1String(name)).toLower(), {name});
        Connection one = *it.tables.connections.find(id(QLatin1String(name)));
        one.address = QStringLiteral("ssh://me@one.example:%1").arg(2000 + name[0]);
        it.tables.connections.insert(one);
    }
    step(it, 10);
    QCOMPARE(verdictOn("a"), "a unreachable since 10 s: [connection.unreachable] no route; [vantage.few] None of the "
                             "hosts asked from here answers, and they are too few (1) to tell a dead site, a cut way "
                             "and our own lost network apart.");
}

void TestThemOrMe::deathsApartAreNoLostNetwork()
{
    FleetBuilder it;
    int minutes = 0;
    for (const char *name : {"A", "B", "C", "D"}) {
        it.remote(name, S::Unreachable, at(minutes * 60)).feed(name);
        it.site(QString(QLatin1String(name)).toLower(), {name});
        minutes += 30;
    }
    step(it, 7200);
    QVERIFY2(!verdictOn("a").contains("cut-off"), qPrintable(verdictOn("a")));
}

void TestThemOrMe::tooFewCannotTell()
{
    FleetBuilder it;
    it.remote("A", S::Unreachable, at(10)).feed("A").site("a", {"A"});
    step(it, 10);
    QVERIFY2(verdictOn("a").contains("[vantage.few] None of the hosts asked from here answers, and they are too few "
                                     "(1)"),
             qPrintable(verdictOn("a")));
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

void TestThemOrMe::oneWayFromOnePlaceAccusesNobody()
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

void TestThemOrMe::twoPlacesAccuseTheEndOfTheirWays()
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

void TestThemOrMe::anotherKeepersLostNetworkIsItsOwn()
{
    FleetBuilder it = fleet();
    step(it, 0);
    probes(it, {"syd"}, {"ams", "fra", "db", "other"}, false);
    step(it, 10);
    step(it, 30);
    QCOMPARE(verdictOn("syd"), "syd degraded since 30 s: [vantage.cut-off] The network here is lost: 4 of 4 ways from "
                               "here fell silent together.");
    for (const char *site : {"ams", "fra", "db", "other"})
        QVERIFY2(verdictOn(site).contains("healthy"), qPrintable(verdictOn(site)));
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

void TestThemOrMe::whatAlternatesTurnsNothing()
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

void TestThemOrMe::aLinkTurnsAfterItsDelay()
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

void TestThemOrMe::aPlatformsOwnWordCountsAtOnce()
{
    FleetBuilder it;
    it.connection("A").feed("A").site("a", {"A"}).site("b", {"A"}).link("a", "b", 5, 20);
    step(it, 0);
    it.link("a", "b", -1, 20, Condition::Down);
    QCOMPARE(step(it, 1), "a degraded since 1 s: [link.down] no way to b");
    it.link("a", "b", 5, 20);
    QCOMPARE(step(it, 2), "a healthy since 2 s");
}

void TestThemOrMe::theClockSetBackBeginsTheDelayAgain()
{
    FleetBuilder it = fleet();
    it.feed("D", at(8000));
    step(it, 7200);
    it.probe("syd", "db", false);
    step(it, 7210);
    step(it, 3600);
    QCOMPARE(m_nextDue, at(3620));
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
