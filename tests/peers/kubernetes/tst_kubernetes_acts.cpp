// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/peers/kubernetes/rigkeeper.h"
#include "tests/testing/kubernetescluster.h"
#include "tests/testing/test.h"

using graticule::testing::KubernetesCluster;
using graticule::testing::RigKeeper;
using namespace graticule;

namespace {

constexpr int kSynced = 90'000; // a server that has just started is busy, and so may be the machine
constexpr int kDone = 120'000;

const QString kGateway = QStringLiteral("payments/gateway-us-east-1"); // has a budget that forbids every eviction

/// One act, and all that was told of it.
struct Told
{
    ActionProgress progress;

    QString end() const
    {
        return !progress.finished              ? QStringLiteral("under way")
               : progress.error.text.isEmpty() ? progress.text
                                               : progress.error.text;
    }
    int with(ActionItemState state) const
    {
        return int(std::count_if(progress.items.cbegin(), progress.items.cend(),
                                 [&](const ActionItem &item) { return item.state == state; }));
    }
};

} // namespace

/// Acts on a real API server of 1.20, through a whole keeper, as kubectl sees them.
class TestKubernetesActs : public graticule::testing::Test
{
    Q_OBJECT

private:
    KubernetesCluster m_cluster;
    std::unique_ptr<RigKeeper> m_rig;
    QStringList m_cordoned;

    bool begin(const QString &kubeconfig)
    {
        m_rig = std::make_unique<RigKeeper>(
            std::vector{RigKeeper::connection(kubeconfig, m_cluster.kubeconfig(kubeconfig))});
        return QTest::qWaitFor([&] { return m_rig->state(kubeconfig) == u"live"; }, kSynced);
    }
    QString kubectl(const QString &arguments) const
    {
        return QString::fromUtf8(m_cluster.kubectl(QStringLiteral("admin"), arguments.split(u' '))).trimmed();
    }
    EntityId nodeId(const QString &name) const
    {
        EntityId id;
        m_rig->tables().nodes.forEach([&](const Node &node) { id = node.name == name ? node.id : id; });
        return id;
    }
    EntityId serviceId(const QString &name) const
    {
        EntityId id;
        m_rig->tables().services.forEach([&](const Service &service) { id = service.name == name ? service.id : id; });
        return id;
    }
    std::shared_ptr<Told> perform(const QString &verb, const EntityId &target,
                                  const QMap<QString, QString> &arguments = {}, const QString &key = {})
    {
        auto told = std::make_shared<Told>();
        m_rig->keeper().perform({verb, target, arguments, key},
                                [told](const ActionProgress &step) { fold(told->progress, step); });
        return told;
    }
    QString performed(const QString &verb, const EntityId &target, const QMap<QString, QString> &arguments = {})
    {
        const auto told = perform(verb, target, arguments);
        return QTest::qWaitFor([&] { return told->progress.finished; }, kDone) ? told->end()
                                                                               : QStringLiteral("not in time");
    }
    ActionPlan preview(const QString &verb, const EntityId &target)
    {
        std::optional<ActionPlan> plan;
        m_rig->keeper().preview({verb, target, {}, {}},
                                [&](const Result<ActionPlan> &found) { plan = found ? *found : ActionPlan(); });
        return QTest::qWaitFor([&] { return plan.has_value(); }, kDone) ? *plan : ActionPlan();
    }
    QStringList denied(const EntityId &target)
    {
        std::optional<QStringList> lines;
        m_rig->keeper().offers(target, {}, [&](const Result<QList<ActionOffer>> &offers) {
            lines.emplace();
            for (const ActionOffer &offer : *offers)
                lines->append(offer.verb +
                              (offer.permission == ActionPermission::Denied ? QStringLiteral(" denied: ")
                                                                            : QStringLiteral(": ")) +
                              offer.reason);
        });
        return QTest::qWaitFor([&] { return lines.has_value(); }, kDone) ? *lines : QStringList();
    }
    /// Where a pod of the gateway runs.
    QString guardedNode()
    {
        const QString pods = kubectl(QStringLiteral("get pods -n payments -l app=gateway-us-east-1 --no-headers -o "
                                                    "custom-columns=N:.spec.nodeName,D:.metadata.deletionTimestamp"));
        const QString node = pods.split(u'\n').filter(QStringLiteral("<none>")).value(0).section(u' ', 0, 0);
        m_cordoned.append(node);
        return node;
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
        m_rig.reset();
        if (!m_cluster.running())
            return;
        m_cluster.mend();
        for (const QString &node : std::exchange(m_cordoned, {}))
            kubectl(QStringLiteral("uncordon ") + node);
    }

