// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/health/healthengine.h"
#include "tests/health/fleetbuilder.h"
#include "tests/testing/test.h"

using namespace graticule;
using namespace graticule::testing;

Q_DECLARE_METATYPE(graticule::testing::FleetBuilder)

/// What one fleet, seen at noon for the first time, leads to.
class TestVerdicts : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void verdict_data();
    void verdict();
};

void TestVerdicts::verdict_data()
{
    QTest::addColumn<FleetBuilder>("fleet");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *title, const FleetBuilder &fleet, const char *expected) {
        QTest::newRow(title) << fleet << QString::fromUtf8(expected);
    };
    using S = ConnectionState;
    const auto seen = [] { return FleetBuilder().connection("A").feed("A"); };
    const auto through = [](S state, const QString &error = {}, Fault fault = Fault::Network,
                            ErrorKind kind = ErrorKind::Unknown) {
        return FleetBuilder().connection("A", state, error, fault, kind).feed("A").site("a", {"A"});
    };

    // What the platform says.
    row("up", seen().site("a", {"A"}), "a healthy");
    row("down", seen().site("a", {"A"}, Condition::Down, "power lost"), "a down: [site.down] power lost");
    row("degraded", seen().site("a", {"A"}, Condition::Degraded),
        "a degraded: [site.degraded] The platform says it is degraded.");
    row("maintenance wins over degraded",
        seen().site("a", {"A"}, Condition::Maintenance, "until Friday").node("n", "a", Condition::Down),
        "a maintenance: [site.maintenance] until Friday; [node.down] 1 of 1 nodes down (n)");
    row("nothing known is not healthy", seen().site("a", {"A"}, Condition::Unknown),
        "a unknown: [site.no-evidence] Nothing says that this site works.");
    row("what is off on purpose is no trouble, and nothing else is there",
        seen()
            .site("a", {"A"}, Condition::Unknown)
            .service("web", 0)
            .placement("web", "a", 0, 0, Health::Stopped, "scaled to 0", "A"),
        "a healthy: [site.all-off] Nothing is to run here: all of it is off.");
    row("what is off says nothing of the rest",
        seen()
            .site("a", {"A"}, Condition::Unknown)
            .service("web", 0)
            .placement("web", "a", 0, 0, Health::Stopped, "scaled to 0", "A")
            .node("n", "a", Condition::Unknown, "A"),
        "a unknown: [site.no-evidence] Nothing says that this site works.");
    row("what ended although it is wanted is not off",
        seen()
            .site("a", {"A"}, Condition::Unknown)
            .service("web", 0)
            .placement("web", "a", 0, 1, Health::Stopped, "ended", "A"),
        "a unknown: [site.no-evidence] Nothing says that this site works.");
    row("a running node is evidence", seen().site("a", {"A"}, Condition::Unknown).node("n", "a", Condition::Up),
        "a healthy");

    // Nodes.
    row("some nodes down",
        seen().site("a", {"A"}).node("n2", "a", Condition::Down, "A", "no heartbeat").node("n1", "a", Condition::Up),
        "a degraded: [node.down] 1 of 2 nodes down (n2: no heartbeat)");
    row("all nodes down: still the site's word counts",
        seen().site("a", {"A"}).node("n1", "a", Condition::Down).node("n2", "a", Condition::Down),
        "a degraded: [node.down] 2 of 2 nodes down (n1, n2)");
    row("one node drained",
        seen().site("a", {"A"}).node("n1", "a", Condition::Maintenance).node("n2", "a", Condition::Up),
        "a healthy: [node.maintenance] 1 of 2 nodes under maintenance (n1)");
    row("all nodes drained", seen().site("a", {"A"}).node("n1", "a", Condition::Maintenance),
        "a maintenance: [node.maintenance] 1 of 1 nodes under maintenance (n1)");

    // Services: important first.
    row("services",
        seen()
            .site("a", {"A"})
            .service("mail", 0)
            .service("pay", 1)
            .service("web", 3)
            .placement("mail", "a", 0, 1, Health::Failed, "exited with code 3")
            .placement("web", "a", 1, 3, Health::Unhealthy)
            .placement("pay", "a", 2, 3, Health::Restarting, "restarted 7 times"),
        "a degraded: [service.restarting] pay restarting, 2 of 3 ready: restarted 7 times; [service.unhealthy] web "
        "unhealthy, 1 of 3 ready; [service.failed] mail failed, 0 of 1 ready: exited with code 3");
    row("enough instances are ready",
        seen().site("a", {"A"}).service("pay", 1).placement("pay", "a", 3, 3, Health::Restarting), "a healthy");
    row("starting is no fault", seen().site("a", {"A"}).service("pay", 1).placement("pay", "a", 0, 3, Health::Starting),
        "a healthy");
    row("counts not known", seen().site("a", {"A"}).placement("pay", "a", -1, -1, Health::Unhealthy),
        "a degraded: [service.unhealthy] pay unhealthy");
    row("all services down: still degraded", seen().site("a", {"A"}).placement("pay", "a", 0, 2, Health::Failed),
        "a degraded: [service.failed] pay failed, 0 of 2 ready");

    // Data.
    row("replicas",
        seen()
            .site("a", {"A"})
            .replica("ledger", "a", ReplicaState::Lagging, 95'000)
            .replica("orders", "a", ReplicaState::Broken, -1)
            .replica("users", "a", ReplicaState::InSync, 40),
        "a degraded: [replica.broken] orders: the copy here is broken; [replica.lagging] ledger: the copy here is 95 s "
        "behind");

    // A feed without a connection is our keeper's own word: what it measured, where it stands.
    row("told by our own keeper", FleetBuilder().feed("").site("a", {""}), "a healthy");
    row("and no longer", FleetBuilder().feed("", at(-60)).site("a", {""}), "a healthy stale");

    // Links: the fault is that of the end with the larger share of bad ones.
    row("one slow link",
        seen().site("a", {"A"}).site("b", {"A"}).site("c", {"A"}).link("a", "b", 180, 140).link("b", "c", 10, 20),
        "a degraded: [link.slow] slow to b: 180 ms, limit 140 ms\nb healthy\nc healthy");
    row("the far end is the worse one",
        seen()
            .site("a", {"A"})
            .site("b", {"A"})
            .site("c", {"A"})
            .link("a", "b", -1, 140, Condition::Down)
            .link("c", "b", -1, 20, Condition::Down)
            .link("a", "c", 5, 20)
            .link("c", "a", 5, 20),
        "a healthy\nb degraded: [link.down] no way from a; [link.down] no way from c\nc healthy");
    row("a link to a site that nobody tells of", seen().site("a", {"A"}).link("a", "far", 9, 5),
        "a degraded: [link.slow] slow to far: 9 ms, limit 5 ms");

    // How it is seen.
    row("unreachable", through(S::Unreachable, "10.0.0.1: connection refused"),
        "a unreachable: [connection.unreachable] 10.0.0.1: connection refused");
    row("silent", through(S::Stale), "a unreachable: [connection.stale] A is connected but silent.");
    row("refused", through(S::Refused, "the certificate has expired"),
        "a unreachable: [connection.refused] the certificate has expired");
    row("tried again after a failure: no flicker", through(S::Connecting, "no route"),
        "a unreachable: [connection.unreachable] no route");
    row("tried again after a refusal", through(S::Connecting, "token expired", Fault::NotAllowed),
        "a unreachable: [connection.refused] token expired");
    row("tried again after an expired certificate, which is the endpoint's",
        through(S::Connecting, "expired", Fault::Endpoint, ErrorKind::Certificate),
        "a unreachable: [connection.refused] expired");
    row("first try: what an earlier run left", through(S::Connecting), "a healthy");
    row("slow", through(S::Slow), "a healthy");
    row("paused: the last known, stale", through(S::Paused), "a healthy stale: [connection.paused] A is paused.");
    row("not listed yet", FleetBuilder().connection("A").feed("A", kNever, false).site("a", {"A"}),
        "a unknown: [feed.not-listed] A has not been listed yet.");
    row("no feed", FleetBuilder().site("a", {}), "a unknown: [site.not-watched] No feed tells of this site.");
    row("a feed that nobody tells of", FleetBuilder().site("a", {"A"}),
        "a unknown: [feed.not-listed] Its feed has not been listed yet.");
    row("a feed without its connection", FleetBuilder().feed("A").site("a", {"A"}),
        "a unknown: [connection.unknown] Nobody tells how its feed is connected.");
    row("paused after a failure: no better than before", through(S::Paused, "no route"),
        "a unreachable stale: [connection.unreachable] no route");
    row("resumed, or restarted, after a failure", through(S::NeverAsked, "no route"),
        "a unreachable: [connection.unreachable] no route");
    row("old", FleetBuilder().connection("A").feed("A", at(-31)).site("a", {"A"}), "a healthy stale");
    row("just in time", FleetBuilder().connection("A").feed("A", at(-30)).site("a", {"A"}), "a healthy");

    // Several feeds.
    const auto two = [&](S b, bool complete = true) {
        return seen()
            .connection("B", b, "no route")
            .feed("B", complete ? at(-99) : kNever, complete)
            .site("a", {"A", "B"});
    };
    row("one of two is blind: a reason only", two(S::Unreachable), "a healthy: [connection.unreachable] no route");
    row("one of two is old", two(S::Live), "a healthy");
    row("one of two is not listed", two(S::Live, false), "a healthy: [feed.not-listed] B has not been listed yet.");
    row("facts of the blind one do not count",
        two(S::Unreachable).node("n", "a", Condition::Down, "B").placement("pay", "a", 0, 1, Health::Failed, {}, "B"),
        "a healthy: [connection.unreachable] no route");
    row("what is off says nothing of what is not seen",
        FleetBuilder()
            .connection("A", S::Unreachable, "no route")
            .connection("B")
            .feed("A")
            .feed("B")
            .site("a", {"A", "B"}, Condition::Unknown)
            .node("n", "a", Condition::Up, "A")
            .service("web", 0)
            .placement("web", "a", 0, 0, Health::Stopped, "scaled to 0", "B"),
        "a unknown: [connection.unreachable] no route; [site.no-evidence] Nothing says that this site works.");
    row("both blind",
        FleetBuilder()
            .connection("A", S::Refused, "bad token")
            .connection("B", S::Stale, "silent for 20 s")
            .feed("A")
            .feed("B")
            .site("a", {"A", "B"}),
        "a unreachable: [connection.refused] bad token; [connection.stale] silent for 20 s");
    row("one blind, one not listed",
        FleetBuilder()
            .connection("A", S::Unreachable, "no route")
            .connection("B")
            .feed("A")
            .feed("B", kNever, false)
            .site("a", {"A", "B"}),
        "a unknown: [connection.unreachable] no route; [feed.not-listed] B has not been listed yet.");

    // A keeper tells of connections of its own.
    const auto relayed = [](S way, S own = S::Live) {
        return FleetBuilder()
            .connection("region", way, way == S::Unreachable ? QStringLiteral("no answer") : QString())
            .connection("A", own, own == S::Live ? QString() : QStringLiteral("no route"))
            .behind("A", "region")
            .feed("A")
            .site("a", {"A"});
    };
    row("the way is good", relayed(S::Live), "a healthy");
    row("the keeper that tells of it is gone", relayed(S::Unreachable),
        "a unreachable: [connection.unreachable] no answer");
    row("what is nearest to us says why", relayed(S::Unreachable, S::Refused),
        "a unreachable: [connection.unreachable] no answer");
    row("the way is good, its end is not", relayed(S::Live, S::Refused),
        "a unreachable: [connection.refused] no route");
    row("the keeper that tells of it is paused", relayed(S::Paused),
        "a healthy stale: [connection.paused] region is paused.");
    row("paused, with an end that was out of sight", relayed(S::Paused, S::Unreachable),
        "a unreachable stale: [connection.unreachable] no route");
    row("connecting, with an end that was out of sight", relayed(S::Connecting, S::Unreachable),
        "a unreachable: [connection.unreachable] no route");
    // Two connections to one cluster: what ails is said once, also when only one of them tells of it.
    const auto twice = [&] {
        FleetBuilder fleet = seen()
                                 .connection("B")
                                 .feed("B")
                                 .site("a", {"A", "B"})
                                 .node("A/1", "a", Condition::Down, "A")
                                 .node("B/1", "a", Condition::Down, "B")
                                 .node("A/2", "a", Condition::Up, "A")
                                 .node("B/2", "a", Condition::Up, "B");
        Connection other = *fleet.tables.connections.find(id("A"));
        other.countedBy = id("B");
        fleet.tables.connections.insert(other);
        return fleet;
    };
    row("seen twice", twice(), "a degraded: [node.down] 1 of 2 nodes down (B/1)");
    row("seen twice, and told by one",
        twice().node("A/2", "a", Condition::Degraded, "A").node("A/3", "a", Condition::Maintenance, "A"),
        "a degraded: [node.down] 1 of 3 nodes down (B/1); [node.degraded] 1 of 3 nodes degraded (A/2); "
        "[node.maintenance] 1 of 3 nodes under maintenance (A/3)");
    row("what only the other tells of is one more", twice().node("A/3", "a", Condition::Up, "A"),
        "a degraded: [node.down] 1 of 3 nodes down (B/1)");
    row("seen twice, services",
        twice()
            .node("A/1", "a", Condition::Up, "A")
            .node("B/1", "a", Condition::Up, "B")
            .service("web", 0)
            .placement("A/web", "a", 0, 1, Health::Failed, {}, "A")
            .placement("B/web", "a", 0, 1, Health::Failed, {}, "B"),
        "a degraded: [service.failed] B/web failed, 0 of 1 ready");

    row("a ring of keepers", relayed(S::Live).behind("region", "A"),
        "a unknown: [connection.unknown] Nobody tells how its feed is connected.");
    row("through one that nobody tells of", seen().behind("A", "gone").site("a", {"A"}),
        "a unknown: [connection.unknown] Nobody tells how its feed is connected.");

    FleetBuilder many = seen().site("a", {"A"});
    for (int i = 10; i < 60; ++i)
        many.placement(QStringLiteral("s%1").arg(i), "a", 0, 1, Health::Failed);
    QString list = QStringLiteral("a degraded: ");
    for (int i = 10; i < 21; ++i)
        list += QStringLiteral("[service.failed] s%1 failed, 0 of 1 ready; ").arg(i);
    QTest::newRow("many reasons are counted") << many << list + QStringLiteral("[more] and 39 more");
}

void TestVerdicts::verdict()
{
    QFETCH(FleetBuilder, fleet);
    QTEST(text(HealthEngine::step({}, fleet.tables, kNoon).verdicts), "expected");
}

QTEST_GUILESS_MAIN(TestVerdicts)
#include "tst_verdicts.moc"
