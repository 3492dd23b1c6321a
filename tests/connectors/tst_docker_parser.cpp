// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/docker/dockerparser.h"
#include "backend/connectors/http/endpointclock.h"
#include "tests/connectors/fixture.h"
#include "tests/testing/processortimer.h"
#include "tests/testing/test.h"

#include <QMetaEnum>

using graticule::testing::fixture;
using namespace graticule;

/// Recorded answers as text, and what hostile ones do.
class TestDockerParser : public graticule::testing::Test
{
    Q_OBJECT

private:
    static QString word(ContainerState state)
    {
        static const QStringList words{QStringLiteral("unknown"),    QStringLiteral("created"),
                                       QStringLiteral("running"),    QStringLiteral("paused"),
                                       QStringLiteral("restarting"), QStringLiteral("removing"),
                                       QStringLiteral("exited"),     QStringLiteral("dead")};
        return words.value(int(state));
    }
    static QString word(HealthCheck check)
    {
        static const QStringList words{QStringLiteral("?"), QStringLiteral("-"), QStringLiteral("starting"),
                                       QStringLiteral("healthy"), QStringLiteral("unhealthy")};
        return words.value(int(check));
    }
    static QString brief(const DockerContainer &c)
    {
        return QStringLiteral("%1 %2 %3 %4 exit=%5 labels=%6 volumes=%7")
            .arg(c.id.left(6), c.name.section(QLatin1Char('.'), 0, 1), word(c.state), word(c.check),
                 QString::number(c.exitCode), QString::number(c.labels.size()), c.volumes.join(QLatin1Char('+')));
    }
    static QString details(const DockerContainer &c)
    {
        return QStringLiteral("%1 image=%2 policy=%3 restarts=%4 failed=%5 created=%6 started=%7 finished=%8")
            .arg(brief(c), c.image, c.restartPolicy, QString::number(c.restarts), QString::number(c.failedChecks),
                 toIso(c.created), toIso(c.startedAt), toIso(c.finishedAt));
    }
    static QStringList listed(const char *name)
    {
        const auto list = parseDockerContainers(fixture(name));
        if (!list)
            return {list.error().text};
        QStringList lines;
        for (const DockerContainer &container : list->items)
            lines.append(brief(container));
        return lines;
    }
    static QString inspected(const char *name)
    {
        const auto container = parseDockerContainer(fixture(name));
        return container ? details(*container) : container.error().text;
    }
    static QString info(const char *name)
    {
        const auto e = parseDockerInfo(fixture(name));
        if (!e)
            return e.error().text;
        return QStringLiteral("%1 %2 [%3] %4 cpus %5 bytes at %6 labels=%7 swarm=\"%8\"")
            .arg(e->name, e->version, e->system, QString::number(e->cpus), QString::number(e->memory, 'f', 0),
                 toIso(e->systemTime), QStringList(e->labels.keys()).join(QLatin1Char('+')), e->swarmError.left(40));
    }
    /// Every parser; true when all refuse.
    static bool allRefuse(const QByteArray &bytes)
    {
        return !parseDockerInfo(bytes) && !parseDockerContainers(bytes) && !parseDockerContainer(bytes) &&
               !parseDockerVolumes(bytes) && !parseDockerVolume(bytes) && !parseDockerEvent(bytes);
    }

private Q_SLOTS:
    void engines()
    {
        QCOMPARE(
            info("docker/info-alone.json"),
            QStringLiteral(
                "sgp 20.10.24+dfsg1 [Debian GNU/Linux 12 (bookworm), x86_64] 2 cpus 25276063744 bytes at "
                "2026-11-22T00:42:41.612Z labels=country+data.classification.max+jurisdiction+region+site swarm=\"\""));
        QVERIFY(info("docker/no-quorum-info.json")
                    .endsWith(QLatin1String("swarm=\"rpc error: code = Unknown desc = The swa\"")));
        QCOMPARE(
            info("docker/podman-info.json"),
            QStringLiteral(
                "vm 4.3.1 [debian, amd64] 2 cpus 25276063744 bytes at 2026-11-22T01:03:28.373Z labels= swarm=\"\""));
    }

    void listOfContainers()
    {
        QCOMPARE(listed("docker/containers-all-sgp.json"),
                 (QStringList{QStringLiteral("4a2517 created-sgp created - exit=-1 labels=4 volumes="),
                              QStringLiteral("9cdc76 paused-sgp paused - exit=-1 labels=4 volumes="),
                              QStringLiteral("30fe89 batch-sgp exited - exit=3 labels=5 volumes="),
                              QStringLiteral("6dde1a flap-sgp running healthy exit=-1 labels=5 volumes="),
                              QStringLiteral("ffb737 ledger-sgp running unhealthy exit=-1 labels=6 volumes=ledger-sgp"),
                              QStringLiteral("bd2f3a web-sgp running healthy exit=-1 labels=5 volumes=cache-sgp")}));
        QCOMPARE(listed("docker/podman-containers.json"),
                 QStringList{QStringLiteral("59812d web-pod1 running - exit=-1 labels=2 volumes=")});
    }

