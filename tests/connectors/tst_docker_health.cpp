// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/docker/dockerinventory.h"
#include "tests/connectors/fakesites.h"
#include "tests/connectors/fleetprint.h"
#include "tests/testing/test.h"

using graticule::testing::FakeSites;
using namespace graticule;

namespace {

constexpr Instant kNow{Milliseconds(1'795'000'000'000)};

/// A running container without a health check, started an hour ago.
DockerContainer container(const char *name)
{
    DockerContainer c;
    c.id = QStringLiteral("id-") + QLatin1String(name);
    c.name = QLatin1String(name);
    c.image = QStringLiteral("image:1");
    c.state = ContainerState::Running;
    c.check = HealthCheck::None;
    c.inspected = true;
    c.restartPolicy = QStringLiteral("no");
    c.created = c.startedAt = kNow - Milliseconds(3'600'000);
    return c;
}

DockerContainer ended(const char *name, int code, const char *policy = "no")
{
    DockerContainer c = container(name);
    c.state = ContainerState::Exited;
    c.exitCode = code;
    c.restartPolicy = QLatin1String(policy);
    c.finishedAt = kNow - Milliseconds(60'000);
    return c;
}

/// One container of slot 1 of swarm service "crash", made @p secondsAgo.
DockerContainer task(const char *id, ContainerState state, int code, int secondsAgo)
{
    DockerContainer c = container(id);
    c.state = state;
    c.exitCode = code;
    c.created = c.startedAt = c.finishedAt = kNow - Milliseconds(secondsAgo * 1000);
    c.labels = {{QStringLiteral("com.docker.swarm.task.id"), QLatin1String(id)},
                {QStringLiteral("com.docker.swarm.task.name"), QStringLiteral("crash.1.") + QLatin1String(id)},
                {QStringLiteral("com.docker.swarm.service.name"), QStringLiteral("crash")}};
    return c;
}

} // namespace

/// How containers become the health of services, and which changes are told.
class TestDockerHealth : public graticule::testing::Test
{
    Q_OBJECT

private:
    const EntityId m_connection{QByteArray("11111111-1111-4111-8111-111111111111")};
    FakeSites m_sites;

