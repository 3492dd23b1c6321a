// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/kubernetes/kubeactparser.h"
#include "tests/connectors/fixture.h"
#include "tests/testing/test.h"

using namespace graticule;

namespace {

const QByteArray kDeployment = R"({"metadata":{"uid":"u","resourceVersion":"7","generation":3,
 "annotations":{"graticule.dev/generation":"12","graticule.dev/act":"k"}},
 "spec":{"replicas":3,"strategy":{"type":"Recreate"}},
 "status":{"observedGeneration":3,"replicas":3,"updatedReplicas":2,"readyReplicas":2,"availableReplicas":2}})";
const QByteArray kStatefulSet = R"({"metadata":{"uid":"u","resourceVersion":"7","generation":1},
 "spec":{"replicas":2,"updateStrategy":{"type":"OnDelete"}},
 "status":{"observedGeneration":1,"replicas":2,"readyReplicas":2,"currentRevision":"a","updateRevision":"a"}})";
const QByteArray kDaemonSet = R"({"metadata":{"uid":"u","resourceVersion":"7","generation":2},"spec":{},
 "status":{"observedGeneration":1,"desiredNumberScheduled":4,"currentNumberScheduled":4,"updatedNumberScheduled":4,"numberAvailable":4}})";
const QByteArray kRules = R"({"status":{"incomplete":false,"resourceRules":[
 {"verbs":["get","list"],"apiGroups":["*"],"resources":["*"]},
 {"verbs":["patch"],"apiGroups":["apps"],"resources":["*/scale"]},
 {"verbs":["*"],"apiGroups":["apps"],"resources":["deployments"],"resourceNames":["web"]}]}})";
const QByteArray kBudgets = R"({"apiVersion":"policy/v1","items":[
 {"metadata":{"namespace":"shop","name":"web"},"spec":{"selector":{"matchLabels":{"app":"web"}}},"status":{"disruptionsAllowed":0}},
 {"metadata":{"namespace":"shop","name":"all"},"spec":{"selector":{}},"status":{"disruptionsAllowed":1}},
 {"metadata":{"namespace":"shop","name":"none"},"spec":{},"status":{}},
 {"metadata":{"namespace":"shop","name":"some"},"spec":{"selector":{"matchExpressions":[
   {"key":"app","operator":"NotIn","values":["cart"]},{"key":"tier","operator":"Exists"}]}},"status":{"disruptionsAllowed":0}}]})";

KubeDrainPod podWith(const Labels &labels)
{
    KubeDrainPod pod;
    pod.space = QStringLiteral("shop");
    pod.labels = labels;
    return pod;
}

} // namespace

