// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/kubernetes/kubeconnector.h"
#include "tests/connectors/connectorrig.h"
#include "tests/peers/kubernetes/rigkeeper.h"
#include "tests/testing/kubernetescluster.h"
#include "tests/testing/test.h"

#include <QDir>
#include <QFileInfo>
#include <QThread>

using graticule::testing::ConnectorRig;
using graticule::testing::KubernetesCluster;
using graticule::testing::RigKeeper;
using namespace graticule;

namespace {

constexpr int kSynced = 60'000; // a server that has just started is busy, and so may be the machine
constexpr int kSilent = 40'000; // twelve seconds at most, on a machine that has the time
constexpr int kBack = 90'000;   // the server itself starts for ten

/// Faults and kubectl block whoever calls them: elsewhere, so that the keeper goes on.
void meanwhile(const std::function<void()> &what)
{
    const std::unique_ptr<QThread> thread(QThread::create(what));
    thread->start();
    QVERIFY(QTest::qWaitFor([&] { return thread->isFinished(); }, 180'000));
    thread->wait();
}

} // namespace

/// The connector against a real API server of 1.20, through a whole keeper: what is listed, and each bad day.
class TestKubernetes : public graticule::testing::Test
{
    Q_OBJECT

private:
    KubernetesCluster m_cluster;

    ConnectionConfig as(const QString &kubeconfig, const QMap<QString, QString> &options = {}) const
    {
        return RigKeeper::connection(kubeconfig, m_cluster.kubeconfig(kubeconfig), options);
    }
    /// The same as RigKeeper::nodes() has it.
    QStringList nodesByKubectl() const
    {
        QStringList lines;
        const QByteArray said =
            m_cluster.kubectl(QStringLiteral("viewer"),
                              {QStringLiteral("get"), QStringLiteral("nodes"), QStringLiteral("-o"),
                               QStringLiteral("jsonpath={range .items[*]}{.metadata.name} "
                                              "{.status.conditions[?(@.type==\"Ready\")].status}{\"\\n\"}{end}")});
        for (const QByteArray &line : said.split('\n')) {
            if (!line.isEmpty())
                lines.append(QString::fromUtf8(line)
                                 .replace(QStringLiteral(" True"), QStringLiteral(" ready"))
                                 .replace(QStringLiteral(" False"), QStringLiteral(" not ready"))
                                 .replace(QStringLiteral(" Unknown"), QStringLiteral(" lost")));
        }
        lines.sort();
        return lines;
    }
    bool isBroken(const QString &what) const
    {
        bool done = false;
        meanwhile([&] { done = m_cluster.fault(what); });
        return done;
    }

private Q_SLOTS:
    void init()
    {
        Test::init();
        if (!m_cluster.running())
            QSKIP(qPrintable(m_cluster.whyNot()));
    }
    void cleanup()
    {
        if (m_cluster.running())
            m_cluster.mend();
    }

    void sixtyNodesInTwelveRegions()
    {
        RigKeeper rig({as(QStringLiteral("viewer"))});
        QTRY_COMPARE_WITH_TIMEOUT(rig.state(QStringLiteral("viewer")), QStringLiteral("live"), kSynced);
        QCOMPARE(rig.tables().nodes.size(), qsizetype(60));
        QMap<QString, int> regions;
        rig.tables().nodes.forEach(
            [&](const Node &node) { ++regions[node.labels.value(QStringLiteral("topology.kubernetes.io/region"))]; });
        QCOMPARE(regions, (QMap<QString, int>{{QStringLiteral("af-south-1"), 2},
                                              {QStringLiteral("ap-northeast-1"), 5},
                                              {QStringLiteral("ap-south-1"), 4},
                                              {QStringLiteral("ap-southeast-2"), 5},
                                              {QStringLiteral("ca-central-1"), 3},
                                              {QStringLiteral("eu-central-1"), 8},
                                              {QStringLiteral("eu-north-1"), 4},
                                              {QStringLiteral("eu-west-1"), 9},
                                              {QStringLiteral("me-south-1"), 2},
                                              {QStringLiteral("sa-east-1"), 4},
                                              {QStringLiteral("us-east-1"), 8},
                                              {QStringLiteral("us-west-2"), 6}}));
        int inPlace = 0;
        rig.tables().sites.forEach([&](const Site &site) { inPlace += site.place.position.has_value(); });
        QCOMPARE(inPlace, 12); // where on earth, by the provider's regions
        QTRY_COMPARE_WITH_TIMEOUT(rig.nodes(), nodesByKubectl(), kSynced);
        const Service *gateway = nullptr;
        rig.tables().services.forEach([&](const Service &service) {
            if (service.name == u"analytics/etl")
                gateway = &service;
        });
        QVERIFY(gateway); // which crashes again and again, and says so
        QString health;
        rig.tables().placements.forEach([&](const Placement &placement) {
            if (placement.service == gateway->id && placement.health == Health::Restarting)
                health = placement.healthText;
        });
        QVERIFY2(health.contains(QLatin1String("restarted")), qPrintable(health));
    }

    void followsWhatHappens()
    {
        RigKeeper rig({as(QStringLiteral("viewer"))});
        QTRY_COMPARE_WITH_TIMEOUT(rig.state(QStringLiteral("viewer")), QStringLiteral("live"), kSynced);
        const Instant since = rig.watchedSince(QStringLiteral("viewer"));
        meanwhile([&] { m_cluster.churn(20, 5); });
        QTRY_COMPARE_WITH_TIMEOUT(rig.nodes(), nodesByKubectl(), kSynced);
        QCOMPARE(rig.state(QStringLiteral("viewer")), QStringLiteral("live"));
        QCOMPARE(rig.watchedSince(QStringLiteral("viewer")), since); // without a hole
    }

    /// README.md has the table.
    void everyClientFormDoesWhatItsTableSays()
    {
        const QString plugin =
            QFileInfo(m_cluster.kubeconfig(QStringLiteral("exec"))).path() + QStringLiteral("/../exec-credential");
        const auto exec = [&](const char *arguments) {
            return QMap<QString, QString>{
                {QStringLiteral("exec"), QDir::cleanPath(plugin) + QLatin1Char(' ') + QLatin1String(arguments)}};
        };
        const auto many = [&](const char *context) {
            return RigKeeper::connection(QLatin1String(context), m_cluster.kubeconfig(QStringLiteral("many-contexts")),
                                         {{QStringLiteral("context"), QLatin1String(context)}});
        };
        std::vector<ConnectionConfig> connections{
            as(QStringLiteral("exec"), exec("--user viewer")),
            as(QStringLiteral("exec-v1"), exec("--user viewer --v1")),
            as(QStringLiteral("exec-fails"), exec("--fail")),
            many("viewer@rig"),
            many("admin@rig"),
            many("both@rig"),
            many("dangling@rig"),
            many("viewer@gone"),
        };
        for (const char *name :
             {"admin", "admin-embedded", "viewer", "viewer-tokenfile", "operator", "impersonate", "nobody", "bad-token",
              "anonymous", "insecure", "server-name", "wrong-ca", "wrong-name", "stranger-cert", "expired-cert"})
            connections.push_back(as(QLatin1String(name)));
        RigKeeper rig(connections);
        const auto state = [&](const char *name) { return rig.state(QLatin1String(name)); };
        for (const char *name : {"admin", "admin-embedded", "viewer", "viewer-tokenfile", "operator", "impersonate",
                                 "insecure", "server-name", "exec", "exec-v1", "viewer@rig", "admin@rig", "both@rig"})
            QTRY_COMPARE_WITH_TIMEOUT(state(name), QStringLiteral("live"), kSynced);
        const QString url = m_cluster.url();
        const QString unknown = QStringLiteral("refused: %1 does not know who we are: token or client certificate are "
                                               "missing, expired or not of this cluster.")
                                    .arg(url);
        QTRY_COMPARE_WITH_TIMEOUT(state("bad-token"), unknown, kSynced);
        QTRY_COMPARE_WITH_TIMEOUT(state("stranger-cert"), unknown, kSynced);
        const QList<QPair<const char *, const char *>> others{
            {"nobody", "is forbidden: User \"nobody\" cannot list"},
            {"anonymous", "is forbidden: User \"system:anonymous\" cannot list"},
            {"exec-fails", "failed: it ended with code 3. It said: credential plugin: no session, log in first"},
            {"wrong-ca", "who is not among"},
            {"wrong-name", "not for the expected name"},
            {"expired-cert", "expired on 2020-02-01. Have a new one issued, and put it into"},
            {"dangling@rig", "names the user \"no-such-user\", who is not there."},
            {"viewer@gone", "Nothing listens at https://127.0.0.1:1"},
        };
        for (const auto &[name, words] : others)
            QTRY_VERIFY2_WITH_TIMEOUT(state(name).contains(QLatin1String(words)), qPrintable(state(name)), kSynced);
    }

    void killedAndBack()
    {
        RigKeeper rig({as(QStringLiteral("viewer"))});
        QTRY_COMPARE_WITH_TIMEOUT(rig.state(QStringLiteral("viewer")), QStringLiteral("live"), kSynced);
        const Instant since = rig.watchedSince(QStringLiteral("viewer"));
        QVERIFY(isBroken(QStringLiteral("kill")));
        QTRY_VERIFY_WITH_TIMEOUT(rig.state(QStringLiteral("viewer")).startsWith(QLatin1String("unreachable: ")),
                                 kSilent);
        QTRY_VERIFY_WITH_TIMEOUT(rig.areAllSitesStale(), kSilent);
        QCOMPARE(rig.tables().nodes.size(), qsizetype(60)); // what was known last stays
        QVERIFY(isBroken(QStringLiteral("restart")));
        QTRY_COMPARE_WITH_TIMEOUT(rig.state(QStringLiteral("viewer")), QStringLiteral("live"), kBack);
        QTRY_COMPARE_WITH_TIMEOUT(rig.nodes(), nodesByKubectl(), kSynced);
        QVERIFY(rig.watchedSince(QStringLiteral("viewer")) > since); // what happened meanwhile was not seen
    }

    /// It keeps watches open for up to a minute: only who asks learns of it.
    void toldToEnd()
    {
        RigKeeper rig({as(QStringLiteral("viewer"))});
        QTRY_COMPARE_WITH_TIMEOUT(rig.state(QStringLiteral("viewer")), QStringLiteral("live"), kSynced);
        QVERIFY(isBroken(QStringLiteral("stop")));
        QTRY_VERIFY_WITH_TIMEOUT(!rig.state(QStringLiteral("viewer")).startsWith(QLatin1String("live")), kSilent);
    }

    void frozenAndThawed()
    {
        RigKeeper rig({as(QStringLiteral("viewer"))});
        QTRY_COMPARE_WITH_TIMEOUT(rig.state(QStringLiteral("viewer")), QStringLiteral("live"), kSynced);
        QVERIFY(isBroken(QStringLiteral("freeze")));
        QTRY_VERIFY_WITH_TIMEOUT(rig.state(QStringLiteral("viewer")).startsWith(QLatin1String("stale: ")), kSilent);
        QTRY_VERIFY_WITH_TIMEOUT(rig.areAllSitesStale(), kSilent);
        QVERIFY(isBroken(QStringLiteral("thaw")));
        QTRY_COMPARE_WITH_TIMEOUT(rig.state(QStringLiteral("viewer")), QStringLiteral("live"), kBack);
    }

    void aSessionGoesOnWhereTheLastOneWas()
    {
        ConnectorRig rig(kubernetesConnectorType({}), as(QStringLiteral("viewer-tokenfile")));
        rig.start();
        QTRY_COMPARE_WITH_TIMEOUT(rig.listings, 1, kSynced);
        QTRY_VERIFY_WITH_TIMEOUT(m_cluster.requests(QStringLiteral("viewer")).count(" watch ") >= 9, kSynced);
        rig.stop();
        m_cluster.churn(10, 1, {QStringLiteral("node")}); // comes and goes while nobody looks
        const auto lists = [this] {
            return m_cluster.requests(QStringLiteral("viewer")).count(" list /api/v1/nodes?");
        };
        const qsizetype listed = lists();
        rig.start();
        QTRY_VERIFY_WITH_TIMEOUT(!rig.deltas.isEmpty(), kSynced);
        QCOMPARE(rig.listings, 0);
        QCOMPARE(lists(), listed);
        QTRY_COMPARE_WITH_TIMEOUT(rig.tables.nodes.size(), qsizetype(60), kSynced);
    }

    /// What went while the server forgot how: gone, and that something was missed is known.
    void whatIsForgottenIsListed()
    {
        ConnectorRig rig(kubernetesConnectorType({}), as(QStringLiteral("admin")));
        const auto admin = [&](const QStringList &arguments) {
            return QString::fromUtf8(m_cluster.kubectl(QStringLiteral("admin"), arguments));
        };
        const QStringList guest{QStringLiteral("deployment"), QStringLiteral("guest"), QStringLiteral("-n"),
                                QStringLiteral("web")};
        admin(QStringList{QStringLiteral("create")} + guest +
              QStringList{QStringLiteral("--image=web:1"), QStringLiteral("--replicas=0")}); // no pods outlive it
        rig.start();
        QTRY_COMPARE_WITH_TIMEOUT(rig.listings, 1, kSynced);
        QVERIFY(!rig.placement(QStringLiteral("web/guest")).isEmpty() ||
                rig.lines().join(QLatin1Char(' ')).contains(QLatin1String("web/guest")));
        rig.stop();
        admin(QStringList{QStringLiteral("delete")} + guest);
        QVERIFY(m_cluster.fault(QStringLiteral("forget")));
        for (int attempt = 0; attempt < 20 && (attempt == 0 || rig.listings == 0); ++attempt) { // as a supervisor would
            const qsizetype failures = rig.failures.size();
            rig.start();
            QVERIFY(QTest::qWaitFor([&] { return rig.listings > 0 || rig.failures.size() > failures; }, kBack));
        }
        QVERIFY(rig.listings > 0);
        // A server that has just started may say of each kind a little later that it has forgotten.
        QTRY_VERIFY_WITH_TIMEOUT(!rig.lines().join(QLatin1Char(' ')).contains(QLatin1String("web/guest")), kSynced);
        QCOMPARE(rig.tables.nodes.size(), qsizetype(60));
    }
};

QTEST_GUILESS_MAIN(TestKubernetes)
#include "tst_kubernetes.moc"
