// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/health/threekeepers.h"

using namespace graticule;
using namespace graticule::testing;

/// Whose network is lost: ours, another keeper's, or nobody's.
class TestOwnNetwork : public ThreeKeepers
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void ourOwnLostNetworkIsOneCause();
    void aRefusalShowsThatTheNetworkCarries();
    void connectionsToOneHostAreOne();
    void deathsApartAreNoLostNetwork();
    void tooFewCannotTell();
    void anotherKeepersLostNetworkIsItsOwn();
};

void TestOwnNetwork::ourOwnLostNetworkIsOneCause()
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

void TestOwnNetwork::aRefusalShowsThatTheNetworkCarries()
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

void TestOwnNetwork::connectionsToOneHostAreOne()
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

void TestOwnNetwork::deathsApartAreNoLostNetwork()
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

void TestOwnNetwork::tooFewCannotTell()
{
    FleetBuilder it;
    it.remote("A", S::Unreachable, at(10)).feed("A").site("a", {"A"});
    step(it, 10);
    QVERIFY2(verdictOn("a").contains("[vantage.few] None of the hosts asked from here answers, and they are too few "
                                     "(1)"),
             qPrintable(verdictOn("a")));
}

void TestOwnNetwork::anotherKeepersLostNetworkIsItsOwn()
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

QTEST_GUILESS_MAIN(TestOwnNetwork)
#include "tst_ownnetwork.moc"