    void aCordonIsSeenByKubectl()
    {
        QVERIFY(begin(QStringLiteral("operator")));
        QString name;
        m_rig->tables().nodes.forEach([&](const Node &node) {
            if (node.condition == Condition::Up && (name.isEmpty() || node.name < name))
                name = node.name;
        });
        const QString look = QStringLiteral("get node %1 -o jsonpath={.spec.unschedulable}").arg(name);
        QCOMPARE(kubectl(look), QString());
        m_cordoned.append(name);
        QCOMPARE(performed(QStringLiteral("cordon"), nodeId(name)),
                 name + QStringLiteral(" is cordoned: no new pods come"));
        QCOMPARE(kubectl(look), QStringLiteral("true"));
        QVERIFY(kubectl(QStringLiteral("get node %1 -o yaml").arg(name))
                    .contains(QLatin1String("graticule.dev/generation")));
        QTRY_COMPARE_WITH_TIMEOUT(denied(nodeId(name)),
                                  (QStringList{QStringLiteral("cordon: is cordoned already"),
                                               QStringLiteral("uncordon: "), QStringLiteral("drain: ")}),
                                  kSynced);
        QCOMPARE(performed(QStringLiteral("uncordon"), nodeId(name)), name + QStringLiteral(" takes new pods again"));
        QCOMPARE(kubectl(look), QString());
    }

    void aViewerIsToldWhyNot()
    {
        QVERIFY(begin(QStringLiteral("viewer")));
        QVERIFY(m_rig->tables().placements.size() > 0);
        const QString name = guardedNode();
        const EntityId node = nodeId(name);
        QCOMPARE(denied(node), (QStringList{QStringLiteral("cordon denied: may not patch nodes"),
                                            QStringLiteral("uncordon denied: may not patch nodes"),
                                            QStringLiteral("drain denied: may not patch nodes")}));
        QCOMPARE(denied(serviceId(QStringLiteral("web/old-shop"))),
                 (QStringList{QStringLiteral("scale denied: may not patch deployments/scale"),
                              QStringLiteral("restart denied: may not patch deployments")}));
        // What is so already needs no right: nothing would be written.
        const QString look = QStringLiteral("get node %1 -o jsonpath={.spec.unschedulable}").arg(name);
        const QString before = kubectl(look);
        const bool isCordoned = before == QLatin1String("true");
        QCOMPARE(performed(isCordoned ? QStringLiteral("uncordon") : QStringLiteral("cordon"), node),
                 QStringLiteral("We may not patch nodes at viewer; nothing was done."));
        QCOMPARE(kubectl(look), before);
    }

    void whatIsScaledAndRestartedIsReadBack()
    {
        QVERIFY(begin(QStringLiteral("operator")));
        const QString look = QStringLiteral("get deployment -n web old-shop -o jsonpath={.status.readyReplicas}");
        const EntityId shop = serviceId(QStringLiteral("web/old-shop"));
        const auto to = [](const char *pods) {
            return QMap<QString, QString>{{QStringLiteral("replicas"), QLatin1String(pods)}};
        };
        QCOMPARE(performed(QStringLiteral("scale"), shop, to("0")), // whatever an earlier run left
                 QStringLiteral("web/old-shop has 0 pods, all of them ready"));
        QCOMPARE(performed(QStringLiteral("scale"), shop, to("2")),
                 QStringLiteral("web/old-shop has 2 pods, all of them ready"));
        QCOMPARE(kubectl(look), QStringLiteral("2"));
        const QString pods = QStringLiteral("get pods -n web -l app=old-shop -o name");
        const QString before = kubectl(pods);
        QCOMPARE(performed(QStringLiteral("restart"), shop),
                 QStringLiteral("web/old-shop has been restarted: all 2 pods are new and ready"));
        QVERIFY(kubectl(pods) != before);
        QCOMPARE(performed(QStringLiteral("scale"), shop, to("0")),
                 QStringLiteral("web/old-shop has 0 pods, all of them ready"));
        QCOMPARE(kubectl(look), QString());
    }

    /// What an earlier holder of a lease asks for is not done any more, also where the newer one found nothing to do.
    void anEarlierLeaseIsFencedOff()
    {
        QVERIFY(begin(QStringLiteral("operator")));
        const EntityId shop = serviceId(QStringLiteral("web/old-shop"));
        const qint64 lease = QDateTime::currentSecsSinceEpoch(); // greater than those of earlier runs
        const auto to = [](const char *pods, qint64 token) {
            return QMap<QString, QString>{{QStringLiteral("replicas"), QLatin1String(pods)},
                                          {QStringLiteral("generation"), QString::number(token)}};
        };
        const QString done = QStringLiteral("web/old-shop has 0 pods, all of them ready");
        QCOMPARE(performed(QStringLiteral("scale"), shop, to("0", lease)), done);
        QCOMPARE(performed(QStringLiteral("scale"), shop, to("0", lease + 1)), done);
        const QString said = performed(QStringLiteral("scale"), shop, to("1", lease));
        QVERIFY2(said.startsWith(QLatin1String("web/old-shop was changed by somebody else meanwhile")),
                 qPrintable(said));
        QCOMPARE(kubectl(QStringLiteral("get deployment -n web old-shop -o jsonpath={.spec.replicas}")),
                 QStringLiteral("0"));
    }

