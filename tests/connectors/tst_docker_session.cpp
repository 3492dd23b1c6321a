// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/docker/dockerconnector.h"
#include "tests/connectors/connectorrig.h"
#include "tests/connectors/fakeengine.h"
#include "tests/testing/test.h"

#include <QEventLoop>
#include <QTimer>

using graticule::testing::Answer;
using graticule::testing::ConnectorRig;
using graticule::testing::FakeEngine;
using namespace graticule;

/// Sessions with an engine that does what it is told, good and bad.
class TestDockerSession : public graticule::testing::Test
{
    Q_OBJECT

private:
    static ConnectionConfig config(const FakeEngine &engine)
    {
        ConnectionConfig config;
        config.name = config.type = QStringLiteral("docker");
        config.address = engine.address();
        config.origin = Origin::Real;
        config.options.insert(QStringLiteral("stats"), QStringLiteral("no"));
        return config;
    }
    /// Starts and waits for a listing; "" or how it failed.
    static QString begin(ConnectorRig &rig)
    {
        const qsizetype before = rig.failures.size();
        QEventLoop loop; // not QTRY_*, which sleeps between its turns and makes big answers slow
        connect(&rig.connector(), &Connector::listed, &loop, &QEventLoop::quit);
        connect(&rig.connector(), &Connector::failed, &loop, &QEventLoop::quit);
        QTimer::singleShot(15000, &loop, &QEventLoop::quit);
        rig.start();
        loop.exec();
        if (rig.listings == 0 && rig.failures.size() == before)
            return QStringLiteral("nothing in time");
        return rig.failures.size() > before ? rig.lastFailure() : QString();
    }
    /// The failure of a session in which @p path is answered so; the socket's path is written as ENGINE.
    static QString failure(const QByteArray &path, const Answer &answer)
    {
        FakeEngine engine;
        engine.containers["web"];
        engine.instead[path] = answer;
        ConnectorRig rig(dockerConnectorType(), config(engine));
        return begin(rig).replace(engine.address(), QStringLiteral("ENGINE"));
    }
    static QString warnings(const ConnectorRig &rig)
    {
        return rig.beats.isEmpty() ? QString() : rig.beats.last().warnings.join(QLatin1Char('|'));
    }

private Q_SLOTS:
    void listsThenFollowsEvents()
    {
        FakeEngine engine;
        engine.containers["web"] = {"running", "Up 5 minutes (healthy)"};
        engine.containers["job"] = {"exited", "Exited (3) 5 minutes ago", 3};
        engine.volumes = {"data"};
        ConnectorRig rig(dockerConnectorType(), config(engine));
        QCOMPARE(begin(rig), QString());
        QCOMPARE(
            rig.lines(),
            (QStringList{
                QStringLiteral("asset C/asset/data \"data\""),
                QStringLiteral("node C/node/ENGINE \"dub\" at C/site/ENGINE up [Docker 20.10.24, Debian, x86_64]"),
                QStringLiteral(
                    "placement C/placement/job of C/service/job at C/site/ENGINE 0/1 failed \"exited with code 3\""),
                QStringLiteral("placement C/placement/web of C/service/web at C/site/ENGINE 1/1 healthy"),
                QStringLiteral("replica C/replica/data of C/asset/data at C/site/ENGINE"),
                QStringLiteral("service C/service/job \"job\""),
                QStringLiteral("service C/service/web \"web\""),
                QStringLiteral("site C/site/ENGINE \"dub\" up"),
            }));
        QCOMPARE(rig.listings, 1);

        engine.containers["web"].status = "Up 6 minutes (unhealthy)";
        engine.say("container", "health_status: unhealthy", "id-web");
        QTRY_COMPARE(rig.placement(QStringLiteral("web")), QStringLiteral("0/1 unhealthy \"its health check fails\""));
        engine.containers.remove("web");
        engine.say("container", "destroy", "id-web");
        QTRY_COMPARE(rig.placement(QStringLiteral("web")), QString());
        engine.containers["new"];
        engine.say("container", "start", "id-new");
        QTRY_COMPARE(rig.placement(QStringLiteral("new")), QStringLiteral("1/1 healthy"));
        engine.volumes = {"other"};
        engine.say("volume", "create", "other");
        engine.say("volume", "destroy", "data");
        QTRY_VERIFY(rig.lines().contains(QStringLiteral("asset C/asset/other \"other\"")));
        QTRY_VERIFY(!rig.lines().contains(QStringLiteral("asset C/asset/data \"data\"")));
        QCOMPARE(rig.listings, 1);
    }