/// What acts read of a cluster, also when it is broken or huge.
class TestKubernetesActParser : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void workloads()
    {
        const KubeState deployment = *parseKubeState(kDeployment);
        QCOMPARE(deployment.generation, qint64(12));
        QCOMPARE(deployment.act, QStringLiteral("k"));
        QVERIFY(deployment.isRecreated && deployment.isSeen && !deployment.isRolled);
        QCOMPARE(QStringLiteral("%1 %2 %3").arg(deployment.wanted).arg(deployment.updated).arg(deployment.ready),
                 QStringLiteral("3 2 2"));
        const KubeState set = *parseKubeState(kStatefulSet);
        QVERIFY(set.isByHand && set.isRolled);
        const KubeState daemon = *parseKubeState(kDaemonSet);
        QVERIFY(!daemon.isSeen && !daemon.isRolled); // its controller has not looked yet
        QCOMPARE(daemon.wanted, 4);
    }

    /// What real servers of two versions answer to what acts ask.
    void recorded_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("evictions");
        QTest::newRow("1.20") << QStringLiteral("kubernetes/1.20/") << QStringLiteral("policy/v1beta1");
        QTest::newRow("1.32") << QStringLiteral("kubernetes/1.32/") << QStringLiteral("policy/v1");
    }
    void recorded()
    {
        QFETCH(const QString, folder);
        const auto fixture = [&](const char *name) {
            return graticule::testing::fixture(folder + QLatin1String(name) + QStringLiteral(".json"));
        };
        QTEST(*parseKubeEviction(fixture("api-v1-resources")), "evictions");
        const KubeState cordoned = *parseKubeState(fixture("cordon-guarded"));
        QVERIFY(cordoned.isCordoned && !cordoned.uid.isEmpty() && cordoned.version.toInt() > 0);
        QVERIFY(!parseKubeState(fixture("uncordon-strategic-merge"))->isCordoned);
        // A scale has the uid of its workload, and a version under which it can be written.
        const KubeState read = *parseKubeState(fixture("scale-get"));
        const KubeState scaled = *parseKubeState(fixture("scale-patch"));
        QCOMPARE(scaled.uid, read.uid);
        QCOMPARE(QStringLiteral("%1 %2").arg(read.wanted).arg(scaled.wanted), QStringLiteral("3 5"));
        const auto budgets = *parseKubeBudgets(fixture("poddisruptionbudgets"));
        KubeDrainPod gateway = podWith({{QStringLiteral("app"), QStringLiteral("gateway-af-south-1")}});
        QVERIFY(!budgets.front().covers(gateway));
        gateway.space = QStringLiteral("payments");
        QVERIFY(budgets.front().covers(gateway) && budgets.front().allowed == 0);
        const KubeDrainPage page = *parseKubeDrainPods(fixture("pods-on-node"));
        QCOMPARE(page.pods.size(), size_t(2));
        QVERIFY(page.pods[0].isDaemon && page.pods[1].isManaged && !page.pods[1].isDaemon);
        const KubeRules rules = *parseKubeRules(fixture("self-subject-rules-review")); // of a viewer
        QVERIFY(!rules.isIncomplete);
        const auto may = [&](const char *verb) {
            return rules.allow(QLatin1String(verb), QStringLiteral("apps"), QStringLiteral("deployments"), {});
        };
        QVERIFY(may("list") && !may("patch"));
        QVERIFY(*parseKubeAccess(fixture("self-subject-access-review-allowed")));
        QVERIFY(!*parseKubeAccess(fixture("self-subject-access-review")));
    }

    void rights()
    {
        const KubeRules rules = *parseKubeRules(kRules);
        const auto may = [&](const char *verb, const char *resource, const char *name) {
            return rules.allow(QLatin1String(verb), QStringLiteral("apps"), QLatin1String(resource),
                               QLatin1String(name));
        };
        QVERIFY(may("list", "statefulsets", "db"));
        QVERIFY(may("patch", "deployments", "web") && !may("patch", "deployments", "cart"));
        QVERIFY(may("patch", "statefulsets/scale", "db") && !may("patch", "statefulsets", "db"));
        QVERIFY(parseKubeRules("{}")->isIncomplete);
    }

    void budgets()
    {
        const auto budgets = *parseKubeBudgets(kBudgets);
        QStringList covering;
        for (const Labels &labels :
             {Labels{{QStringLiteral("app"), QStringLiteral("web")}},
              Labels{{QStringLiteral("app"), QStringLiteral("web")}, {QStringLiteral("tier"), {}}},
              Labels{{QStringLiteral("app"), QStringLiteral("cart")}}}) {
            QStringList names;
            for (const KubeBudget &budget : budgets) {
                if (budget.covers(podWith(labels)))
                    names.append(budget.name);
            }
            covering.append(names.join(u' '));
        }
        QCOMPARE(covering,
                 (QStringList{QStringLiteral("web all"), QStringLiteral("web all some"), QStringLiteral("all")}));
        QByteArray older = kBudgets;
        older.replace("policy/v1", "policy/v1beta1"); // in which an empty selector meant no pod
        QVERIFY(!parseKubeBudgets(older)->at(1).covers(podWith({})));
    }

    void whatIsCutIsAnErrorOrLess()
    {
        for (const QByteArray &whole : {kDeployment, kStatefulSet, kDaemonSet, kRules, kBudgets}) {
            for (qsizetype size = 0; size < whole.size() - 1; ++size) {
                const QByteArray cut = whole.left(size);
                QVERIFY(!parseKubeState(cut));
                QVERIFY(!parseKubeDrainPods(cut) && !parseKubeBudgets(cut) && !parseKubeRules(cut));
                QVERIFY(!parseKubeAccess(cut) && !parseKubeEviction(cut));
            }
        }
    }

    void whatHasOtherTypesIsNothing()
    {
        const QByteArrayList odd{"[]",
                                 "3",
                                 "null",
                                 R"({"items":{}})",
                                 R"({"items":[1,"x",null,[]]})",
                                 R"({"metadata":[],"spec":"x","status":7,"items":[{"metadata":{"uid":5,"name":[]}}]})"};
        for (const QByteArray &json : odd) {
            QVERIFY(!parseKubeState(json));
            if (const auto page = parseKubeDrainPods(json))
                QVERIFY(page->pods.empty());
            if (const auto rules = parseKubeRules(json))
                QVERIFY(rules->rules.empty() && rules->isIncomplete);
            QVERIFY(!parseKubeAccess(json));
        }
        QByteArray huge = kDeployment;
        huge.replace("\"replicas\":3", "\"replicas\":1e300").replace("\"12\"", "\"-99999999999999999999\"");
        const auto state = parseKubeState(huge);
        QVERIFY(state && state->wanted <= 10'000'000);
        QCOMPARE(state->generation, qint64(0));
    }

    void whatIsHugeIsBounded()
    {
        QByteArray pods = "{\"items\":[";
        for (int i = 0; i < 20'000; ++i)
            pods += "{\"metadata\":{\"name\":\"n\",\"namespace\":\"s\",\"uid\":" +
                    QByteArray::number(i).prepend("\"u").append("\"}},");
        pods.chop(1);
        QCOMPARE(parseKubeDrainPods(pods + "]}")->pods.size(), size_t(10'000));
        QVERIFY(!parseKubeState(QByteArray(200'000, '[')));
        QVERIFY(!parseKubeState(QByteArray(100'000, '{') + QByteArray(100'000, '}')));
    }
};

QTEST_GUILESS_MAIN(TestKubernetesActParser)
#include "tst_kubernetes_actparser.moc"