    /// Between a person's look and their yes the connection is made anew, as after a change or with its keeper.
    void whatWasShownBeforeIsNotActedOn()
    {
        QVERIFY(begin(QStringLiteral("operator")));
        const QString name = guardedNode();
        const Action cordon{.verb = QStringLiteral("cordon"),
                            .target = nodeId(name),
                            .arguments = {},
                            .key = QStringLiteral("shown"),
                            .connection = {},
                            .by = {},
                            .isShown = true};
        bool isPlanned = false;
        m_rig->keeper().preview(cordon, [&](const Result<ActionPlan> &plan) { isPlanned = bool(plan); });
        QTRY_VERIFY_WITH_TIMEOUT(isPlanned, kDone);
        QVERIFY(begin(QStringLiteral("operator")));
        Told told;
        m_rig->keeper().perform(cordon, [&](const ActionProgress &step) { fold(told.progress, step); });
        QTRY_VERIFY_WITH_TIMEOUT(told.progress.finished, kDone);
        QVERIFY2(told.end().startsWith(QLatin1String("Nothing was done: what you were shown is not known any more.")),
                 qPrintable(told.end()));
        QCOMPARE(kubectl(QStringLiteral("get node %1 -o jsonpath={.spec.unschedulable}").arg(name)), QString());
    }

    void aNodeIsEmptied()
    {
        QVERIFY(begin(QStringLiteral("operator")));
        QString name;
        for (const QString &line : m_rig->nodes()) {
            if (!line.endsWith(QLatin1String(" ready")) || line.endsWith(QLatin1String("not ready")))
                continue;
            QSet<EffectKind> effects;
            for (const ActionEffect &effect :
                 preview(QStringLiteral("drain"), nodeId(line.section(u' ', 0, 0))).effects)
                effects.insert(effect.effect);
            if (effects == QSet{EffectKind::Changes, EffectKind::Moves, EffectKind::Stays}) {
                name = line.section(u' ', 0, 0);
                break;
            }
        }
        QVERIFY(!name.isEmpty());
        m_cordoned.append(name);
        const QString said = performed(QStringLiteral("drain"), nodeId(name));
        QVERIFY2(said.startsWith(name + QStringLiteral(" is empty: ")), qPrintable(said));
        const QString left = kubectl(QStringLiteral("get pods -A --field-selector spec.nodeName=%1 -o "
                                                    "jsonpath={.items[*].metadata.ownerReferences[0].kind}")
                                         .arg(name));
        QStringList kinds = left.split(u' ', Qt::SkipEmptyParts);
        kinds.removeAll(QStringLiteral("DaemonSet"));
        QCOMPARE(kinds, QStringList());
    }

    void aBudgetIsRespectedUntilSomebodyStops()
    {
        QVERIFY(begin(QStringLiteral("operator")));
        const QString name = guardedNode();
        const ActionPlan plan = preview(QStringLiteral("drain"), nodeId(name));
        const auto guarded = std::find_if(plan.effects.cbegin(), plan.effects.cend(),
                                          [](const ActionEffect &effect) { return effect.name.startsWith(kGateway); });
        QVERIFY(guarded != plan.effects.cend());
        QCOMPARE(guarded->effect, EffectKind::Blocked);
        QCOMPARE(guarded->reason, QStringLiteral("its budget gateway-us-east-1 allows no disruption now"));
        const auto told = perform(QStringLiteral("drain"), nodeId(name), {}, QStringLiteral("k"));
        QTRY_VERIFY_WITH_TIMEOUT(told->with(ActionItemState::Blocked) > 0, kDone);
        QCOMPARE(m_rig->keeper().running().size(), 1);
        m_rig->keeper().stopAction(QStringLiteral("k"), [](const Result<ActionProgress> &) {});
        QTRY_VERIFY_WITH_TIMEOUT(told->progress.finished, kDone);
        QVERIFY2(told->end().startsWith(QLatin1String("Stopped: ")), qPrintable(told->end()));
        QVERIFY(told->progress.stopped);
        QVERIFY(kubectl(QStringLiteral("get pods -n payments -o wide")).contains(name)); // it runs on
    }

    void aServerThatDiesMeanwhileIsNoSuccess()
    {
        QVERIFY(begin(QStringLiteral("operator")));
        const auto told = perform(QStringLiteral("drain"), nodeId(guardedNode()));
        QTRY_VERIFY_WITH_TIMEOUT(told->with(ActionItemState::Blocked) > 0, kDone);
        QVERIFY(m_cluster.fault(QStringLiteral("kill")));
        QTRY_VERIFY_WITH_TIMEOUT(told->progress.finished, kDone);
        QVERIFY2(told->end().startsWith(QLatin1String("operator was lost sight of meanwhile; ")),
                 qPrintable(told->end()));
        QCOMPARE(told->progress.error.kind, ErrorKind::Disconnected);
    }
};

QTEST_GUILESS_MAIN(TestKubernetesActs)
#include "tst_kubernetes_acts.moc"