    DockerInventory inventory(std::vector<DockerContainer> containers = {}) const
    {
        DockerInventory inventory(m_connection, Origin::Real, {}, m_sites);
        DockerEngine engine;
        engine.id = QStringLiteral("engine");
        engine.name = QStringLiteral("dub");
        engine.system = QStringLiteral("Debian");
        engine.cpus = 4;
        engine.memory = 8e9;
        inventory.setEngine(engine, QStringLiteral("Docker 20.10"));
        inventory.list(std::move(containers));
        return inventory;
    }
    /// "1/1 healthy" of the one service that these containers are.
    QString health(std::vector<DockerContainer> containers, bool stopAsked = false) const
    {
        const QString first = containers.front().id;
        DockerInventory here = inventory(std::move(containers));
        here.noteStop(first, stopAsked);
        const FleetDelta all = here.all(kNow);
        if (all.placements.upserted.size() != 1)
            return QStringLiteral("%1 placements").arg(all.placements.upserted.size());
        return graticule::testing::printed(*all.placements.upserted.front(), m_connection)
            .section(QStringLiteral(" at "), 1)
            .section(QLatin1Char(' '), 1);
    }
    QStringList told(const FleetDelta &delta) const
    {
        FleetTables tables;
        tables.apply(delta);
        QStringList lines = graticule::testing::printed(tables, m_connection);
        forEachKind(
            [&](const auto &changes) {
                for (const EntityId &id : changes.removed)
                    lines.append(QStringLiteral("- ") +
                                 id.toString().replace(m_connection.toString(), QStringLiteral("C")));
            },
            delta);
        lines.sort();
        return lines;
    }

private Q_SLOTS:
    void oneContainer_data()
    {
        QTest::addColumn<DockerContainer>("container");
        QTest::addColumn<bool>("stopAsked");
        QTest::addColumn<QString>("health");
        const auto row = [](const char *name, const DockerContainer &c, const char *health, bool stopAsked = false) {
            QTest::newRow(name) << c << stopAsked << QString::fromLatin1(health);
        };
        DockerContainer c = container("web");
        row("running", c, "1/1 healthy");
        c.check = HealthCheck::Healthy;
        row("healthy", c, "1/1 healthy");
        c.check = HealthCheck::Starting;
        row("starting", c, "0/1 starting \"its health check has not passed yet\"");
        c.check = HealthCheck::Unhealthy;
        row("unhealthy", c, "0/1 unhealthy \"its health check fails\"");
        c.failedChecks = 13;
        row("unhealthy, inspected", c, "0/1 unhealthy \"its health check failed 13 times in a row\"");
        c.check = HealthCheck::Unknown;
        row("unknown check", c, "0/1 unknown \"its health check says something unknown\"");

        c = container("web");
        c.restarts = 7;
        row("restarted long ago", c, "1/1 healthy");
        c.startedAt = kNow - Milliseconds(2000);
        row("restarted again and again", c, "0/1 restarting \"restarted 7 times\"");
        c.restarts = 1;
        row("restarted once", c, "1/1 healthy");
        c.state = ContainerState::Restarting;
        c.exitCode = 7;
        c.restarts = 3;
        row("between restarts", c, "0/1 restarting \"exited with code 7, restarted 3 times\"");

        row("failed", ended("job", 3), "0/1 failed \"exited with code 3\"");
        row("failed after its retries", ended("job", 1, "on-failure"), "0/1 failed \"exited with code 1\"");
        row("done", ended("job", 0), "0/0 stopped \"ended with success\"");
        row("terminated", ended("job", 143), "0/0 stopped \"stopped (exited with code 143)\"");
        row("killed", ended("job", 137), "0/1 failed \"exited with code 137\"");
        row("stopped by kill", ended("job", 137), "0/0 stopped \"stopped (exited with code 137)\"", true);
        row("stopped for good", ended("web", 137, "unless-stopped"), "0/0 stopped \"stopped (exited with code 137)\"");
        row("could not start", ended("web", 127, "always"), "0/1 failed \"exited with code 127\"");
        row("exit code unknown", ended("web", -1), "0/0 unknown \"ended, exit code not known\"");
        c = ended("web", 137, "always");
        c.outOfMemory = true;
        row("out of memory", c, "0/1 failed \"killed: out of memory\"");

        const auto inState = [](ContainerState state) {
            DockerContainer other = container("web");
            other.state = state;
            return other;
        };
        row("created", inState(ContainerState::Created), "0/0 stopped \"created, never started\"");
        row("paused", inState(ContainerState::Paused), "0/1 paused \"paused\"");
        row("removing", inState(ContainerState::Removing), "0/0 stopped \"is being removed\"");
        row("dead", inState(ContainerState::Dead), "0/1 failed \"dead: the engine could not remove it\"");
        row("unknown", inState(ContainerState::Unknown), "0/0 unknown \"in a state that is not known\"");
    }
    void oneContainer()
    {
        QFETCH(DockerContainer, container);
        QFETCH(bool, stopAsked);
        QFETCH(QString, health);
        QCOMPARE(this->health({container}, stopAsked), health);
    }

    void severalContainersOfOneService()
    {
        const auto instance = [](const char *name, HealthCheck check) {
            DockerContainer c = container(name);
            c.labels = {{QStringLiteral("com.docker.compose.project"), QStringLiteral("shop")},
                        {QStringLiteral("com.docker.compose.service"), QStringLiteral("api")}};
            c.check = check;
            return c;
        };
        QCOMPARE(health({instance("api-1", HealthCheck::Healthy), instance("api-2", HealthCheck::Healthy)}),
                 QStringLiteral("2/2 healthy"));
        QCOMPARE(health({instance("api-1", HealthCheck::Healthy), instance("api-2", HealthCheck::Unhealthy)}),
                 QStringLiteral("1/2 unhealthy \"1 of 2 ready; api-2: its health check fails\""));
        DockerContainer old = instance("api-0", HealthCheck::None);
        old.state = ContainerState::Exited;
        old.exitCode = 0;
        QCOMPARE(health({old, instance("api-1", HealthCheck::Healthy)}), QStringLiteral("1/1 healthy"));
    }

