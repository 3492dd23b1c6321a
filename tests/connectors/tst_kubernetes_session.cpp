// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/kubernetes/kubeconnector.h"
#include "backend/domain/manualclock.h"
#include "tests/connectors/connectorrig.h"
#include "tests/connectors/fakecluster.h"
#include "tests/testing/test.h"

using graticule::testing::Answer;
using graticule::testing::ConnectorRig;
using graticule::testing::FakeCluster;
using namespace graticule;

namespace {

constexpr int kSoon = 60'000; // on a busy machine
constexpr int kKinds = 9;     // whose state we hold; of events only some are read

/// "listed", "resumed", or how it failed.
QString begin(ConnectorRig &rig)
{
    const qsizetype before = rig.failures.size();
    rig.start();
    if (!QTest::qWaitFor([&] { return rig.listings > 0 || !rig.deltas.isEmpty() || rig.failures.size() > before; },
                         kSoon))
        return QStringLiteral("nothing in time");
    return rig.failures.size() > before ? rig.lastFailure()
           : rig.listings > 0           ? QStringLiteral("listed")
                                        : QStringLiteral("resumed");
}

/// Asks whether it lives, again with each answer.
template<class Condition> bool beatUntil(ConnectorRig &rig, Condition isSo)
{
    qsizetype asked = -1;
    const auto look = [&] {
        if (!isSo() && std::exchange(asked, rig.beats.size()) != rig.beats.size())
            rig.connector().probe();
        return isSo();
    };
    return QTest::qWaitFor(look, kSoon);
}

/// What its beats tell: "kube-server:" without the server.
QStringList knownBy(ConnectorRig &rig)
{
    if (!beatUntil(rig, [&] { return !rig.beats.isEmpty() && !rig.beats.last().identities.isEmpty(); }))
        return {};
    QStringList kinds;
    for (const QString &identity : rig.beats.last().identities)
        kinds.append(identity.startsWith(QLatin1String("kube-server:")) ? identity.left(12) : identity);
    return kinds;
}

/// "web@home 1/1 healthy" for each pod.
QStringList pods(const ConnectorRig &rig)
{
    QStringList lines;
    rig.tables.placements.forEach([&](const Placement &placement) {
        const Service *service = rig.tables.services.find(placement.service);
        lines.append(QStringLiteral("%1 %2/%3")
                         .arg(service ? service->name : QStringLiteral("?"))
                         .arg(placement.ready)
                         .arg(placement.desired));
    });
    lines.sort();
    return lines;
}

} // namespace

/// A session with a server that forgets, refuses and is cut off: what is asked of it, and what is told.
class TestKubernetesSession : public graticule::testing::Test
{
    Q_OBJECT

private:
    static std::unique_ptr<FakeCluster> shop()
    {
        auto cluster = std::make_unique<FakeCluster>();
        cluster->put("nodes", "n1", FakeCluster::node("n1", "home"));
        cluster->put("pods", "web", FakeCluster::pod("web", "n1"));
        cluster->put("pods", "cart", FakeCluster::pod("cart", "n1"));
        return cluster;
    }
    static int lists(const FakeCluster &cluster) { return ofState(cluster.asked("limit=")); }
    static int watches(const FakeCluster &cluster) { return ofState(cluster.asked("watch=1")); }
    static int ofState(const QStringList &asked)
    {
        return int(asked.size() - asked.filter(QStringLiteral("/events?")).size());
    }
    static bool watchesAll(const FakeCluster &cluster) { return watches(cluster) >= kKinds; }

private Q_SLOTS:
    void listsOnceAndFollows()
    {
        const auto cluster = shop();
        ConnectorRig rig(kubernetesConnectorType({}), cluster->config());
        QCOMPARE(begin(rig), QStringLiteral("listed"));
        QCOMPARE(pods(rig), (QStringList{QStringLiteral("shop/cart 1/1"), QStringLiteral("shop/web 1/1")}));
        QTRY_VERIFY_WITH_TIMEOUT(watchesAll(*cluster), kSoon);
        cluster->put("pods", "web", FakeCluster::pod("web", "n1", /*ready=*/false));
        QTRY_VERIFY_WITH_TIMEOUT(pods(rig).contains(QStringLiteral("shop/web 0/1")), kSoon);
        cluster->remove("pods", "cart");
        QTRY_VERIFY_WITH_TIMEOUT(!pods(rig).contains(QStringLiteral("shop/cart 1/1")), kSoon);
        QCOMPARE(rig.listings, 1);
        QCOMPARE(lists(*cluster), kKinds);
    }

