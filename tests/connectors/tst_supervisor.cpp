// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/supervisor.h"

#include "backend/domain/saying.h"
#include "tests/connectors/supervisorrig.h"
#include "tests/testing/test.h"

using namespace graticule;
using namespace graticule::testing;
using namespace std::chrono_literals;

class tst_Supervisor : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void becomesLive();
    void isQuietWhileNothingChanges();
    void deadEndpoint();
    void frozenEndpoint();
    void lostRequests();
    void beatsAreRareWhileAllIsWell();
    void silenceBetweenRareBeats();
    void frozenFromTheStart();
    void slowEndpoint();
    void slowAfterOption();
    void mapsErrors_data();
    void mapsErrors();
    void flapping();
    void answersButNeverLists();
    void clockAndCertificate();
    void aCertificateThatExpiredIsShownAsExpired();
    void pause();
};

void tst_Supervisor::becomesLive()
{
    Rig rig;
    rig.supervisor->announce();
    rig.supervisor->start();
    QCOMPARE(rig.during(10s), QStringLiteral("  0.0 connecting\n"
                                             "  0.1 live\n"));
    QCOMPARE(rig.endpoint.starts, 1);
    QCOMPARE(rig.endpoint.probes, 5); // at once, then every two seconds
    QCOMPARE(rig.supervisor->connection().latencyMs, 40.0);
}

void tst_Supervisor::isQuietWhileNothingChanges()
{
    Rig rig;
    rig.start();
    rig.connectionDeltas = rig.feedDeltas = 0;
    rig.clock.advance(60s);
    QCOMPARE(rig.feedDeltas, 30);       // one a beat
    QCOMPARE(rig.connectionDeltas, 10); // last seen, latency, load: every third beat
    QCOMPARE(rig.supervisor->connection().requestsPerSecond, 0.5);
}

void tst_Supervisor::deadEndpoint()
{
    Rig rig;
    rig.start();
    rig.clock.advance(5min);
    rig.endpoint.mode = Endpoint::Dead;
    QCOMPARE(rig.during(30s), QStringLiteral("302.0 unreachable, again in 0.8 s: Nothing answers at fake.\n"
                                             "302.8 unreachable, again in 1.6 s: Nothing answers at fake.\n"
                                             "304.4 unreachable, again in 3.2 s: Nothing answers at fake.\n"
                                             "307.6 unreachable, again in 4 s: Nothing answers at fake.\n"));
    rig.endpoint.mode = Endpoint::Fine;
    QCOMPARE(rig.during(5s), QStringLiteral("331.7 live\n")); // within five seconds

    // An outage of hours is asked twice a minute.
    rig.clock.advance(3min);
    rig.endpoint.mode = Endpoint::Dead;
    rig.clock.advance(1h);
    rig.endpoint.starts = 0;
    rig.clock.advance(10min);
    QVERIFY2(rig.endpoint.starts >= 19 && rig.endpoint.starts <= 20, qPrintable(QString::number(rig.endpoint.starts)));
}

void tst_Supervisor::frozenEndpoint()
{
    Rig rig;
    rig.start();
    rig.clock.advance(5s);
    rig.endpoint.mode = Endpoint::Frozen; // just after it answered: the worst moment
    QCOMPARE(rig.during(7s),
             QStringLiteral("  8.0 stale: fake.example:1 is connected but has not answered since 01:46:44 UTC.\n"));
    QVERIFY(rig.clock.steady() < 13s);
    rig.endpoint.mode = Endpoint::Fine;
    QCOMPARE(rig.during(5s), QStringLiteral(" 12.1 live\n"));
    QCOMPARE(rig.endpoint.starts, 1); // the session held

    // After ten seconds of silence it is begun anew, and shown as it was meanwhile.
    rig.endpoint.mode = Endpoint::Frozen;
    rig.log.clear();
    rig.clock.advance(60s);
    QVERIFY(rig.endpoint.starts > 3);
    const QStringList lines = rig.log.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (const QString &line : lines)
        QVERIFY2(line.contains(QLatin1String(" stale")), qPrintable(line));
    rig.endpoint.mode = Endpoint::Fine;
    rig.clock.advance(5s);
    QCOMPARE(rig.supervisor->connection().state, ConnectionState::Live);
}

void tst_Supervisor::lostRequests()
{
    Rig rig;
    rig.start();
    rig.endpoint.mode = Endpoint::Forgetful;
    rig.clock.advance(6s);
    QCOMPARE(rig.supervisor->connection().state, ConnectionState::Stale);
    rig.endpoint.mode = Endpoint::Fine;
    QCOMPARE(rig.during(3s), QStringLiteral("  8.0 live\n"));
}