    void stoppedIsNotFailed()
    {
        FakeEngine engine;
        engine.containers["web"];
        ConnectorRig rig(dockerConnectorType(), config(engine));
        QCOMPARE(begin(rig), QString());
        engine.containers["web"] = {"exited", "Exited (137) 1 second ago", 137};
        engine.say("container", "die", "id-web");
        engine.say("container", "stop", "id-web");
        QTRY_COMPARE(rig.placement(QStringLiteral("web")),
                     QStringLiteral("0/0 stopped \"stopped (exited with code 137)\""));
    }

    void eventsMayBeCutAnywhere()
    {
        FakeEngine engine;
        engine.containers["web"];
        Answer slow = Answer::stream();
        slow.piece = 1;
        engine.instead["/events"] = slow;
        ConnectorRig rig(dockerConnectorType(), config(engine));
        QCOMPARE(begin(rig), QString());
        engine.containers["web"].state = "paused";
        engine.say("container", "pause", "id-web");
        QTRY_COMPARE(rig.placement(QStringLiteral("web")), QStringLiteral("0/1 paused \"paused\""));
    }

    void commandsInsideOfContainersCostNothing()
    {
        FakeEngine engine;
        engine.containers["web"];
        ConnectorRig rig(dockerConnectorType(), config(engine));
        QCOMPARE(begin(rig), QString());
        QTRY_COMPARE(engine.asked("/id-web/").size(), 1); // once per session, in the background
        for (int i = 0; i < 20; ++i)
            engine.say("container", "exec_start: /bin/sh -c secret", "id-web");
        engine.containers["mark"];
        engine.say("container", "start", "id-mark");
        QTRY_COMPARE(rig.placement(QStringLiteral("mark")), QStringLiteral("1/1 healthy"));
        QCOMPARE(engine.asked("/id-web/").size(), 1);
    }

    void burstsAreAskedForOnce()
    {
        FakeEngine engine;
        engine.containers["web"];
        ConnectorRig rig(dockerConnectorType(), config(engine));
        QCOMPARE(begin(rig), QString());
        QTRY_COMPARE(engine.asked("/id-web/").size(), 1);
        for (const char *action : {"die", "restart", "start", "update", "rename"})
            engine.say("container", action, "id-web");
        QTRY_COMPARE(engine.asked("/id-web/").size(), 2);
        engine.containers["mark"];
        engine.say("container", "start", "id-mark");
        QTRY_COMPARE(rig.placement(QStringLiteral("mark")), QStringLiteral("1/1 healthy"));
        QCOMPARE(engine.asked("/id-web/").size(), 2);
    }

    void stormsBecomeOneListing()
    {
        FakeEngine engine;
        ConnectorRig rig(dockerConnectorType(), config(engine));
        QCOMPARE(begin(rig), QString());
        for (int i = 0; i < 300; ++i) {
            const QByteArray name = "c" + QByteArray::number(i);
            engine.containers[name];
            engine.say("container", "start", "id-" + name);
        }
        QTRY_COMPARE(rig.tables.placements.size(), 300);
        QVERIFY2(engine.asked("/containers/json").size() <= 3,
                 qPrintable(QString::number(engine.asked("/containers/json").size())));
        QVERIFY2(engine.asked("/json").size() < 150, qPrintable(QString::number(engine.asked("/json").size())));
    }

    void whatCannotBeDescribedIsListed()
    {
        FakeEngine engine;
        engine.containers["web"] = {"running", "Up 5 minutes (healthy)"};
        ConnectorRig rig(dockerConnectorType(), config(engine));
        QCOMPARE(begin(rig), QString());
        QTRY_COMPARE(engine.asked("/id-web/").size(), 1);
        engine.instead["/containers/id-web/json"] = Answer::of(500, "{\"message\":\"no space left on device\"}");
        engine.containers["web"].status = "Up 6 minutes (unhealthy)";
        engine.say("container", "health_status: unhealthy", "id-web");
        QTRY_COMPARE(engine.asked("/id-web/").size(), 2);
        rig.connector().probe();
        QTRY_COMPARE(warnings(rig), QStringLiteral("cannot describe what changed; lists it instead"));
        QTRY_VERIFY_WITH_TIMEOUT(rig.placement(QStringLiteral("web")).startsWith(QLatin1String("0/1 unhealthy")), 8000);
        QCOMPARE(rig.failures.size(), 0);
        const qsizetype beats = rig.beats.size();
        rig.connector().probe();
        QTRY_VERIFY(rig.beats.size() > beats);
        QCOMPARE(warnings(rig), QString());
    }

