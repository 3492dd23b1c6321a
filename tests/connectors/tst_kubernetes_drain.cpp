// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connectors/actedcluster.h"
#include "tests/connectors/fixture.h"
#include "tests/testing/test.h"

using graticule::testing::Answer;
using graticule::testing::fixture;
using graticule::testing::kSoon;
using graticule::testing::list;
using graticule::testing::node;
using graticule::testing::pod;
using namespace graticule;
using Cluster = graticule::testing::ActedCluster;

/// Draining a node of a cluster: what leaves it, what keeps it, and what is said when it ends early.
class TestKubernetesDrain : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void drainsUntilThePodsHaveLeft()
    {
        Cluster cluster;
        cluster.pods = Answer::json(
            list({pod("web"), pod("proxy", R"("ownerReferences":[{"kind":"DaemonSet","controller":true}])")}));
        cluster.perform("drain");
        QTRY_COMPARE_WITH_TIMEOUT(cluster.asked("/eviction"), 1, kSoon);
        cluster.pods =
            Answer::json(list({pod("proxy", R"("ownerReferences":[{"kind":"DaemonSet","controller":true}])")}));
        QCOMPARE(cluster.end(),
                 QStringLiteral("done: n1 is empty: 1 pods have left it; 1 of DaemonSets and of the node "
                                "itself stay"));
        QCOMPARE(cluster.progress.items.size(), 1);
        QCOMPARE(cluster.progress.items.first().state, ActionItemState::Done);
    }

    void touchesNothingWhenSomethingWouldBeLost()
    {
        Cluster cluster;
        cluster.pods = Answer::json(list({pod("web"), pod("alone", R"("annotations":{})")}));
        cluster.perform("drain");
        QCOMPARE(cluster.end(), QStringLiteral("n1 was left as it is: nothing would start 1 of its pods again "
                                               "(shop/alone). Allow that with force."));
        cluster.progress = {};
        cluster.pods = Answer::json(list({pod("cache", R"("ownerReferences":[{"kind":"ReplicaSet","controller":true}])",
                                              R"({"volumes":[{"name":"tmp","emptyDir":{}}]})")}));
        cluster.perform("drain");
        QCOMPARE(cluster.end(),
                 QStringLiteral("n1 was left as it is: 1 of its pods would lose local data (shop/cache). "
                                "Allow that with deleteLocal."));
        QCOMPARE(cluster.asked("PATCH") + cluster.asked("/eviction"), 0);
    }

    void aBudgetBlocksAndAStopIsHonest()
    {
        Cluster cluster;
        cluster.pods = Answer::json(list({pod("web")}));
        cluster.eviction = Answer::of(429, R"({"message":"it would violate a disruption budget"})",
                                      "Content-Type: application/json\r\n");
        cluster.perform("drain");
        QTRY_VERIFY_WITH_TIMEOUT(!cluster.progress.items.isEmpty() &&
                                     cluster.progress.items.first().state == ActionItemState::Blocked,
                                 kSoon);
        QCOMPARE(cluster.progress.items.first().text, QStringLiteral("it would violate a disruption budget"));
        QVERIFY(cluster.progress.stoppable);
        cluster.verbs->stopAction(QStringLiteral("key"),
                                  [](const Result<ActionProgress> &progress) { QVERIFY(progress); });
        QCOMPARE(cluster.end(), QStringLiteral("Stopped: 0 of 1 pods have left n1, which stays cordoned."));
        QVERIFY(cluster.progress.stopped);
    }

    /// What is said of the node is what it was read to be.
    void aStopWhileTheNodeIsCordonedSaysWhatWasDone_data()
    {
        QTest::addColumn<bool>("isWritten");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QString>("said");
        const QString cordoned = QStringLiteral("Stopped before a pod was evicted; n1 is cordoned.");
        QTest::newRow("written") << true << node(2, true, "8") << cordoned;
        QTest::newRow("written, but not answered")
            << false << node(2, true, "8").replace("\"2\"", "\"2\",\"graticule.dev/act\":\"key\"") << cordoned;
        QTest::newRow("not written") << false << node(1, false)
                                     << QStringLiteral("Stopped before anything was done to n1.");
    }
    void aStopWhileTheNodeIsCordonedSaysWhatWasDone()
    {
        QFETCH(const bool, isWritten);
        QFETCH(const QByteArray, after);
        QFETCH(const QString, said);
        Cluster cluster;
        cluster.pods = Answer::json(list({pod("web")}));
        QString stopped;
        cluster.onWrite = [&] {
            stopped = cluster.stop();
            QVERIFY(!cluster.progress.finished);
            cluster.nodes = {Answer::json(after)};
        };
        cluster.writes = {isWritten ? Answer::json(after) : Answer::of(503, "{}")};
        cluster.perform("drain");
        QCOMPARE(cluster.end(), said);
        QVERIFY(cluster.progress.stopped);
        QCOMPARE(stopped, QStringLiteral("taken"));
        QCOMPARE(cluster.asked("PATCH"), 1);
        QCOMPARE(cluster.asked("/eviction"), 0);
    }

    /// What real servers of two versions answered.
    void drainsAsRecorded_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("api");
        QTest::addColumn<QString>("why");
        QTest::newRow("1.20") << QStringLiteral("kubernetes/1.20/") << QStringLiteral("policy/v1beta1")
                              << QStringLiteral("Cannot evict pod as it would violate the pod's disruption budget.");
        QTest::newRow("1.32") << QStringLiteral("kubernetes/1.32/") << QStringLiteral("policy/v1")
                              << QStringLiteral("Cannot evict pod as it would violate the pod's disruption budget.");
    }
    void drainsAsRecorded()
    {
        QFETCH(const QString, folder);
        QFETCH(const QString, api);
        const auto recorded = [&](const char *name) { return fixture(folder + QLatin1String(name) + ".json"); };
        const QByteArray cordoned = recorded("cordon-guarded");
        QByteArray before = cordoned;
        const QString uid = parseKubeState(cordoned)->uid;
        Cluster cluster;
        cluster.putNode(uid);
        cluster.nodes = {Answer::json(before.replace("\"unschedulable\":true", "\"unschedulable\":false"))};
        cluster.writes = {Answer::of(409, recorded("cordon-guarded-conflict"), "Content-Type: application/json\r\n"),
                          Answer::json(cordoned)};
        cluster.resources = Answer::json(recorded("api-v1-resources"));
        cluster.pods = Answer::json(recorded("pods-on-node"));
        cluster.eviction =
            Answer::of(429, recorded("eviction-429-disruption-budget"), "Content-Type: application/json\r\n");
        cluster.perform("drain", {}, ("c/node/" + uid.toUtf8()).constData());
        QTRY_VERIFY_WITH_TIMEOUT(!cluster.progress.items.isEmpty() &&
                                     cluster.progress.items.first().state == ActionItemState::Blocked,
                                 kSoon);
        QTEST(cluster.progress.items.first().text, "why");
        QCOMPARE(cluster.progress.items.first().name, QStringLiteral("payments/ledger-eu-west-1-0"));
        QCOMPARE(cluster.asked("PATCH"), 2);
        QTRY_COMPARE_WITH_TIMEOUT( // a body is seen when the next request comes
            cluster.asked(qPrintable(QStringLiteral("\"apiVersion\":\"%1\"").arg(api))), 1, kSoon);
        cluster.eviction =
            Answer::of(404, recorded("eviction-404"), "Content-Type: application/json\r\n"); // it went by itself
        cluster.pods = Answer::json(list({}));
        QCOMPARE(cluster.end(),
                 QStringLiteral("done: n1 is empty: 1 pods have left it; 0 of DaemonSets and of the node itself stay"));
    }

    void oneRefusedPodKeepsNoOthers()
    {
        Cluster cluster;
        cluster.pods = Answer::json(list({pod("web"), pod("cart"), pod("till")}));
        cluster.evictions["web"] =
            Answer::of(403, R"({"message":"web is forbidden"})", "Content-Type: application/json\r\n");
        cluster.onEviction = [&](const QByteArray &name) {
            if (name == "till")
                cluster.pods = Answer::json(list({pod("web")}));
        };
        cluster.perform("drain");
        QCOMPARE(
            cluster.end(),
            QStringLiteral("n1 is not empty and stays cordoned: 1 of 3 pods remain (shop/web: web is forbidden)."));
        QCOMPARE(cluster.asked("/pods/web/eviction"), 1);
        QCOMPARE(cluster.progress.done, 2);
        QCOMPARE(cluster.progress.items.first().state, ActionItemState::Failed);
        QCOMPARE(cluster.progress.items.first().text, QStringLiteral("web is forbidden"));
    }

    /// Its pods go with it.
    void aNamespaceThatEndsIsWaitedFor()
    {
        Cluster cluster;
        cluster.pods = Answer::json(list({pod("web")}));
        cluster.eviction = Answer::of(
            403, R"({"message":"unable to create new content in namespace shop because it is being terminated"})",
            "Content-Type: application/json\r\n");
        cluster.perform("drain");
        QTRY_VERIFY_WITH_TIMEOUT(!cluster.progress.items.isEmpty() &&
                                     cluster.progress.items.first().state == ActionItemState::Blocked,
                                 kSoon);
        cluster.pods = Answer::json(list({}));
        QCOMPARE(cluster.end(),
                 QStringLiteral("done: n1 is empty: 1 pods have left it; 0 of DaemonSets and of the node itself stay"));
    }

    /// Somebody else drained it anew meanwhile, and may mean it otherwise.
    void aNewerActEndsADrain()
    {
        Cluster cluster;
        cluster.pods = Answer::json(list({pod("web")}));
        cluster.perform("drain");
        QTRY_COMPARE_WITH_TIMEOUT(cluster.asked("/eviction"), 1, kSoon);
        cluster.nodes = {Answer::json(node(4, true, "11"))};
        QVERIFY(cluster.end().contains(QLatin1String("(generation 4, ours was 2)")));
    }

    /// Who uncordons a node that is being drained means to end that.
    void evictsNothingMoreOnceTheNodeIsUncordoned()
    {
        Cluster cluster;
        cluster.pods = Answer::json(list({pod("web")}));
        cluster.perform("drain");
        QTRY_COMPARE_WITH_TIMEOUT(cluster.asked("/eviction"), 1, kSoon);
        cluster.nodes = {Answer::json(node(3, false, "9"))};
        cluster.pods = Answer::json(list({pod("newcomer")}));
        QCOMPARE(cluster.end(), QStringLiteral("n1 was uncordoned by somebody else, so no more is evicted: 0 of 1 pods "
                                               "have left it."));
        QCOMPARE(cluster.asked("/eviction"), 1);
    }
};

QTEST_GUILESS_MAIN(TestKubernetesDrain)
#include "tst_kubernetes_drain.moc"