void tst_Supervisor::beatsAreRareWhileAllIsWell()
{
    Rig rig({}, 10s);
    rig.start();
    QCOMPARE(rig.supervisor->beatInterval(), Milliseconds(10s));
    QCOMPARE(rig.supervisor->feed().limit, Milliseconds(12s)); // a beat that is still missing then was missed
    rig.clock.advance(10s);                                    // at first as often as with others
    rig.endpoint.probes = 0;
    rig.clock.advance(60s);
    QCOMPARE(rig.endpoint.probes, 6);

    rig.endpoint.latency = 1500ms;
    rig.clock.advance(10s); // the first late one
    rig.endpoint.probes = 0;
    rig.clock.advance(60s);
    QVERIFY(rig.endpoint.probes >= 29);
    QCOMPARE(rig.supervisor->connection().state, ConnectionState::Slow);
    rig.endpoint.latency = 40ms;
    rig.clock.advance(20s);
    rig.endpoint.probes = 0;
    rig.clock.advance(60s);
    QCOMPARE(rig.endpoint.probes, 6);
}

void tst_Supervisor::silenceBetweenRareBeats()
{
    Rig rig({}, 10s);
    rig.start();
    rig.clock.advance(27s);
    rig.endpoint.mode = Endpoint::Frozen; // just after it answered: the worst moment
    const Milliseconds froze = rig.clock.steady();
    while (rig.supervisor->connection().state == ConnectionState::Live)
        rig.clock.advance(100ms);
    QVERIFY(rig.clock.steady() - froze <= 12s);
    QCOMPARE(rig.supervisor->connection().state, ConnectionState::Stale);
    rig.endpoint.mode = Endpoint::Fine;
    rig.clock.advance(2s);
    QCOMPARE(rig.supervisor->connection().state, ConnectionState::Live);
    QCOMPARE(rig.endpoint.starts, 1); // silence is counted from when we asked

    rig.endpoint.mode = Endpoint::Frozen;
    rig.clock.advance(30s);
    QVERIFY(rig.endpoint.starts > 1);
}

void tst_Supervisor::frozenFromTheStart()
{
    Rig rig;
    rig.endpoint.mode = Endpoint::Frozen;
    rig.supervisor->start();
    QCOMPARE(rig.during(6s), QStringLiteral("  0.0 connecting\n"
                                            "  4.0 stale: fake.example:1 has not answered since 01:46:40 UTC.\n"));
}

void tst_Supervisor::slowEndpoint()
{
    Rig rig;
    rig.start();
    rig.endpoint.latency = 1400ms;
    QCOMPARE(rig.during(10s), QStringLiteral("  5.4 slow: fake.example:1 answers later than its limit of 1000 ms.\n"));
    rig.endpoint.latency = 900ms; // under the limit, yet not by enough
    QCOMPARE(rig.during(20s), QString());
    rig.endpoint.latency = 100ms;
    QCOMPARE(rig.during(10s), QStringLiteral(" 36.1 live\n"));

    // Slower than the beat: never called silent once it is known.
    rig.endpoint.latency = 3s;
    rig.clock.advance(20s);
    QCOMPARE(rig.during(60s), QString());
    QCOMPARE(rig.supervisor->connection().state, ConnectionState::Slow);
}

void tst_Supervisor::slowAfterOption()
{
    Rig rig({{QStringLiteral("slow-after"), QStringLiteral("20")}});
    rig.start();
    rig.clock.advance(5s);
    QCOMPARE(rig.supervisor->connection().state, ConnectionState::Slow);
}

void tst_Supervisor::mapsErrors_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("state");
    const auto row = [](const char *name, ErrorKind kind, const char *state) {
        QTest::newRow(name) << int(kind) << QString::fromLatin1(state);
    };
    row("nothing there", ErrorKind::Unreachable, "unreachable");
    row("no answer", ErrorKind::TimedOut, "stale");
    row("401, 403", ErrorKind::Refused, "refused");
    row("certificate", ErrorKind::Certificate, "refused");
    row("garbage", ErrorKind::Malformed, "stale");
    row("500 MB", ErrorKind::TooLarge, "stale");
    row("too old", ErrorKind::Unsupported, "refused");
    row("loop of keepers", ErrorKind::Conflict, "refused");
    row("bad settings", ErrorKind::Invalid, "refused");
    row("hung up", ErrorKind::Disconnected, "unreachable");
    row("a kind of another release", ErrorKind(999), "unreachable");
}