    void swarmTasksCountByTheirNewest()
    {
        using enum ContainerState;
        QCOMPARE(health({task("a", Exited, 0, 5000), task("b", Running, -1, 3000)}), QStringLiteral("1/1 healthy"));
        QCOMPARE(health({task("a", Exited, 7, 50), task("b", Exited, 7, 30), task("c", Running, -1, 5)}),
                 QStringLiteral("0/1 restarting \"failed 2 times\""));
        QCOMPARE(health({task("a", Exited, 7, 50), task("b", Exited, 7, 30)}),
                 QStringLiteral("0/1 restarting \"exited with code 7\""));
        QCOMPARE(health({task("a", Exited, 7, 30)}), QStringLiteral("0/1 failed \"exited with code 7\""));
        QCOMPARE(health({task("a", Exited, 7, 30), task("b", Created, -1, 1)}),
                 QStringLiteral("0/1 starting \"its task is being started\""));
        QCOMPARE(health({task("a", Exited, 137, 30)}),
                 QStringLiteral("0/0 stopped \"its task ended here (exited with code 137)\""));
        QCOMPARE(health({task("a", Exited, 7, 500)}),
                 QStringLiteral("0/0 stopped \"its task ended here (exited with code 7)\""));
        QCOMPARE(health({task("a", Exited, 7, 5000), task("b", Exited, 7, 4000), task("c", Running, -1, 3000)}),
                 QStringLiteral("1/1 healthy"));
    }

    void namesOfServices_data()
    {
        QTest::addColumn<Labels>("labels");
        QTest::addColumn<QString>("line");
        const auto row = [](const char *name, const Labels &labels, const char *line) {
            QTest::newRow(name) << labels << QString::fromLatin1(line);
        };
        const auto l = [](const char *key, const char *value) {
            return Labels{{QLatin1String(key), QLatin1String(value)}};
        };
        const auto both = [](Labels a, const Labels &b) {
            a.insert(b);
            return a;
        };
        const Labels compose = both(l("com.docker.compose.project", "shop"), l("com.docker.compose.service", "api"));
        row("container", {}, "service C/service/web \"web\"");
        row("declared", both(compose, l("graticule.dev/service", "front")), "service service:front \"front\"");
        row("compose", compose, "service C/service/shop/api \"shop/api\"");
        row("swarm", l("com.docker.swarm.service.name", "stack_api"), "service C/service/stack_api \"stack_api\"");
        row("kubernetes", both(l("app.kubernetes.io/part-of", "bank"), l("app.kubernetes.io/name", "ledger")),
            "service C/service/bank/ledger \"bank/ledger\"");
        row("tier", both(l("graticule.dev/service", "front"), l("graticule.dev/tier", "1")),
            "service service:front \"front\" tier 1");
        row("no tier", both(l("graticule.dev/service", "front"), l("graticule.dev/tier", "-9")),
            "service service:front \"front\"");
    }
    void namesOfServices()
    {
        QFETCH(Labels, labels);
        QFETCH(QString, line);
        DockerContainer c = container("web");
        c.labels = labels;
        QVERIFY2(told(inventory({c}).all(kNow)).contains(line),
                 qPrintable(told(inventory({c}).all(kNow)).join(QLatin1Char('\n'))));
    }

