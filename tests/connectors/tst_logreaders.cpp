// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/docker/dockerconnector.h"
#include "backend/connectors/kubernetes/kubeconnector.h"
#include "tests/connectors/connectorrig.h"
#include "tests/connectors/fakecluster.h"
#include "tests/connectors/fakeengine.h"
#include "tests/testing/test.h"

using graticule::testing::Answer;
using graticule::testing::ConnectorRig;
using graticule::testing::FakeCluster;
using graticule::testing::FakeEngine;
using namespace graticule;

namespace {

/// What a reader says, as lines.
struct Reading
{
    Reading(Connector &connector, const LogOrder &order)
    {
        Result<std::unique_ptr<LogReader>> made = connector.followLogs(order);
        if (!made) {
            told << QStringLiteral("refused: ") + made.error().text;
            return;
        }
        reader = std::move(made).value();
        QObject::connect(reader.get(), &LogReader::read, reader.get(), [this](const LogPart &part) {
            for (const LogLine &line : part.lines)
                told << QString::number(line.source) + QLatin1Char(' ') + line.text;
            for (const LogEnd &end : part.ends)
                told << QStringLiteral("%1 ended: %2").arg(end.source).arg(end.error.text);
        });
        reader->start();
    }

    QStringList told;
    std::unique_ptr<LogReader> reader;
};

} // namespace

/// Logs through sessions with servers that do what they are told.
class TestLogReaders : public graticule::testing::Test
{
    Q_OBJECT

private:
    static LogOrder order(const QString &id, bool follow = false)
    {
        LogOrder order;
        order.sources = {{EntityId("c"), id, QStringLiteral("web"), true, 0, false}};
        order.follow = follow;
        order.tail = 5;
        return order;
    }
    static EntityId nodeOf(const ConnectorRig &rig)
    {
        EntityId id;
        rig.tables.nodes.forEach([&](const Node &node) { id = node.id; });
        return id;
    }
    static QString sources(Connector &connector, const EntityId &target)
    {
        QString told = QStringLiteral("nothing yet");
        connector.logSources(target, [&](const Result<QList<LogSource>> &reply) {
            QStringList names;
            for (const LogSource &source : reply ? *reply : QList<LogSource>())
                names << source.id + (source.hasPrevious ? QStringLiteral(" previous") : QString());
            told = reply ? names.join(QStringLiteral(", ")) : reply.error().text;
        });
        (void)QTest::qWaitFor([&] { return told != QLatin1String("nothing yet"); });
        return told;
    }

private Q_SLOTS:
    void anEnginesContainer()
    {
        FakeEngine engine;
        engine.containers["web"];
        engine.instead["/containers/id-web/logs"] =
            Answer::of(200, QByteArray("\1\0\0\0\0\0\0\x1b", 8) + "2026-11-22T09:14:32Z hello\n");
        ConnectorRig rig(dockerConnectorType(), dockerAt(engine));
        rig.start();
        QTRY_VERIFY(rig.listings > 0);
        QCOMPARE(sources(rig.connector(), nodeOf(rig)), QStringLiteral("id-web"));
        QCOMPARE(sources(rig.connector(), EntityId("other")), QString());
        const Reading reading(rig.connector(), order(QStringLiteral("id-web")));
        QTRY_COMPARE(reading.told, QStringList({QStringLiteral("0 hello"), QStringLiteral("0 ended: ")}));
        QVERIFY(engine.asked("/logs").first().contains(QStringLiteral("tail=5")));
        const Reading gone(rig.connector(), order(QStringLiteral("id-gone")));
        QTRY_VERIFY(gone.told.value(0).startsWith(QStringLiteral("0 ended: ")) &&
                    gone.told.value(0).contains(QStringLiteral("404")));
        const Reading bad(rig.connector(), order(QStringLiteral("../secrets")));
        QTRY_COMPARE(bad.told, QStringList(QStringLiteral("0 ended: \"../secrets\" names no container.")));
    }

    void aSessionThatEndsEndsItsReaders()
    {
        FakeEngine engine;
        engine.containers["web"];
        engine.instead["/containers/id-web/logs"] = Answer::stream();
        ConnectorRig rig(dockerConnectorType(), dockerAt(engine));
        rig.start();
        QTRY_VERIFY(rig.listings > 0);
        const Reading reading(rig.connector(), order(QStringLiteral("id-web"), true));
        QTRY_VERIFY(!engine.asked("/logs").isEmpty());
        rig.stop();
        QCOMPARE(reading.told, QStringList(QStringLiteral("0 ended: docker is not connected now; nothing was done.")));
        const Reading late(rig.connector(), order(QStringLiteral("id-web")));
        QVERIFY(late.told.value(0).startsWith(QStringLiteral("refused: docker is not connected")));
    }

    void aPodsContainers()
    {
        FakeCluster cluster;
        cluster.put("nodes", "n1", FakeCluster::node("n1", "eu"));
        cluster.put("pods", "web", FakeCluster::pod("web", "n1"));
        cluster.instead["/log?"] = Answer::of(200, "2026-11-22T09:14:32.1Z a\n2026-11-22T09:14:33Z b\n");
        cluster.instead["/pods/web"] = Answer::json(
            "{\"metadata\":{\"namespace\":\"shop\",\"name\":\"web\"},\"spec\":{\"containers\":[{\"name\":\"app\"},"
            "{\"name\":\"side\"}]},\"status\":{\"containerStatuses\":[{\"name\":\"app\",\"lastState\":"
            "{\"terminated\":{}}}]}}");
        ConnectorRig rig(kubernetesConnectorType(), cluster.config());
        rig.start();
        QTRY_VERIFY(rig.listings > 0);
        QCOMPARE(sources(rig.connector(), nodeOf(rig)), QStringLiteral("shop/web/app previous, shop/web/side"));
        const Reading reading(rig.connector(), order(QStringLiteral("shop/web/app")));
        QTRY_COMPARE(reading.told,
                     QStringList({QStringLiteral("0 a"), QStringLiteral("0 b"), QStringLiteral("0 ended: ")}));
        const Reading bad(rig.connector(), order(QStringLiteral("shop/../app")));
        QTRY_COMPARE(bad.told, QStringList(QStringLiteral("0 ended: \"shop/../app\" names no container.")));
    }

    void whatTheServerRefuses()
    {
        FakeCluster cluster;
        cluster.put("nodes", "n1", FakeCluster::node("n1", "eu"));
        cluster.instead["/log?"] = Answer::of(
            403, "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"message\":\"pods web is forbidden\",\"code\":403}",
            "Content-Type: application/json\r\n");
        ConnectorRig rig(kubernetesConnectorType(), cluster.config());
        rig.start();
        QTRY_VERIFY(rig.listings > 0);
        const Reading reading(rig.connector(), order(QStringLiteral("shop/web/app")));
        QTRY_VERIFY(reading.told.value(0).contains(QStringLiteral("pods web is forbidden")));
    }

private:
    static ConnectionConfig dockerAt(const FakeEngine &engine)
    {
        ConnectionConfig config;
        config.name = config.type = QStringLiteral("docker");
        config.address = engine.address();
        config.origin = Origin::Real;
        config.options.insert(QStringLiteral("stats"), QStringLiteral("no"));
        return config;
    }
};

QTEST_GUILESS_MAIN(TestLogReaders)
#include "tst_logreaders.moc"
