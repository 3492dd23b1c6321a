// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/kubernetes/kubeconnector.h"
#include "tests/connectors/connectorrig.h"
#include "tests/testing/kubernetescluster.h"
#include "tests/testing/test.h"

using graticule::testing::ConnectorRig;
using graticule::testing::KubernetesCluster;
using namespace graticule;

/// Logs and events of a real API server, behind which the rig stands in for kubelets: what is asked, how it is let
/// through and refused is the server's, the lines are the rig's.
class TestKubernetesLogs : public graticule::testing::Test
{
    Q_OBJECT

private:
    KubernetesCluster m_cluster;

    ConnectionConfig as(const char *kubeconfig) const
    {
        ConnectionConfig config;
        config.id = EntityId("k");
        config.name = config.type = QStringLiteral("kubernetes");
        config.address = m_cluster.kubeconfig(QLatin1String(kubeconfig));
        config.origin = Origin::Real;
        return config;
    }
    static EntityId service(const ConnectorRig &rig, const char *name)
    {
        EntityId id;
        rig.tables.services.forEach([&](const Service &one) {
            if (one.name == QLatin1String(name))
                id = one.id;
        });
        return id;
    }
    static QList<LogSource> sources(ConnectorRig &rig, const EntityId &target)
    {
        std::optional<QList<LogSource>> told;
        rig.connector().logSources(
            target, [&](const Result<QList<LogSource>> &reply) { told = reply ? *reply : QList<LogSource>(); });
        (void)QTest::qWaitFor([&] { return told.has_value(); }, 10'000);
        return told.value_or(QList<LogSource>());
    }

private Q_SLOTS:
    void init()
    {
        Test::init();
        if (!m_cluster.running())
            QSKIP(qPrintable(m_cluster.whyNot()));
    }

    void aCrashingPodsRunsAndAFollowedOne()
    {
        ConnectorRig rig(kubernetesConnectorType(), as("viewer"));
        QList<FleetEvent> events;
        connect(&rig.connector(), &Connector::happened, this, [&](const QList<FleetEvent> &more) { events += more; });
        rig.start();
        QTRY_VERIFY_WITH_TIMEOUT(rig.listings > 0, 10'000);
        const QList<LogSource> found = sources(rig, service(rig, "analytics/etl"));
        QVERIFY(!found.isEmpty());
        QVERIFY(found.first().hasPrevious && found.first().restarts > 0);

        LogOrder order;
        order.sources = {found.first()};
        order.previous = true;
        order.tail = 3;
        QStringList told;
        auto reader = rig.connector().followLogs(order);
        QVERIFY(bool(reader));
        connect(reader.value().get(), &LogReader::read, this, [&](const LogPart &part) {
            for (const LogLine &line : part.lines) {
                QVERIFY(line.at != kNever);
                told << line.text;
            }
            for (const LogEnd &end : part.ends)
                told << QStringLiteral("end ") + end.error.text;
        });
        reader.value()->start();
        QTRY_COMPARE_WITH_TIMEOUT(told.size(), 4, 10'000);
        QCOMPARE(told.mid(2), QStringList({QStringLiteral("panic: no source"), QStringLiteral("end ")}));

        // Another one, as long as somebody listens.
        QList<LogSource> running = sources(rig, service(rig, "monitoring/agent"));
        rig.tables.services.forEach([&](const Service &one) {
            if (running.isEmpty() && one.name.startsWith(QLatin1String("web/")))
                running = sources(rig, one.id);
            running.removeIf([](const LogSource &source) { return !source.running; });
        });
        QVERIFY(!running.isEmpty());
        order.sources = {running.first()};
        order.previous = false;
        order.follow = true;
        order.tail = 1;
        told.clear();
        auto follower = rig.connector().followLogs(order);
        connect(follower.value().get(), &LogReader::read, this, [&](const LogPart &part) {
            for (const LogLine &line : part.lines)
                told << line.text;
        });
        follower.value()->start();
        QTRY_VERIFY_WITH_TIMEOUT(told.size() >= 3, 10'000);
        QVERIFY(told.last().endsWith(QStringLiteral("goes on")));

        QTRY_VERIFY_WITH_TIMEOUT(!events.isEmpty(), 10'000);
        const bool knowsPlace = std::any_of(events.cbegin(), events.cend(), [](const FleetEvent &event) {
            return !event.entity.isEmpty() && !event.site.isEmpty() && event.at != kNever;
        });
        QVERIFY(knowsPlace);
    }

    void aPodThatIsNot()
    {
        ConnectorRig rig(kubernetesConnectorType(), as("viewer"));
        rig.start();
        QTRY_VERIFY_WITH_TIMEOUT(rig.listings > 0, 10'000);
        LogOrder order;
        order.sources = {{EntityId("k"), QStringLiteral("web/no-such-pod/app"), QStringLiteral("x"), false, 0, false}};
        Error why;
        auto reader = rig.connector().followLogs(order);
        connect(reader.value().get(), &LogReader::read, this, [&](const LogPart &part) {
            if (!part.ends.isEmpty())
                why = part.ends.first().error;
        });
        reader.value()->start();
        QTRY_COMPARE_WITH_TIMEOUT(why.kind, ErrorKind::NotFound, 10'000);
        QVERIFY2(why.text.contains(QStringLiteral("no-such-pod")), qPrintable(why.text));
    }
};

QTEST_GUILESS_MAIN(TestKubernetesLogs)
#include "tst_kubernetes_logs.moc"