    void tellsOnlyWhatDiffers()
    {
        DockerInventory here = inventory({container("web"), container("db")});
        QCOMPARE(
            told(here.all(kNow)),
            (QStringList{QStringLiteral("node C/node/engine \"dub\" at C/site/engine up [Docker 20.10, Debian]"),
                         QStringLiteral("placement C/placement/db of C/service/db at C/site/engine 1/1 healthy"),
                         QStringLiteral("placement C/placement/web of C/service/web at C/site/engine 1/1 healthy"),
                         QStringLiteral("service C/service/db \"db\""), QStringLiteral("service C/service/web \"web\""),
                         QStringLiteral("site C/site/engine \"dub\" up")}));
        here.put(container("web"));
        QCOMPARE(told(here.changes(kNow)), QStringList());
        DockerContainer sick = container("web");
        sick.check = HealthCheck::Unhealthy;
        here.put(sick);
        QCOMPARE(told(here.changes(kNow)),
                 QStringList{QStringLiteral("placement C/placement/web of C/service/web at C/site/engine 0/1 unhealthy "
                                            "\"its health check fails\"")});
        here.removeContainer(sick.id);
        QCOMPARE(told(here.changes(kNow)),
                 (QStringList{QStringLiteral("- C/placement/web"), QStringLiteral("- C/service/web")}));
    }

    void renamedContainerIsAnotherService()
    {
        DockerInventory here = inventory({container("web")});
        here.all(kNow);
        DockerContainer renamed = container("web");
        renamed.name = QStringLiteral("www");
        here.put(renamed);
        QCOMPARE(told(here.changes(kNow)),
                 (QStringList{QStringLiteral("- C/placement/web"), QStringLiteral("- C/service/web"),
                              QStringLiteral("placement C/placement/www of C/service/www at C/site/engine 1/1 healthy"),
                              QStringLiteral("service C/service/www \"www\"")}));
    }

    void sinceIsTheEnginesUntilWeSeeItChange()
    {
        const Milliseconds hour(3'600'000);
        DockerContainer c = container("web");
        c.startedAt += hour; // the engine's clock is an hour ahead
        DockerInventory here = inventory({c});
        here.setClockOffset(hour);
        const auto since = [](const FleetDelta &delta) { return delta.placements.upserted.at(0)->since; };
        QCOMPARE(since(here.all(kNow)), kNow - hour);
        c.check = HealthCheck::Unhealthy;
        here.put(c);
        QCOMPARE(since(here.changes(kNow + Milliseconds(5))), kNow + Milliseconds(5));
        c.failedChecks = 3; // the same state with another text
        here.put(c);
        QCOMPARE(since(here.changes(kNow + Milliseconds(9))), kNow + Milliseconds(5));
    }

