// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connectors/supervisorrig.h"
#include "tests/testing/test.h"

using namespace graticule;
using namespace graticule::testing;
using namespace std::chrono_literals;

/// How fresh the facts of a connection are, and whether they count as seen.
class tst_SupervisorFacts : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void feedTellsFreshness();
    void whatWasMissedWithinASessionIsAHole();
    void restoredFactsKeepTheirAge();
    void aFailureIsKnownUntilItAnswers();
    void aSlowOneIsNoFailure();
    void whoItIsStaysUntilItIsTold();
};

void tst_SupervisorFacts::feedTellsFreshness()
{
    Rig rig;
    const auto age = [&] { return (rig.clock.now() - rig.supervisor->feed().observedAt).count(); };
    QVERIFY(!rig.supervisor->feed().complete);
    rig.start();
    QVERIFY(rig.supervisor->feed().complete);
    QCOMPARE(rig.supervisor->feed().id, EntityId("c1/feed/inventory"));
    const Instant since = rig.supervisor->feed().since;
    rig.clock.advance(1min);
    QVERIFY(age() <= 2100);
    QCOMPARE(rig.supervisor->feed().since, since);

    rig.endpoint.mode = Endpoint::Dead;
    rig.clock.advance(1min);
    QVERIFY(age() > 59'000);
    rig.endpoint.mode = Endpoint::Fine;
    rig.clock.advance(5s);
    QVERIFY(age() <= 2100);
    QVERIFY(rig.supervisor->feed().since > since); // there is a hole
}

void tst_SupervisorFacts::whatWasMissedWithinASessionIsAHole()
{
    Rig rig;
    rig.start();
    const Instant since = rig.supervisor->feed().since;
    rig.clock.advance(1min);
    Q_EMIT rig.connector->changed({});
    QCOMPARE(rig.supervisor->feed().since, since);
    Q_EMIT rig.connector->listed({}); // it had forgotten where we were
    QCOMPARE(rig.supervisor->feed().since, rig.clock.now());
}

void tst_SupervisorFacts::restoredFactsKeepTheirAge()
{
    Rig rig;
    Feed feed = rig.supervisor->feed();
    feed.observedAt = rig.clock.now() - 1h;
    feed.complete = true;
    rig.supervisor->restore(feed);
    rig.endpoint.mode = Endpoint::Dead;
    rig.start();
    QCOMPARE(rig.supervisor->feed().observedAt, feed.observedAt);
    QVERIFY(rig.supervisor->feed().complete);
    QCOMPARE(rig.supervisor->connection().lastSeen, feed.observedAt);
}

/// Its facts must not count as good again only because somebody paused it, or we were restarted.
void tst_SupervisorFacts::aFailureIsKnownUntilItAnswers()
{
    Rig rig;
    rig.start();
    rig.endpoint.mode = Endpoint::Dead;
    rig.clock.advance(1min);
    const Error failure = rig.supervisor->failure();
    QVERIFY(!failure.text.isEmpty());
    rig.supervisor->setPaused(true);
    QCOMPARE(rig.supervisor->connection().state, ConnectionState::Paused);
    QCOMPARE(rig.supervisor->failure(), failure);
    rig.supervisor->setPaused(false);
    QCOMPARE(rig.supervisor->connection().state, ConnectionState::Connecting);
    QCOMPARE(rig.supervisor->failure(), failure);
    rig.endpoint.mode = Endpoint::Fine;
    rig.clock.advance(1s);
    QCOMPARE(rig.supervisor->connection().state, ConnectionState::Live);
    QCOMPARE(rig.supervisor->failure(), Error());

    Rig next;
    next.supervisor->restore(rig.supervisor->feed(), failure);
    next.endpoint.mode = Endpoint::Frozen;
    next.start();
    QCOMPARE(next.supervisor->connection().state, ConnectionState::Connecting);
    QCOMPARE(next.supervisor->failure(), failure);
    next.endpoint.mode = Endpoint::Fine;
    next.clock.advance(5s);
    QCOMPARE(next.supervisor->failure(), Error());
}

void tst_SupervisorFacts::aSlowOneIsNoFailure()
{
    Connection connection;
    connection.state = ConnectionState::Slow;
    connection.error.text = QStringLiteral("answers later than its limit");
    QCOMPARE(failureOf(connection), Error());
}

/// A beat without an answer to that says of nobody that it is another.
void tst_SupervisorFacts::whoItIsStaysUntilItIsTold()
{
    Rig rig;
    const QStringList before{QStringLiteral("kube-system:7f-1"), QStringLiteral("kube-server:1")};
    rig.supervisor->recall(before);
    rig.start();
    rig.clock.advance(10s);
    QVERIFY(rig.endpoint.probes > 2);
    QCOMPARE(rig.supervisor->identities(), before);
    rig.endpoint.beat.identities = {QStringLiteral("kube-server:2")};
    rig.clock.advance(10s);
    QCOMPARE(rig.supervisor->identities(), rig.endpoint.beat.identities);
}

QTEST_GUILESS_MAIN(tst_SupervisorFacts)
#include "tst_supervisorfacts.moc"