void tst_Supervisor::mapsErrors()
{
    QFETCH(int, kind);
    QFETCH(QString, state);
    QCOMPARE(wordFor(connectionStateFor({ErrorKind(kind), Fault::Unknown, {}, {}})), state);
}

void tst_Supervisor::flapping()
{
    Rig rig;
    rig.endpoint.dropsAfter = 1s;
    rig.supervisor->start();
    rig.clock.advance(100ms);
    rig.clock.advance(15s);
    rig.log.clear();
    const QString told = rig.during(40s);
    QVERIFY2(!told.contains(QLatin1String("live")), qPrintable(told)); // it no longer flickers
    QVERIFY2(told.contains(QLatin1String("unreachable, again in 4 s: Lost 6 times within ")), qPrintable(told));
    QVERIFY2(told.contains(QLatin1String(": fake hung up.")), qPrintable(told));

    rig.endpoint.dropsAfter.reset();
    rig.clock.advance(11s);
    QCOMPARE(rig.supervisor->connection().state, ConnectionState::Live);
}

void tst_Supervisor::answersButNeverLists()
{
    Rig rig;
    rig.endpoint.lists = false;
    rig.start();
    QCOMPARE(rig.during(40s), QStringLiteral(" 30.0 stale: fake.example:1 answers, but has not listed what it runs for "
                                             "30 s.\n"));
    QVERIFY(!rig.supervisor->feed().complete);
    rig.endpoint.lists = true;
    rig.clock.advance(6min); // the session is given up and begun anew
    QCOMPARE(rig.supervisor->connection().state, ConnectionState::Live);
}

void tst_Supervisor::clockAndCertificate()
{
    Rig rig;
    rig.endpoint.beat.clockOffset = 3'600'300ms;
    rig.endpoint.beat.certificateExpiry = rig.clock.now() + std::chrono::hours(9 * 24 + 5);
    rig.endpoint.beat.warnings = {QStringLiteral("may not list volumes (403)")};
    rig.supervisor->start();
    QCOMPARE(rig.during(10s), QStringLiteral("  0.0 connecting\n"
                                             "  0.0 connecting (may not list volumes (403)) (its clock is 1 h ahead) "
                                             "(its certificate expires in 9 d)\n"
                                             "  0.1 live (may not list volumes (403)) (its clock is 1 h ahead) "
                                             "(its certificate expires in 9 d)\n"));
    rig.endpoint.beat.clockOffset = -45s;
    rig.endpoint.beat.certificateExpiry = rig.clock.now() + std::chrono::hours(24 * 30);
    rig.endpoint.beat.warnings.clear();
    QCOMPARE(rig.during(2s), QStringLiteral(" 12.0 live (its clock is 45 s behind)\n")
                                 .replace(QStringLiteral(" 12"), QStringLiteral(" 10")));
    // It moves a little with every beat, which is not news.
    rig.endpoint.beat.clockOffset = -12s;
    QCOMPARE(rig.during(2s), QStringLiteral(" 12.0 live\n"));
}

void tst_Supervisor::aCertificateThatExpiredIsShownAsExpired()
{
    Rig rig;
    rig.endpoint.beat.certificateExpiry = rig.clock.now() + std::chrono::hours(24 * 30); // until it is replaced
    rig.start();
    const Instant ended = rig.clock.now() - std::chrono::hours(24);
    rig.endpoint.mode = Endpoint::Dead;
    rig.endpoint.error = saidError(ErrorKind::Certificate, Fault::Endpoint, "tls.expired",
                                   {QStringLiteral("fake"), argument(ended), QStringLiteral("\"fake\"")});
    rig.clock.advance(10s);
    QCOMPARE(rig.supervisor->connection().state, ConnectionState::Refused);
    QCOMPARE(rig.supervisor->connection().error.fault, Fault::Endpoint);
    QCOMPARE(rig.supervisor->connection().certificateExpiry, ended);
}

void tst_Supervisor::pause()
{
    Rig rig;
    rig.start();
    rig.supervisor->setPaused(true);
    QCOMPARE(rig.supervisor->connection().state, ConnectionState::Paused);
    rig.endpoint.probes = 0;
    rig.clock.advance(1min);
    QCOMPARE(rig.endpoint.probes, 0);
    QVERIFY(rig.supervisor->feed().complete); // what was seen stays
    rig.supervisor->setPaused(false);
    QCOMPARE(rig.during(1s), QStringLiteral(" 60.2 live\n"));
}

QTEST_GUILESS_MAIN(tst_Supervisor)
#include "tst_supervisor.moc"