    void restartLoopEndsByTimeAlone()
    {
        DockerContainer c = container("web");
        c.restarts = 3;
        c.startedAt = kNow;
        DockerInventory here = inventory({c});
        here.all(kNow);
        QVERIFY(here.isPassing());
        QCOMPARE(told(here.changes(kNow + Milliseconds(30'000))), QStringList());
        QCOMPARE(
            told(here.changes(kNow + Milliseconds(61'000))),
            QStringList{QStringLiteral("placement C/placement/web of C/service/web at C/site/engine 1/1 healthy")});
        QVERIFY(!here.isPassing());
    }

    void listingKeepsWhatInspectionsTold()
    {
        DockerContainer known = ended("job", 137, "unless-stopped");
        DockerInventory here = inventory({known});
        here.all(kNow);
        DockerContainer listed = ended("job", 137);
        listed.inspected = false;
        listed.restartPolicy.clear();
        listed.startedAt = listed.finishedAt = kNever;
        here.list({listed});
        QCOMPARE(told(here.changes(kNow)), QStringList());
        QCOMPARE(here.needInspection(), QStringList());
        listed.exitCode = 1; // it ran meanwhile and ended otherwise
        here.list({listed});
        QCOMPARE(here.needInspection(), QStringList{listed.id});
    }

    void volumesAreAssets()
    {
        const auto volume = [](const char *name, const Labels &labels) {
            return DockerVolume{QLatin1String(name), QStringLiteral("local"), labels};
        };
        const Labels ledger{{QStringLiteral("graticule.dev/asset"), QStringLiteral("ledger")},
                            {QStringLiteral("graticule.dev/classification"), QStringLiteral("personal")},
                            {QStringLiteral("graticule.dev/owner"), QStringLiteral("payments")},
                            {QStringLiteral("graticule.dev/role"), QStringLiteral("primary")}};
        DockerInventory here = inventory();
        here.all(kNow);
        const QString anonymous(64, QLatin1Char('a'));
        here.listVolumes({volume("b", ledger), volume("a", ledger), volume("scratch", {}), {anonymous, {}, {}}});
        QStringList lines = told(here.changes(kNow));
        lines.replaceInStrings(anonymous, QStringLiteral("AAAA"));
        lines.sort();
        QCOMPARE(lines, (QStringList{QStringLiteral("asset C/asset/AAAA \"unnamed volume aaaaaaaaaaaa\""),
                                     QStringLiteral("asset C/asset/scratch \"scratch\""),
                                     QStringLiteral("asset asset:ledger \"ledger\" personal payments"),
                                     QStringLiteral("replica C/replica/AAAA of C/asset/AAAA at C/site/engine"),
                                     QStringLiteral("replica C/replica/a of asset:ledger at C/site/engine primary"),
                                     QStringLiteral("replica C/replica/b of asset:ledger at C/site/engine primary"),
                                     QStringLiteral("replica C/replica/scratch of C/asset/scratch at C/site/engine")}));
        here.removeVolume(QStringLiteral("a"));
        QCOMPARE(told(here.changes(kNow)), QStringList{QStringLiteral("- C/replica/a")});
        here.put(volume("b", {})); // made anew, without the label
        QCOMPARE(told(here.changes(kNow)),
                 (QStringList{QStringLiteral("- asset:ledger"), QStringLiteral("asset C/asset/b \"b\""),
                              QStringLiteral("replica C/replica/b of C/asset/b at C/site/engine")}));
    }

    void usageIsToldWhenItIsKnown()
    {
        DockerInventory here = inventory({container("web")});
        QCOMPARE(here.all(kNow).nodes.upserted.at(0)->cpu, Usage());
        here.setUsage({0.5, 1e9});
        const FleetDelta delta = here.changes(kNow);
        QCOMPARE(delta.nodes.upserted.at(0)->cpu, (Usage{0.5, 4}));
        QCOMPARE(delta.sites.upserted.at(0)->memory, (Usage{1e9, 8e9}));
        QVERIFY(delta.placements.isEmpty());
    }

    void anotherEngineBehindTheAddress()
    {
        DockerInventory here = inventory({container("web")});
        here.all(kNow);
        DockerEngine other = here.engine();
        other.id = QStringLiteral("other");
        here.setEngine(other, QStringLiteral("Docker 20.10"));
        QCOMPARE(told(here.changes(kNow)),
                 (QStringList{QStringLiteral("- C/node/engine"), QStringLiteral("- C/placement/web"),
                              QStringLiteral("- C/service/web"), QStringLiteral("- C/site/engine"),
                              QStringLiteral("node C/node/other \"dub\" at C/site/other up [Docker 20.10, Debian]"),
                              QStringLiteral("site C/site/other \"dub\" up")}));
    }

    void tenThousandContainers()
    {
        std::vector<DockerContainer> many;
        for (int i = 0; i < 10'000; ++i)
            many.push_back(container(QByteArray::number(i).constData()));
        DockerInventory here = inventory(many);
        QCOMPARE(here.all(kNow).placements.upserted.size(), size_t(10'000));
        QBENCHMARK
        {
            DockerContainer c = many[42];
            c.check = c.check == HealthCheck::Unhealthy ? HealthCheck::None : HealthCheck::Unhealthy;
            here.put(c);
            here.changes(kNow);
        }
    }
};

QTEST_GUILESS_MAIN(TestDockerHealth)
#include "tst_docker_health.moc"