    void theNextSessionGoesOnWhereThisOneWas()
    {
        const auto cluster = shop();
        ConnectorRig rig(kubernetesConnectorType({}), cluster->config());
        begin(rig);
        QTRY_VERIFY_WITH_TIMEOUT(watchesAll(*cluster), kSoon);
        rig.stop();
        cluster->remove("pods", "cart");
        cluster->put("pods", "till", FakeCluster::pod("till", "n1"));
        QCOMPARE(begin(rig), QStringLiteral("resumed"));
        QTRY_COMPARE_WITH_TIMEOUT(
            pods(rig), (QStringList{QStringLiteral("shop/till 1/1"), QStringLiteral("shop/web 1/1")}), kSoon);
        QCOMPARE(rig.listings, 0);
        QCOMPARE(lists(*cluster), kKinds); // of the first session

        rig.stop(); // and again, where nothing happened
        QCOMPARE(begin(rig), QStringLiteral("resumed"));
        QCOMPARE(lists(*cluster), kKinds);
    }

    /// Nothing of what is told differs from a fresh look: what is gone is gone, and that something was missed is known.
    void whatWasForgottenMeanwhileIsListed()
    {
        const auto cluster = shop();
        ConnectorRig rig(kubernetesConnectorType({}), cluster->config());
        begin(rig);
        QTRY_VERIFY_WITH_TIMEOUT(watchesAll(*cluster), kSoon);
        rig.stop();
        cluster->remove("pods", "cart");
        cluster->forget();
        QCOMPARE(begin(rig), QStringLiteral("listed"));
        QCOMPARE(rig.listings, 1);
        QCOMPARE(pods(rig), QStringList{QStringLiteral("shop/web 1/1")});
    }

    void aWatchThatIsTooOldListsItsKindAnew()
    {
        const auto cluster = shop();
        ConnectorRig rig(kubernetesConnectorType({}), cluster->config());
        begin(rig);
        QTRY_VERIFY_WITH_TIMEOUT(watchesAll(*cluster), kSoon);
        cluster->tellsWatches = false;
        cluster->remove("pods", "cart");
        QCOMPARE(pods(rig).size(), 2);
        cluster->server().say(FakeCluster::tooOld(), "/pods?watch");
        QTRY_COMPARE_WITH_TIMEOUT(rig.listings, 2, kSoon); // a hole, and no change
        QCOMPARE(pods(rig), QStringList{QStringLiteral("shop/web 1/1")});
        QCOMPARE(lists(*cluster), kKinds + 1);
        QCOMPARE(rig.failures.size(), 0);
    }

    /// Of what was missed nobody knows when it went, also while another kind is still being listed.
    void whatWasMissedIsNoChangeWhileOthersAreListed()
    {
        const auto cluster = shop();
        ConnectorRig rig(kubernetesConnectorType({}), cluster->config());
        begin(rig);
        QTRY_VERIFY_WITH_TIMEOUT(watchesAll(*cluster), kSoon);
        cluster->tellsWatches = false;
        cluster->remove("pods", "cart");
        cluster->tellsWatches = true;
        cluster->instead.insert("/deployments?limit",
                                Answer::json(R"({"metadata":{"resourceVersion":"150","continue":"more"},"items":[]})"));
        cluster->instead.insert("&continue=", Answer::silence());
        cluster->server().say(FakeCluster::tooOld(), "/deployments?watch");
        QTRY_COMPARE_WITH_TIMEOUT(cluster->asked("&continue=").size(), 1, kSoon);
        cluster->server().say(FakeCluster::tooOld(), "/pods?watch");
        QTRY_COMPARE_WITH_TIMEOUT(cluster->asked("/pods?watch").size(), 2, kSoon); // so its list is whole
        cluster->put("nodes", "n2", FakeCluster::node("n2", "home"));
        QTRY_COMPARE_WITH_TIMEOUT(rig.tables.nodes.size(), size_t(2), kSoon); // the rest goes on
        QVERIFY(pods(rig).contains(QStringLiteral("shop/cart 1/1")));
        QCOMPARE(rig.listings, 1);

        rig.stop(); // before that was over
        cluster->instead.clear();
        QCOMPARE(begin(rig), QStringLiteral("listed"));
        QCOMPARE(pods(rig), QStringList{QStringLiteral("shop/web 1/1")});
    }

