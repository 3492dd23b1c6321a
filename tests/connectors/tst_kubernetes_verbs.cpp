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
using graticule::testing::workload;
using namespace graticule;
using Cluster = graticule::testing::ActedCluster;

namespace {

/// "cordon granted", "uncordon granted, not now: is not cordoned".
QStringList offers(Cluster &cluster)
{
    QStringList lines;
    bool isAnswered = false;
    cluster.verbs->offers(EntityId("c/node/u1"), [&](const Result<QList<ActionOffer>> &offers) {
        isAnswered = true;
        for (const ActionOffer &offer : *offers)
            lines.append(offer.verb +
                         (offer.permission == ActionPermission::Granted  ? QStringLiteral(" granted")
                          : offer.permission == ActionPermission::Denied ? QStringLiteral(" denied")
                                                                         : QStringLiteral(" unknown")) +
                         (offer.possible ? QString() : QStringLiteral(", not now")) +
                         (offer.reason.isEmpty() ? QString() : QStringLiteral(": ") + offer.reason));
    });
    if (!QTest::qWaitFor([&] { return isAnswered; }, kSoon))
        return {QStringLiteral("nothing in time")};
    return lines;
}

} // namespace

/// Acts on a cluster: what is asked of it in which order, and when it is let be.
class TestKubernetesVerbs : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void cordonsUnderTheVersionThatItRead()
    {
        Cluster cluster;
        cluster.perform("cordon");
        QCOMPARE(cluster.end(), QStringLiteral("done: n1 is cordoned: no new pods come"));
        const QStringList asked = cluster.server.asked();
        // Bodies stand before the next request line: this server takes none apart.
        QCOMPARE(asked.value(0), QStringLiteral("POST /apis/authorization.k8s.io/v1/selfsubjectaccessreviews"));
        QVERIFY(asked.value(1).endsWith(QLatin1String("}GET /api/v1/nodes/n1")));
        QCOMPARE(asked.value(2), QStringLiteral("PATCH /api/v1/nodes/n1"));
        QCOMPARE(asked.value(3), QStringLiteral("{\"metadata\":{\"annotations\":{\"graticule.dev/act\":\"key\","
                                                "\"graticule.dev/generation\":\"2\"},\"resourceVersion\":\"7\"},"
                                                "\"spec\":{\"unschedulable\":true}}GET /api/v1/nodes/n1"));
    }

    void readsAgainWhenSomebodyElseWrote()
    {
        Cluster cluster;
        cluster.writes = {Answer::of(409, R"({"message":"the object has been modified"})"), Answer::of(503, "{}"),
                          Answer::json(node(2, true, "9"))};
        cluster.perform("cordon");
        QCOMPARE(cluster.end(), QStringLiteral("done: n1 is cordoned: no new pods come"));
        QCOMPARE(cluster.asked("PATCH"), 3);
    }

    void givesUpWhenSomebodyActedMeanwhile()
    {
        Cluster cluster;
        cluster.nodes = {Answer::json(node(1, false)), Answer::json(node(5, false))};
        cluster.writes = {Answer::of(409, "{}")};
        cluster.perform("cordon");
        QCOMPARE(cluster.end(), QStringLiteral("n1 was changed by somebody else meanwhile (generation 5, ours was 1), "
                                               "so nothing more is done to it."));
        QCOMPARE(cluster.asked("PATCH"), 1);
    }

    void anOlderLeaseIsRefused()
    {
        Cluster cluster;
        cluster.nodes = {Answer::json(node(5, false))};
        cluster.perform("cordon", {{QStringLiteral("generation"), QStringLiteral("4")}});
        QVERIFY(cluster.end().contains(QLatin1String("(generation 5, ours was 4)")));
        QCOMPARE(cluster.asked("PATCH"), 0);
    }

    void writesNothingThatIsSoAlready()
    {
        Cluster cluster;
        cluster.nodes = {Answer::json(node(1, true))};
        cluster.perform("cordon");
        QCOMPARE(cluster.end(), QStringLiteral("done: n1 is cordoned: no new pods come"));
        QCOMPARE(cluster.asked("PATCH"), 0);
    }

    /// What an earlier holder of the lease asked for may still be on its way.
    void aLeaseIsNotedAlsoWhereNothingChanges()
    {
        Cluster cluster;
        cluster.nodes = {Answer::json(node(1, true))};
        cluster.writes = {Answer::json(node(4, true, "8"))};
        cluster.perform("cordon", {{QStringLiteral("generation"), QStringLiteral("4")}});
        QCOMPARE(cluster.end(), QStringLiteral("done: n1 is cordoned: no new pods come"));
        QCOMPARE(cluster.server.asked().value(3),
                 QStringLiteral("{\"metadata\":{\"annotations\":{\"graticule.dev/act\":\"key\","
                                "\"graticule.dev/generation\":\"4\"},\"resourceVersion\":\"7\"}}GET "
                                "/api/v1/nodes/n1"));
        cluster.progress = {};
        cluster.perform("uncordon", {{QStringLiteral("generation"), QStringLiteral("3")}});
        QVERIFY(cluster.end().contains(QLatin1String("(generation 4, ours was 3)")));
        QCOMPARE(cluster.asked("PATCH"), 1);
    }

    /// Who may write the number of pods alone leaves no mark, but those of others hold.
    void whoMayOnlyScaleIsFencedToo()
    {
        Cluster cluster;
        cluster.scalesOnly = true;
        cluster.workloads = {Answer::json(workload(7, 2))};
        cluster.scale(5, {{QStringLiteral("generation"), QStringLiteral("6")}});
        QVERIFY(cluster.end().contains(QLatin1String("(generation 7, ours was 6)")));
        QCOMPARE(cluster.asked("PATCH"), 0);
        cluster.progress = {};
        cluster.scale(5, {{QStringLiteral("generation"), QStringLiteral("7")}});
        QCOMPARE(cluster.end(), QStringLiteral("done: shop/web has 5 pods, all of them ready"));
        QCOMPARE(cluster.asked("PATCH /apis/apps/v1/namespaces/shop/deployments/web/scale"), 1);
        QCOMPARE(cluster.asked("graticule.dev"), 0);
    }

    /// One that was deleted and made anew is another thing, whatever it is called.
    void anotherObjectOfTheNameIsNotTouched()
    {
        Cluster cluster;
        cluster.nodes = {Answer::json(node(1, false).replace("\"u1\"", "\"u2\""))};
        for (const char *verb : {"cordon", "drain"}) {
            cluster.progress = {};
            cluster.perform(verb);
            QCOMPARE(cluster.end(),
                     QStringLiteral("n1 was deleted and made anew meanwhile, so nothing more is done to it."));
        }
        QCOMPARE(cluster.asked("PATCH"), 0);
    }

    void whatAPersonAgreedToIsWhatIsActedOn()
    {
        Cluster cluster;
        QCOMPARE(cluster.preview("restart", "c/service/shop/deployment/web"), QStringLiteral("planned"));
        cluster.workloads = {Answer::json(workload(1, 2, "w2"))};
        cluster.putWorkload("w2"); // the inventory knows already
        cluster.perform("restart", {}, "c/service/shop/deployment/web");
        QCOMPARE(cluster.end(),
                 QStringLiteral("shop/web was deleted and made anew meanwhile, so nothing more is done to it."));
        QCOMPARE(cluster.asked("PATCH"), 0);
    }

    /// Who said yes before the way broke means what was there then.
    void whatAPersonAgreedToOutlivesTheSession()
    {
        Cluster cluster;
        QCOMPARE(cluster.preview("restart", "c/service/shop/deployment/web"), QStringLiteral("planned"));
        cluster.connectAgain();
        cluster.workloads = {Answer::json(workload(1, 2, "w2"))};
        cluster.putWorkload("w2");
        cluster.perform("restart", {}, "c/service/shop/deployment/web");
        QCOMPARE(cluster.end(),
                 QStringLiteral("shop/web was deleted and made anew meanwhile, so nothing more is done to it."));
        QCOMPARE(cluster.asked("PATCH"), 0);
    }

    /// A connection that was changed is another one, which may lead to another cluster with a node of that name.
    void whatWasShownOfAnotherConnectionIsNotActedOn()
    {
        Cluster cluster;
        QCOMPARE(cluster.preview("cordon", "c/node/u1"), QStringLiteral("planned"));
        cluster.shown = KubeShown();
        cluster.isShown = true;
        cluster.perform("cordon");
        QCOMPARE(
            cluster.end(),
            QStringLiteral("Nothing was done: what you were shown is not known any more. fra was changed meanwhile, "
                           "or its keeper was started anew. Look again."));
        QCOMPARE(cluster.asked("PATCH"), 0);
        cluster.progress = {};
        cluster.isShown = false; // a program that asked for no plan
        cluster.perform("cordon");
        QVERIFY2(cluster.end().startsWith(QLatin1String("done")), qPrintable(cluster.end()));
    }

    /// A workload that joined the service after the plan was shown.
    void whatNobodySawIsNotActedOn()
    {
        const Labels shop{{QStringLiteral("graticule.dev/service"), QStringLiteral("shop")}};
        Cluster cluster;
        cluster.putWorkload("w1", "web", shop);
        QCOMPARE(cluster.preview("restart", "service:shop"), QStringLiteral("planned"));
        cluster.putWorkload("w9", "worker", shop);
        cluster.perform("restart", {}, "service:shop");
        QCOMPARE(cluster.end(), QStringLiteral("shop/worker was not part of it when the plan was shown, so nothing was "
                                               "done. Look at the plan again."));
        QCOMPARE(cluster.asked("PATCH"), 0);
        cluster.progress = {};
        QCOMPARE(cluster.preview("restart", "service:shop"), QStringLiteral("planned"));
        cluster.perform("restart", {}, "service:shop");
        QTRY_VERIFY_WITH_TIMEOUT(cluster.asked("PATCH") > 0, kSoon); // it was seen now
    }

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

    void credentialsThatAreRefusedEndIt()
    {
        Cluster cluster;
        cluster.pods = Answer::json(list({pod("web"), pod("cart")}));
        cluster.eviction = Answer::of(401, "{}");
        cluster.perform("drain");
        QVERIFY(!cluster.end().startsWith(QLatin1String("done")));
        QCOMPARE(cluster.progress.error.kind, ErrorKind::Refused);
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

    void theEndOfTheSessionIsNoSuccess()
    {
        Cluster cluster;
        cluster.pods = Answer::json(list({pod("web")}));
        cluster.perform("drain");
        QTRY_COMPARE_WITH_TIMEOUT(cluster.asked("/eviction"), 1, kSoon);
        cluster.verbs->close();
        QVERIFY(cluster.progress.finished);
        QCOMPARE(cluster.progress.error.kind, ErrorKind::Disconnected);
        QVERIFY(cluster.progress.error.text.startsWith(
            QLatin1String("fra was lost sight of meanwhile; what was asked of it last may have been done or not.")));
    }

    void offersSayWhatIsNotAllowed()
    {
        Cluster cluster;
        QCOMPARE(offers(cluster), (QStringList{QStringLiteral("cordon granted"),
                                               QStringLiteral("uncordon granted, not now: is not cordoned"),
                                               QStringLiteral("drain granted")}));
        QCOMPARE(offers(cluster).size(), 3);
        QCOMPARE(cluster.asked("selfsubjectaccessreviews"), 2); // asked once, for a minute
        Cluster closed;
        closed.allows = false;
        QCOMPARE(offers(closed), (QStringList{QStringLiteral("cordon denied: may not patch nodes"),
                                              QStringLiteral("uncordon denied, not now: may not patch nodes"),
                                              QStringLiteral("drain denied: may not patch nodes")}));
    }

    /// It would cordon and then not evict.
    void whatIsNotPermittedIsNotBegun()
    {
        Cluster cluster;
        cluster.allows = false;
        QCOMPARE(offers(cluster).size(), 3); // which is known for a minute
        for (const char *verb : {"cordon", "drain"}) {
            cluster.progress = {};
            cluster.perform(verb);
            QCOMPARE(cluster.end(), QStringLiteral("We may not patch nodes at fra; nothing was done."));
            QCOMPARE(cluster.progress.error.code, QStringLiteral("act.not-permitted"));
        }
        QCOMPARE(cluster.asked("/nodes/n1"), 0);
        cluster.allows = true; // since a moment ago
        cluster.progress = {};
        cluster.perform("cordon");
        QCOMPARE(cluster.end(), QStringLiteral("done: n1 is cordoned: no new pods come"));
    }

    void whileItIsAskedWhetherWeMayNothingIsDone()
    {
        Cluster cluster;
        cluster.perform("drain");
        QCOMPARE(cluster.stop(), QStringLiteral("taken"));
        QCOMPARE(cluster.end(), QStringLiteral("Stopped before anything was done to n1."));
        QVERIFY(cluster.progress.stopped);
        cluster.progress = {};
        cluster.perform("cordon");
        cluster.verbs->close();
        QCOMPARE(cluster.progress.error.code, QStringLiteral("session.not-connected"));
        QTRY_VERIFY_WITH_TIMEOUT(cluster.asked("selfsubjectaccessreviews") > 0, kSoon);
        QCOMPARE(cluster.asked("/nodes/n1"), 0);
    }

    void badArgumentsAreNamed()
    {
        Cluster cluster;
        for (const auto &[name, value, said] :
             {std::tuple("grace", "x", "grace: must be a whole number from 0 to 86400, not \"x\"."),
              std::tuple("force", "yes", "force: \"yes\" is neither true nor false."),
              std::tuple("colour", "red", "drain has no argument colour.")}) {
            cluster.progress = {};
            cluster.perform("drain", {{QLatin1String(name), QLatin1String(value)}});
            QCOMPARE(cluster.end(), QLatin1String(said));
        }
        cluster.progress = {};
        cluster.perform("scale");
        QCOMPARE(cluster.end(), QStringLiteral("\"scale\" cannot be done to n1."));
        QCOMPARE(cluster.server.asked(), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestKubernetesVerbs)
#include "tst_kubernetes_verbs.moc"