    void inspections()
    {
        QCOMPARE(inspected("docker/container-ledger.json"),
                 QStringLiteral(
                     "86c083 ledger-dub running unhealthy exit=-1 labels=6 volumes=ledger-dub image=site/busybox:1 "
                     "policy=on-failure restarts=0 failed=13 created=2026-11-22T00:41:56.156Z "
                     "started=2026-11-22T00:41:57.084Z finished="));
        QVERIFY(inspected("docker/container-web.json").startsWith(QLatin1String("525cf5 web-dub running healthy")));
        QVERIFY(inspected("docker/container-batch.json").startsWith(QLatin1String("59e586 batch-dub exited - exit=3")));
        QVERIFY(inspected("docker/container-paused.json").contains(QLatin1String(" paused - exit=-1")));
        QVERIFY(inspected("docker/container-created.json").contains(QLatin1String(" created - exit=-1")));
        QVERIFY(inspected("docker/podman-container-inspect.json")
                    .startsWith(QLatin1String("59812d web-pod1 running - exit=-1")));
    }

    void namesAreNotThoseOfLinks()
    {
        const auto list = parseDockerContainers(
            "[{\"Id\":\"1\",\"Names\":[\"/other/alias\",\"/web\"]},{\"Id\":\"2\",\"Names\":null}]");
        QVERIFY(list);
        QCOMPARE(list->items[0].name, QStringLiteral("web"));
        QCOMPARE(list->items[1].name, QString());
    }

    void volumes()
    {
        const auto list = parseDockerVolumes(fixture("docker/volumes.json"));
        QVERIFY(list);
        QStringList lines;
        for (const DockerVolume &volume : list->items)
            lines.append(volume.name + QLatin1Char(' ') + volume.labels.value(QStringLiteral("data.classification")));
        QCOMPARE(lines, (QStringList{QStringLiteral("ledger-dub personal"), QStringLiteral("cache-dub public")}));
        QVERIFY(parseDockerVolumes("{\"Volumes\":null}")->items.empty());
        QVERIFY(!parseDockerVolumes("{\"Volumes\":7}"));
    }

    void events()
    {
        QMap<QString, int> seen;
        for (const char *name : {"docker/events-stream.ndjson", "docker/podman-events.ndjson"}) {
            const QList<QByteArray> lines = fixture(name).split('\n');
            for (const QByteArray &line : lines) {
                if (line.isEmpty())
                    continue;
                const auto event = parseDockerEvent(line);
                QVERIFY2(event, line.constData());
                QVERIFY(event->timeNano > 1'795'000'000'000'000'000);
                ++seen[event->type + QLatin1Char(' ') + event->action];
            }
        }
        QVERIFY(seen.contains(QStringLiteral("container health_status")));
        QVERIFY(seen.contains(QStringLiteral("volume create")));
        // The whole command follows the colon in the stream; none of it is kept.
        QVERIFY(seen.contains(QStringLiteral("container exec_create")));
        for (auto it = seen.cbegin(); it != seen.cend(); ++it)
            QVERIFY2(!it.key().contains(QLatin1String("/bin/sh")), qPrintable(it.key()));
    }

    void usage()
    {
        const auto running = parseDockerUsage(fixture("docker/stats-one-shot.json"));
        QCOMPARE(running->cpuSeconds, 0.164064891);
        QCOMPARE(running->memory, 552960.0);
        const auto ended = parseDockerUsage(fixture("docker/stats-exited.json"));
        QCOMPARE(ended->cpuSeconds, -1.0);
        QCOMPARE(ended->readAt, kNever);
        QCOMPARE(parseDockerUsage(fixture("docker/podman-stats.json"))->memory, 331776.0);
    }

    void plainTextIsRefusedWithoutBeingQuoted()
    {
        const auto error = parseDockerContainers(fixture("docker/error-400-too-old.txt"));
        QCOMPARE(error.error().kind, ErrorKind::Malformed);
        QCOMPARE(error.error().fault, Fault::Endpoint);
        QCOMPARE(error.error().text,
                 QStringLiteral("The engine's list of containers cannot be read: illegal value at byte 1 of 117."));
    }