    void bookmarksMoveWhereItGoesOn()
    {
        const auto cluster = shop();
        ConnectorRig rig(kubernetesConnectorType({}), cluster->config());
        begin(rig);
        QTRY_VERIFY_WITH_TIMEOUT(watchesAll(*cluster), kSoon);
        cluster->say("pods", "BOOKMARK", R"({"metadata":{"resourceVersion":"4711"}})");
        const QByteArray later = FakeCluster::pod("web", "n1", /*ready=*/false).replace("VERSION", "");
        cluster->say("pods", "MODIFIED", later); // which is seen, so the bookmark was
        QTRY_VERIFY_WITH_TIMEOUT(pods(rig).contains(QStringLiteral("shop/web 0/1")), kSoon);
        rig.stop();
        QCOMPARE(begin(rig), QStringLiteral("resumed"));
        QVERIFY(cluster->asked("/pods?watch").last().contains(QLatin1String("resourceVersion=4711")));
    }

    /// Out of a backup: the versions that we know are those of another future.
    void aServerThatWasSetBackIsListed()
    {
        const auto cluster = shop();
        ConnectorRig rig(kubernetesConnectorType({}), cluster->config());
        begin(rig);
        QTRY_VERIFY_WITH_TIMEOUT(watchesAll(*cluster), kSoon);
        cluster->say("pods", "BOOKMARK", R"({"metadata":{"resourceVersion":"7"}})");
        QTRY_COMPARE_WITH_TIMEOUT(rig.listings, 2, kSoon);
    }

    void cutWatchesGoOnAndAskWhetherItLives()
    {
        const auto cluster = shop();
        ConnectorRig rig(kubernetesConnectorType({}), cluster->config());
        begin(rig);
        QTRY_VERIFY_WITH_TIMEOUT(watchesAll(*cluster), kSoon);
        cluster->server().closeAll();
        QTRY_COMPARE_WITH_TIMEOUT(watches(*cluster), 2 * kKinds, kSoon);
        QCOMPARE(cluster->asked("/livez").size(), 1);
        QCOMPARE(lists(*cluster), kKinds);
        QCOMPARE(rig.failures.size(), 0);
    }

    /// Something on the way may forget a watch, and nothing but it: beats go on, and what is told would be old for as
    /// long as a watch lasts.
    void aWatchThatFellSilentIsAskedAnew()
    {
        const auto cluster = shop();
        ManualClock clock;
        ConnectorRig rig(kubernetesConnectorType({}), cluster->config(), 0, &clock);
        QCOMPARE(begin(rig), QStringLiteral("listed"));
        QTRY_VERIFY_WITH_TIMEOUT(watchesAll(*cluster), kSoon);
        cluster->say("nodes", "BOOKMARK", R"({"kind":"Node","metadata":{"resourceVersion":"150"}})");
        cluster->put("nodes", "n2", FakeCluster::node("n2", "home")); // comes after it
        const auto isThere = [&] {
            clock.advance(std::chrono::milliseconds(10)); // what is told is told at a pace
            return rig.tables.nodes.size() == 2;
        };
        QVERIFY(QTest::qWaitFor(isThere, kSoon));
        const auto isAnother = [&] {
            clock.advance(std::chrono::milliseconds(10));
            return rig.tables.nodes.size() == 3;
        };
        const int before = watches(*cluster);
        const int listed = lists(*cluster);
        clock.advance(std::chrono::seconds(140));
        QCoreApplication::processEvents();
        QCOMPARE(watches(*cluster), before);
        clock.advance(std::chrono::seconds(20));
        QTRY_COMPARE_WITH_TIMEOUT(watches(*cluster), before + 1, kSoon); // of others nothing says that they are silent
        QCOMPARE(cluster->asked("/nodes?watch").size(), 2);
        QCOMPARE(lists(*cluster), listed);
        QCOMPARE(rig.listings, 1);

        cluster->say("nodes", "BOOKMARK", R"({"kind":"Node","metadata":{"resourceVersion":"160"}})");
        cluster->put("nodes", "n3", FakeCluster::node("n3", "home")); // comes after it
        QVERIFY(QTest::qWaitFor(isAnother, kSoon));
        clock.advance(std::chrono::seconds(160)); // it spoke meanwhile
        QTRY_COMPARE_WITH_TIMEOUT(watches(*cluster), before + 2, kSoon);
        QCOMPARE(lists(*cluster), listed);
        QCOMPARE(rig.lastFailure(), QString());
    }

