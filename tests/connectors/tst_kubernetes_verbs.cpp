// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/filesecretstore.h"
#include "backend/connectors/http/curlloop.h"
#include "backend/connectors/kubernetes/kubeverbs.h"
#include "tests/connectors/fakesites.h"
#include "tests/connectors/faultyserver.h"
#include "tests/testing/test.h"

using graticule::testing::Answer;
using graticule::testing::FaultyServer;
using namespace graticule;

namespace {

constexpr int kSoon = 60'000; // on a busy machine

QByteArray node(int generation, bool cordoned, const char *version = "7")
{
    return R"({"metadata":{"name":"n1","uid":"u1","resourceVersion":")" + QByteArray(version) +
           R"(","annotations":{"graticule.dev/generation":")" + QByteArray::number(generation) +
           R"("}},"spec":{"unschedulable":)" + (cordoned ? "true" : "false") + "}}";
}

QByteArray pod(const QByteArray &name,
               const QByteArray &more = R"("ownerReferences":[{"kind":"ReplicaSet","controller":true}])",
               const QByteArray &spec = "{}")
{
    return R"({"metadata":{"name":")" + name + R"(","namespace":"shop","uid":"uid-)" + name + R"(","labels":{"app":")" +
           name + R"("},)" + more + R"(},"spec":)" + spec + R"(,"status":{"phase":"Running"}})";
}

QByteArray list(const QByteArrayList &items)
{
    return R"({"metadata":{},"items":[)" + items.join(',') + "]}";
}

/// An API server with one node, as far as acts need one.
class Cluster
{
public:
    Cluster()
        : load(clock, 0, 0)
        , login(clock)
    {
        server.setScript([this](const QByteArray &method, const QByteArray &path) { return answer(method, path); });
        server.listenTcp();
        config.id = EntityId("c");
        config.name = QStringLiteral("fra");
        config.address = QStringLiteral("http://127.0.0.1:%1").arg(server.port());
        context.emplace(ConnectorContext{config, clock, load, sites, secrets, {}});
        api = std::make_unique<KubeApi>(*KubeTarget::of(config, {}), *context, login, CurlLoop::ofThisThread());
        inventory = std::make_unique<KubeInventory>(config, sites);
        KubeNode n1;
        n1.meta.uid = QStringLiteral("u1");
        n1.meta.name = QStringLiteral("n1");
        inventory->put(KubeKind::Node, n1);
        verbs = std::make_unique<KubeVerbs>(*api, *context, *inventory);
    }

    /// Begins it; what comes of it is in `progress`.
    void perform(const char *verb, const QMap<QString, QString> &arguments = {})
    {
        const Action action{QLatin1String(verb), EntityId("c/node/u1"), arguments, QStringLiteral("key")};
        verbs->perform(action, [this](const ActionProgress &step) { fold(progress, step); });
    }
    /// "done: ..." or why not.
    QString end()
    {
        if (!QTest::qWaitFor([&] { return progress.finished; }, kSoon))
            return QStringLiteral("not in time");
        return progress.error.text.isEmpty() ? QStringLiteral("done: ") + progress.text : progress.error.text;
    }
    int asked(const char *what) const { return int(server.asked().filter(QLatin1String(what)).size()); }

    QList<Answer> nodes{Answer::json(node(1, false))};      ///< as GET tells it, one after the other
    QList<Answer> writes{Answer::json(node(2, true, "8"))}; ///< answers to PATCH; after a good one the node is so
    Answer pods = Answer::json(list({}));
    Answer eviction = Answer::of(201, "{}");
    bool allows = true;
    FaultyServer server;
    std::unique_ptr<KubeVerbs> verbs;
    ActionProgress progress;

private:
    static Answer next(QList<Answer> &answers) { return answers.size() > 1 ? answers.takeFirst() : answers.first(); }
    Answer answer(const QByteArray &method, const QByteArray &path)
    {
        if (path.contains("selfsubjectaccessreviews"))
            return Answer::json(allows ? R"({"status":{"allowed":true}})" : R"({"status":{"allowed":false}})");
        if (path.endsWith("/eviction"))
            return eviction;
        if (path == "/api/v1")
            return Answer::json(R"({"resources":[{"name":"pods/eviction","group":"policy","version":"v1beta1"}]})");
        if (path.startsWith("/api/v1/pods"))
            return pods;
        if (method != "PATCH")
            return next(nodes);
        const Answer written = next(writes);
        if (written.bytes.startsWith("HTTP/1.1 200"))
            nodes = {written};
        return written;
    }

    SystemClock clock;
    testing::FakeSites sites;
    FileSecretStore secrets;
    LoadMeter load;
    ConnectionConfig config;
    KubeLogin login;
    std::optional<ConnectorContext> context;
    std::unique_ptr<KubeApi> api;
    std::unique_ptr<KubeInventory> inventory;
};

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
        QCOMPARE(asked.mid(0, 2),
                 (QStringList{QStringLiteral("GET /api/v1/nodes/n1"), QStringLiteral("PATCH /api/v1/nodes/n1")}));
        // Bodies stand before the next request line: this server takes none apart.
        QCOMPARE(asked.value(2), QStringLiteral("{\"metadata\":{\"annotations\":{\"graticule.dev/act\":\"key\","
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
