// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connectors/actedcluster.h"
#include "tests/testing/test.h"

using graticule::testing::Answer;
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

    void credentialsThatAreRefusedEndIt()
    {
        Cluster cluster;
        cluster.pods = Answer::json(list({pod("web"), pod("cart")}));
        cluster.eviction = Answer::of(401, "{}");
        cluster.perform("drain");
        QVERIFY(!cluster.end().startsWith(QLatin1String("done")));
        QCOMPARE(cluster.progress.error.kind, ErrorKind::Refused);
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