    /// A change is shown within seconds, also where the load budget allows few questions.
    void changesDoNotWaitForTheBudget()
    {
        FakeEngine engine;
        for (int i = 0; i < 60; ++i)
            engine.containers["c" + QByteArray::number(i)];
        ConnectorRig rig(dockerConnectorType(), config(engine), /*requestsPerSecond=*/2);
        QCOMPARE(begin(rig), QString());
        for (int i = 0; i < 60; ++i) {
            engine.containers["c" + QByteArray::number(i)].state = "paused";
            engine.say("container", "pause", "id-c" + QByteArray::number(i));
        }
        const auto paused = [&] { return rig.lines().filter(QStringLiteral("/1 paused")).size(); };
        QTRY_COMPARE_WITH_TIMEOUT(paused(), 60, 20'000);
        QVERIFY2(engine.asked("/json").size() < 60, qPrintable(QString::number(engine.asked("/json").size())));
    }

    void watchesFromBeforeItLists()
    {
        FakeEngine engine;
        ConnectorRig rig(dockerConnectorType(), config(engine));
        QCOMPARE(begin(rig), QString());
        const QStringList asked = engine.server().asked();
        QVERIFY(asked.indexOf(QStringLiteral("GET ") + QStringLiteral("/v1.41") + engine.asked("/events").value(0)) <
                asked.indexOf(QStringLiteral("GET /v1.41/containers/json?all=true")));
    }

    void resumesFromTheLastEvent()
    {
        FakeEngine engine;
        engine.containers["web"];
        ConnectorRig rig(dockerConnectorType(), config(engine));
        QCOMPARE(begin(rig), QString());
        engine.containers["new"];
        engine.say("container", "start", "id-new", 1'700'000'000'123'456'789);
        QTRY_COMPARE(rig.tables.placements.size(), 2);
        engine.server().closeAll();
        QTRY_COMPARE(rig.failures.size(), 1);
        QCOMPARE(rig.failures[0].kind, ErrorKind::Disconnected);
        engine.containers.remove("web");
        QCOMPARE(begin(rig), QString());
        QVERIFY(engine.asked("/events").value(1).startsWith(QLatin1String("/events?since=1700000000.123456789&")));
        QCOMPARE(rig.tables.placements.size(), 1);
    }

    void disconnectingEverySecond()
    {
        FakeEngine engine;
        engine.containers["web"];
        ConnectorRig rig(dockerConnectorType(), config(engine));
        for (int session = 1; session <= 5; ++session) {
            QCOMPARE(begin(rig), QString());
            engine.server().closeAll();
            QTRY_COMPARE(rig.failures.size(), session);
        }
        QCOMPARE(rig.placement(QStringLiteral("web")), QStringLiteral("1/1 healthy"));
    }

    void agreesOnAVersion_data()
    {
        QTest::addColumn<QByteArray>("version");
        QTest::addColumn<QString>("result");
        QTest::newRow("oldest") << QByteArray("1.41") << QStringLiteral("GET /v1.41/info");
        QTest::newRow("newer than we know") << QByteArray("1.99") << QStringLiteral("GET /v1.47/info");
        QTest::newRow("too old") << QByteArray("1.40")
                                 << QStringLiteral("unsupported, endpoint: ENGINE speaks version 1.40 of the API; 1.41 "
                                                   "(Docker 20.10) is the oldest that works.");
        for (const char *version : {"", "2.0", "1.", "1.41.2", "x"})
            QTest::newRow(version) << QByteArray(version)
                                   << QStringLiteral("unsupported, endpoint: ENGINE answers in HTTP but is no Docker "
                                                     "engine: it names no API version.");
    }
    void agreesOnAVersion()
    {
        QFETCH(QByteArray, version);
        QFETCH(QString, result);
        FakeEngine engine;
        engine.apiVersion = version;
        ConnectorRig rig(dockerConnectorType(), config(engine));
        const QString failed = begin(rig).replace(engine.address(), QStringLiteral("ENGINE"));
        QCOMPARE(failed.isEmpty() ? engine.server().asked().value(1) : failed, result);
    }

    void badDays()
    {
        const Answer half = Answer::raw("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n[{\"Id\":");
        QCOMPARE(failure("/containers/json", half),
                 QStringLiteral("disconnected, endpoint: ENGINE closed the connection in the middle of an answer."));
        QVERIFY(failure("/containers/json", Answer::json("[{\"Id\":"))
                    .startsWith(QLatin1String("malformed, endpoint: The engine's list of containers cannot be read:")));
        QVERIFY(failure("/info", Answer::json("{}"))
                    .startsWith(QLatin1String(
                        "malformed, endpoint: The engine's information about itself cannot be read: it has no ID")));
        QCOMPARE(failure("/_ping", Answer::raw("SSH-2.0-OpenSSH\r\n")),
                 QStringLiteral("malformed, endpoint: ENGINE answers, but not in HTTP."));
        QCOMPARE(failure("/_ping", Answer::of(401, "")),
                 QStringLiteral("refused, not allowed: ENGINE answers 401 when asked to answer a ping."));
        QCOMPARE(
            failure("/containers/json", Answer::of(403, "{\"message\":\"denied by plugin\"}")),
            QStringLiteral("refused, not allowed: ENGINE answers 403 when asked to list containers: denied by plugin"));
        QCOMPARE(failure("/containers/json", {"HTTP/1.1 200 OK\r\n\r\n", 0, 500 << 20, true}),
                 QStringLiteral("too large, endpoint: The answer of ENGINE passes our limit: body of 64 MB."));
    }

    void garbageAmongEvents()
    {
        FakeEngine engine;
        ConnectorRig rig(dockerConnectorType(), config(engine));
        QCOMPARE(begin(rig), QString());
        engine.server().say("this is no event\n");
        QTRY_COMPARE(rig.failures.size(), 1);
        QCOMPARE(rig.failures[0].kind, ErrorKind::Malformed);
    }

    void worksWithoutWhatItMayNotSee()
    {
        FakeEngine engine;
        engine.containers["web"];
        engine.instead["/volumes"] = Answer::of(403, "");
        engine.instead["/events"] = Answer::of(403, "");
        ConnectorRig rig(dockerConnectorType(), config(engine));
        QCOMPARE(begin(rig), QString());
        QCOMPARE(rig.placement(QStringLiteral("web")), QStringLiteral("1/1 healthy"));
        QTRY_VERIFY((rig.connector().probe(), warnings(rig)) ==
                    QStringLiteral("may not read events; lists every 30 s instead|may not list volumes"));
        QVERIFY(rig.failures.isEmpty());
    }

    void saysHowWrongAClockIs()
    {
        FakeEngine engine;
        engine.clockAhead = 3600;
        ConnectorRig rig(dockerConnectorType(), config(engine));
        QCOMPARE(begin(rig), QString());
        const auto ahead = [&] {
            return std::chrono::round<std::chrono::seconds>(*rig.beats.last().clockOffset).count();
        };
        QVERIFY2(ahead() >= 3599 && ahead() <= 3601, qPrintable(QString::number(ahead())));
        engine.clockAhead = 0;
        rig.connector().probe();
        QTRY_VERIFY(rig.beats.size() == 2);
        QVERIFY2(ahead() >= -1 && ahead() <= 1, qPrintable(QString::number(ahead())));
    }

    void answersProbes()
    {
        FakeEngine engine;
        ConnectorRig rig(dockerConnectorType(), config(engine));
        rig.start();
        rig.connector().probe(); // before anything could be ready: the first beat answers
        QTRY_COMPARE(rig.beats.size(), 1);
        QTRY_COMPARE(rig.listings, 1);
        rig.connector().probe();
        QTRY_COMPARE(rig.beats.size(), 2);
        QVERIFY(rig.beats[1].latencyMs > 0);
        QCOMPARE(rig.beats[1].version, QStringLiteral("Docker 20.10.24, API 1.41"));
    }

    void keepsTheLoadBudget()
    {
        FakeEngine engine;
        for (int i = 0; i < 500; ++i)
            engine.containers["c" + QByteArray::number(i)];
        ConnectorRig rig(dockerConnectorType(), config(engine), /*requestsPerSecond=*/2);
        QCOMPARE(begin(rig), QString());
        QCOMPARE(rig.tables.placements.size(), 500);
        QTRY_COMPARE_WITH_TIMEOUT(engine.asked("").size(), 20, 5000); // 2 a second over ten seconds
        rig.connector().probe();                                      // beats are sent regardless
        QTRY_VERIFY(rig.beats.size() == 2);
        QVERIFY2(engine.asked("").size() <= 22, qPrintable(QString::number(engine.asked("").size())));
    }

    void mayBeStoppedAtAnyTime()
    {
        FakeEngine engine;
        for (int i = 0; i < 600; ++i) // enough for the thread pool
            engine.containers["c" + QByteArray::number(i)];
        ConnectorRig rig(dockerConnectorType(), config(engine));
        rig.start();
        rig.stop(); // what it says after this fails the test
        for (int requests = 1; requests <= 6; ++requests) {
            const qsizetype before = engine.server().asked().size();
            rig.start();
            QTRY_VERIFY(engine.server().asked().size() >= before + requests);
            rig.stop();
        }
        QCOMPARE(begin(rig), QString());
        QCOMPARE(rig.failures.size(), 0);
    }

    void addressesThatCannotBe()
    {
        FakeEngine engine;
        ConnectionConfig wrong = config(engine);
        wrong.address = QStringLiteral("ftp://far.example");
        QCOMPARE(dockerConnectorType().check(wrong).size(), 1);
        ConnectorRig rig(dockerConnectorType(), wrong);
        QVERIFY(begin(rig).startsWith(QLatin1String("invalid, input: address: \"ftp://far.example\" is not understood")));
        QVERIFY(!rig.failures[0].retryAfter);
        QCOMPARE(dockerConnectorType().check(config(engine)), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestDockerSession)
#include "tst_docker_session.moc"