    void refusesWhateverIsCut_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        for (const char *name : {"docker/info-alone.json", "docker/containers-all-sgp.json",
                                 "docker/container-web.json", "docker/volumes.json"})
            QTest::newRow(name) << fixture(name).trimmed();
        QTest::newRow("event") << fixture("docker/events-stream.ndjson").split('\n').first();
    }
    void refusesWhateverIsCut()
    {
        QFETCH(QByteArray, bytes);
        for (qsizetype cut = 0; cut < bytes.size(); ++cut)
            QVERIFY2(allRefuse(bytes.left(cut)), qPrintable(QString::number(cut)));
    }

    void refusesWrongTypes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        for (const char *text :
             {"", "null", "true", "7", "\"text\"", "{}", "[]x", "[[[", "{\"a\":}", "\xff\xfe", "{\"Id\":\"\xc3\x28\"}"})
            QTest::newRow(text) << QByteArray(text);
        QTest::newRow("deep lists") << QByteArray(100000, '[');
        QTest::newRow("deep objects") << QByteArray("{\"a\":").repeated(100000);
        QTest::newRow("zeroes") << QByteArray(1000, '\0');
    }
    void refusesWrongTypes()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(allRefuse(bytes));
        QVERIFY(!parseDockerContainers("{\"Id\":\"1\"}"));
        QVERIFY(!parseDockerContainer("[]"));
    }

    void passesOverWhatItCannotRead()
    {
        const auto list =
            parseDockerContainers("[7, null, {\"Id\":7}, {}, [], {\"Id\":\"good\",\"Names\":7,\"Labels\":[1,2],"
                                  "\"State\":{},\"Status\":[],\"Mounts\":{},\"Created\":\"soon\"}]");
        QVERIFY(list);
        QCOMPARE(list->unreadable, 5);
        QCOMPARE(brief(list->items.at(0)), QStringLiteral("good  unknown - exit=-1 labels=0 volumes="));
    }

    void numbersMayBeAnything()
    {
        const auto engine =
            parseDockerInfo("{\"ID\":\"x\",\"NCPU\":1e300,\"MemTotal\":-1e300,\"SystemTime\":\"99999-99-99\"}");
        QVERIFY(engine);
        QCOMPARE(engine->cpus, 0);
        QCOMPARE(engine->memory, 0.0);
        QCOMPARE(engine->systemTime, kNever);
        const auto container =
            parseDockerContainer("{\"Id\":\"x\",\"RestartCount\":-9e18,\"State\":{\"Status\":\"exited\","
                                 "\"ExitCode\":1e99,\"Health\":{\"FailingStreak\":\"many\"}}}");
        QCOMPARE(container->restarts, 0);
        QCOMPARE(container->exitCode, -1);
        QCOMPARE(container->failedChecks, 0);
        const auto event = parseDockerEvent("{\"Type\":\"container\",\"Action\":\"start\",\"timeNano\":1e300}");
        QVERIFY(event);
        QCOMPARE(event->timeNano, 0);
    }

    void hundredThousandLabels()
    {
        QByteArray labels;
        for (int i = 0; i < 100000; ++i)
            labels += "\"a" + QByteArray::number(i) + "\":\"x\",";
        const QByteArray json = "[{\"Id\":\"x\",\"Labels\":{" + labels + "\"graticule.dev/service\":\"shop\"}}]";
        testing::ProcessorTimer timer;
        timer.start();
        const auto list = parseDockerContainers(json);
        QCOMPARE(list->items.at(0).labels.size(), 64);
        QCOMPARE(list->items.at(0).labels.value(QStringLiteral("a0")), QStringLiteral("x"));
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    }

    void keepsNoSecrets()
    {
        const auto volume = parseDockerVolume(
            "{\"Name\":\"v\",\"Labels\":{\"db.PASSWORD\":\"x\",\"traefik.http.middlewares.a.basicauth.users\":"
            "\"me:hash\",\"api-key\":\"x\",\"tokenizer\":\"x\",\"team\":\"blue\",\"long\":\"" +
            QByteArray(2000, 'y') + "\",\"\":\"empty\"}}");
        QCOMPARE(volume->labels, (Labels{{QStringLiteral("team"), QStringLiteral("blue")}}));
        // Environment, command line and output of health checks are in this answer, and in no field of ours.
        QVERIFY(fixture("docker/container-ledger.json").contains("test -e /data/ready"));
        QVERIFY(!inspected("docker/container-ledger.json").contains(QLatin1String("test -e")));
    }

    void longTextsAreCut()
    {
        const auto engine = parseDockerInfo("{\"ID\":\"x\",\"Name\":\"" + QByteArray(1 << 20, 'n') + "\"}");
        QCOMPARE(engine->name.size(), 256);
    }

    void clocks()
    {
        const Instant now = instantFromIso(QStringLiteral("2026-11-22T09:00:00.000Z"));
        const auto offset = [&](const char *date) { return clockOffset(Milliseconds(12), date, now).count(); };
        QCOMPARE(offset("Sun, 22 Nov 2026 09:00:00 GMT"), 12); // agrees with what is known more exactly
        QCOMPARE(offset("Sun, 22 Nov 2026 10:00:00 GMT"), 3'600'500);
        QCOMPARE(offset("yesterday"), 12);
        QCOMPARE(offset(""), 12);
    }
};

QTEST_GUILESS_MAIN(TestDockerParser)
#include "tst_docker_parser.moc"