    /// A proxy that keeps back what is said there: asking it anew would leave for ever what was listed once.
    void whatFellSilentTwiceIsListed()
    {
        const auto cluster = shop();
        ManualClock clock;
        ConnectorRig rig(kubernetesConnectorType({}), cluster->config(), 0, &clock);
        QCOMPARE(begin(rig), QStringLiteral("listed"));
        QTRY_VERIFY_WITH_TIMEOUT(watchesAll(*cluster), kSoon);
        cluster->say("nodes", "BOOKMARK", R"({"kind":"Node","metadata":{"resourceVersion":"150"}})");
        cluster->put("nodes", "n2", FakeCluster::node("n2", "home")); // comes after it
        const auto isThere = [&] {
            clock.advance(std::chrono::milliseconds(10));
            return rig.tables.nodes.size() == 2;
        };
        QVERIFY(QTest::qWaitFor(isThere, kSoon));
        const int listed = lists(*cluster);
        cluster->instead.insert("/nodes?watch", Answer::stream());
        cluster->tellsWatches = false;
        cluster->put("nodes", "n3", FakeCluster::node("n3", "home"));
        for (int round = 1; round <= 2; ++round) {
            clock.advance(std::chrono::seconds(160));
            QTRY_COMPARE_WITH_TIMEOUT(cluster->asked("/nodes?watch").size(), 2 * round, kSoon);
            QCOMPARE(lists(*cluster), listed + round - 1);
            clock.advance(std::chrono::seconds(160));
            QTRY_COMPARE_WITH_TIMEOUT(cluster->asked("/nodes?watch").size(), 2 * round + 1, kSoon);
            QCOMPARE(lists(*cluster), listed + round);
            QCOMPARE(rig.listings, 1 + round); // what was missed is a hole, and no change
            QCOMPARE(rig.tables.nodes.size(), size_t(3));
        }
        QCOMPARE(rig.lastFailure(), QString());
    }

    /// Instead of what its pods request, which is said to be that where there is no metrics server.
    void whatNodesUseIsTold()
    {
        const auto cluster = shop();
        cluster->instead.insert(
            "/metrics.k8s.io/v1beta1/nodes",
            Answer::json(R"({"items":[{"metadata":{"name":"n1"},"usage":{"cpu":"2500m","memory":"1Gi"}}]})"));
        ConnectorRig rig(kubernetesConnectorType({}), cluster->config());
        begin(rig);
        QTRY_COMPARE_WITH_TIMEOUT(rig.samples.size(), 4, kSoon); // of the node and of its site
        const auto used = [&] {
            double cores = 0;
            rig.tables.nodes.forEach([&](const Node &node) { cores += node.cpu.used; });
            return cores;
        };
        QTRY_COMPARE_WITH_TIMEOUT(used(), 2.5, kSoon);
        rig.tables.nodes.forEach([](const Node &node) { QVERIFY(!node.cpu.requested); });
    }

    /// Nobody can make kube-system anew: two connections to one cluster know it again by its uid.
    void aClusterIsKnownByTheNamespaceThatAllHave()
    {
        const auto cluster = shop();
        const auto known = [&] {
            ConnectorRig rig(kubernetesConnectorType({}), cluster->config());
            begin(rig);
            return knownBy(rig);
        };
        QCOMPARE(known(), QStringList{QStringLiteral("kube-server:")}); // not to be seen there
        cluster->instead.insert("/namespaces/kube-system",
                                Answer::json(R"({"metadata":{"name":"kube-system","uid":"7f-1"}})"));
        QCOMPARE(known(), (QStringList{QStringLiteral("kube-system:7f-1"), QStringLiteral("kube-server:")}));
        for (const char *odd : {"[]", "{\"metadata\":7}", "{\"metadata\":{\"uid\":{}}}", "\xff"}) {
            cluster->instead.insert("/namespaces/kube-system", Answer::json(odd));
            QCOMPARE(known(), QStringList{QStringLiteral("kube-server:")});
        }
    }

    /// A beat and a listing come however long it takes to say who it is.
    void nothingWaitsForWhoItIs()
    {
        const auto cluster = shop();
        cluster->instead.insert("/namespaces/kube-system", Answer::silence());
        ConnectorRig rig(kubernetesConnectorType({}), cluster->config());
        QCOMPARE(begin(rig), QStringLiteral("listed"));
        QCOMPARE(rig.beats.size(), 1);
        QCOMPARE(rig.beats.first().identities, QStringList()); // so it was told before there was an answer
        QTRY_COMPARE_WITH_TIMEOUT(cluster->asked("/namespaces/kube-system").size(), 1, kSoon);
    }

    /// Who is known by a uid would be taken for another, and count twice, if one answer that did not come were one.
    void whoDoesNotSayWhoItIsIsAskedAgain()
    {
        const auto cluster = shop();
        const char *const space = "/namespaces/kube-system";
        ConnectorRig rig(kubernetesConnectorType({}), cluster->config());
        cluster->instead.insert(space, Answer::of(503, "busy"));
        begin(rig);
        QVERIFY(beatUntil(rig, [&] { return cluster->asked(space).size() >= 2; }));
        cluster->instead.insert(space, Answer::of(500, "etcd is slow"));
        const qsizetype before = cluster->asked(space).size();
        QVERIFY(beatUntil(rig, [&] { return cluster->asked(space).size() >= before + 2; }));
        for (const Beat &beat : std::as_const(rig.beats))
            QCOMPARE(beat.identities, QStringList());
        cluster->instead.insert(space, Answer::json(R"({"metadata":{"name":"kube-system","uid":"7f-1"}})"));
        const QStringList known{QStringLiteral("kube-system:7f-1"), QStringLiteral("kube-server:")};
        QCOMPARE(knownBy(rig), known);
        const qsizetype asked = cluster->asked(space).size();
        const qsizetype beats = rig.beats.size();
        QVERIFY(beatUntil(rig, [&] { return rig.beats.size() >= beats + 2; }));
        QCOMPARE(cluster->asked(space).size(), asked); // once answered it is not asked any more
        QCOMPARE(knownBy(rig), known);
    }

    void rightsThatWereTakenAwayAreARemark()
    {
        const auto cluster = shop();
        ConnectorRig rig(kubernetesConnectorType({}), cluster->config());
        begin(rig);
        QTRY_VERIFY_WITH_TIMEOUT(watchesAll(*cluster), kSoon);
        rig.stop();
        cluster->instead.insert("/pods?", Answer::of(403, R"({"kind":"Status","code":403,"message":"forbidden"})"));
        QCOMPARE(begin(rig), QStringLiteral("resumed"));
        QCOMPARE(pods(rig), QStringList());
        rig.connector().probe();
        QTRY_COMPARE_WITH_TIMEOUT(rig.beats.size(), 2, kSoon);
        QCOMPARE(rig.beats.last().warnings, QStringList{QStringLiteral("may not list pods")});
    }
};

QTEST_GUILESS_MAIN(TestKubernetesSession)
#include "tst_kubernetes_session.moc"
