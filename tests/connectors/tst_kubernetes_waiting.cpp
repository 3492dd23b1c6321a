// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/kubernetes/kubeinventory.h"
#include "tests/connectors/fakesites.h"
#include "tests/testing/test.h"

using namespace graticule;

namespace {

constexpr Instant kMoment = Instant(Milliseconds(1'795'000'000'000));

KubeNode node(const QString &name, const QString &site)
{
    KubeNode node;
    node.meta.name = node.meta.uid = name;
    node.meta.labels.insert(QStringLiteral("graticule.dev/site"), site);
    node.ready = Condition::Up;
    return node;
}

/// A part of the service "ledger".
KubeWorkload workload(const QString &name, int desired)
{
    KubeWorkload workload;
    workload.meta.name = workload.meta.uid = name;
    workload.meta.space = QStringLiteral("pay");
    workload.meta.labels.insert(QStringLiteral("graticule.dev/service"), QStringLiteral("ledger"));
    workload.kind = KubeOwner::Kind::StatefulSet;
    workload.desired = desired;
    return workload;
}

KubePod pod(const QString &owner, int number, const QString &node)
{
    KubePod pod;
    pod.uid = pod.name = QStringLiteral("%1-%2").arg(owner).arg(number);
    pod.space = QStringLiteral("pay");
    pod.owner.kind = KubeOwner::Kind::StatefulSet;
    pod.owner.name = owner;
    pod.node = node;
    pod.phase = node.isEmpty() ? KubePod::Phase::Pending : KubePod::Phase::Running;
    pod.ready = !node.isEmpty();
    return pod;
}

/// "fra 3/3 healthy", by site.
QString placements(const FleetTables &tables)
{
    QStringList lines;
    tables.placements.forEach([&](const Placement &placement) {
        const Site *site = tables.sites.find(placement.site);
        QString line = QStringLiteral("%1 %2/%3")
                           .arg(site ? site->name : placement.site.toString())
                           .arg(placement.ready)
                           .arg(placement.desired);
        if (placement.health == Health::Stopped)
            line += QStringLiteral(" stopped: ") + placement.healthText;
        lines.append(line);
    });
    lines.sort();
    return lines.join(QStringLiteral(", "));
}

} // namespace

/// Several workloads may be one service: what has no place yet is told where its own workload is.
class TestKubernetesWaiting : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void podsWithoutANodeAreToldWhereTheirWorkloadIs()
    {
        KubeInventory inventory(m_config, m_sites);
        FleetTables told;
        const auto now = [&] {
            told.apply(inventory.changes(kMoment));
            return placements(told);
        };
        for (const char *site : {"fra", "cpt", "iad"})
            inventory.put(KubeKind::Node, node(QLatin1String(site) + QStringLiteral("-1"), QLatin1String(site)));
        for (const char *site : {"fra", "cpt", "iad"})
            inventory.put(KubeKind::StatefulSet, workload(QStringLiteral("ledger-") + QLatin1String(site), 3));
        for (int i = 0; i < 3; ++i)
            inventory.put(KubeKind::Pod, pod(QStringLiteral("ledger-cpt"), i, QStringLiteral("cpt-1")));
        inventory.put(KubeKind::Pod, pod(QStringLiteral("ledger-iad"), 0, QStringLiteral("iad-1")));
        inventory.put(KubeKind::Pod, pod(QStringLiteral("ledger-iad"), 1, QStringLiteral("iad-1")));
        inventory.put(KubeKind::Pod, pod(QStringLiteral("ledger-iad"), 2, {}));
        inventory.put(KubeKind::Pod, pod(QStringLiteral("ledger-fra"), 0, QStringLiteral("fra-1")));
        // Of ledger-fra two are not there at all.
        QCOMPARE(now(), QStringLiteral("cpt 3/3, fra 1/3, iad 2/3"));

        inventory.put(KubeKind::Pod, pod(QStringLiteral("ledger-iad"), 2, QStringLiteral("iad-1")));
        QCOMPARE(now(), QStringLiteral("cpt 3/3, fra 1/3, iad 3/3"));

        // What was missing at fra comes up elsewhere: nothing is missing at fra any more.
        inventory.put(KubeKind::Pod, pod(QStringLiteral("ledger-fra"), 1, QStringLiteral("cpt-1")));
        inventory.put(KubeKind::Pod, pod(QStringLiteral("ledger-fra"), 2, QStringLiteral("cpt-1")));
        QCOMPARE(now(), QStringLiteral("cpt 5/5, fra 1/1, iad 3/3"));
    }

    void aWorkloadWithoutAnyPodIsMissedWhereItMustGo()
    {
        KubeInventory inventory(m_config, m_sites);
        FleetTables told;
        inventory.put(KubeKind::Node, node(QStringLiteral("fra-1"), QStringLiteral("fra")));
        inventory.put(KubeKind::Node, node(QStringLiteral("iad-1"), QStringLiteral("iad")));
        inventory.put(KubeKind::StatefulSet, workload(QStringLiteral("ledger-fra"), 1));
        KubeWorkload west = workload(QStringLiteral("ledger-iad"), 2);
        west.selector.insert(QStringLiteral("graticule.dev/site"), QStringLiteral("iad"));
        inventory.put(KubeKind::StatefulSet, west);
        inventory.put(KubeKind::Pod, pod(QStringLiteral("ledger-fra"), 0, QStringLiteral("fra-1")));
        told.apply(inventory.changes(kMoment));
        QCOMPARE(placements(told), QStringLiteral("fra 1/1, iad 0/2"));
    }

    /// Somebody said so, so it is neither unknown nor bad; where it ran last is where it belongs.
    void whatIsScaledToNothingIsOff()
    {
        KubeInventory inventory(m_config, m_sites);
        FleetTables told;
        const auto now = [&] {
            told.apply(inventory.changes(kMoment));
            return placements(told);
        };
        inventory.put(KubeKind::Node, node(QStringLiteral("fra-1"), QStringLiteral("fra")));
        inventory.put(KubeKind::StatefulSet, workload(QStringLiteral("ledger"), 0));
        QCOMPARE(now(), QStringLiteral("fra 0/0 stopped: scaled to 0"));

        inventory.put(KubeKind::Node, node(QStringLiteral("iad-1"), QStringLiteral("iad")));
        inventory.put(KubeKind::StatefulSet, workload(QStringLiteral("ledger"), 1));
        inventory.put(KubeKind::Pod, pod(QStringLiteral("ledger"), 0, QStringLiteral("iad-1")));
        QCOMPARE(now(), QStringLiteral("iad 1/1"));

        KubePod last = pod(QStringLiteral("ledger"), 0, QStringLiteral("iad-1"));
        inventory.put(KubeKind::StatefulSet, workload(QStringLiteral("ledger"), 0));
        last.leaving = true;
        inventory.put(KubeKind::Pod, last);
        QCOMPARE(now(), QStringLiteral("iad 0/0 stopped: is being removed"));
        inventory.remove(KubeKind::Pod, last.uid);
        QCOMPARE(now(), QStringLiteral("iad 0/0 stopped: scaled to 0"));

        inventory.remove(KubeKind::Node, QStringLiteral("iad-1")); // its site goes, and it is nowhere else
        QCOMPARE(now(), QStringLiteral("fra 0/0 stopped: scaled to 0"));

        inventory.put(KubeKind::StatefulSet, workload(QStringLiteral("ledger"), 2));
        QCOMPARE(now(), QStringLiteral("fra 0/2"));
        inventory.remove(KubeKind::StatefulSet, QStringLiteral("ledger"));
        QCOMPARE(now(), QString());
        QCOMPARE(told.services.size(), size_t(0));
    }

    void whatIsLeftOfOneThatIsOffIsNotWhy()
    {
        KubeInventory inventory(m_config, m_sites);
        FleetTables told;
        inventory.put(KubeKind::Node, node(QStringLiteral("fra-1"), QStringLiteral("fra")));
        inventory.put(KubeKind::StatefulSet, workload(QStringLiteral("ledger"), 0));
        KubePod evicted = pod(QStringLiteral("ledger"), 0, QStringLiteral("fra-1"));
        evicted.phase = KubePod::Phase::Failed;
        evicted.reason = QStringLiteral("Evicted");
        inventory.put(KubeKind::Pod, evicted);
        told.apply(inventory.changes(kMoment));
        QCOMPARE(placements(told), QStringLiteral("fra 0/0 stopped: scaled to 0"));
    }

    /// While nobody ends its pods, they are what there is to say.
    void whatRunsOnAlthoughItIsOffSaysHow()
    {
        KubeInventory inventory(m_config, m_sites);
        FleetTables told;
        inventory.put(KubeKind::Node, node(QStringLiteral("fra-1"), QStringLiteral("fra")));
        inventory.put(KubeKind::StatefulSet, workload(QStringLiteral("ledger"), 0));
        inventory.put(KubeKind::Pod, pod(QStringLiteral("ledger"), 0, QStringLiteral("fra-1")));
        told.apply(inventory.changes(kMoment));
        QCOMPARE(placements(told), QStringLiteral("fra 1/1"));
        told.placements.forEach([](const Placement &placement) { QCOMPARE(placement.healthText, QString()); });
    }

    /// Of the cluster's own site, when it never ran and several could be meant.
    void whatNeverRanIsOffWhereTheClusterIs()
    {
        KubeInventory inventory(m_config, m_sites);
        FleetTables told;
        inventory.put(KubeKind::Node, node(QStringLiteral("fra-1"), QStringLiteral("fra")));
        inventory.put(KubeKind::Node, node(QStringLiteral("iad-1"), QStringLiteral("iad")));
        inventory.put(KubeKind::StatefulSet, workload(QStringLiteral("ledger"), 0));
        told.apply(inventory.changes(kMoment));
        QCOMPARE(placements(told), QStringLiteral("cluster 0/0 stopped: scaled to 0"));
        QCOMPARE(told.sites.size(), size_t(3));

        // That site is there for what stands at it, and goes with it.
        inventory.put(KubeKind::StatefulSet, workload(QStringLiteral("ledger"), 1));
        inventory.put(KubeKind::Pod, pod(QStringLiteral("ledger"), 0, QStringLiteral("iad-1")));
        told.apply(inventory.changes(kMoment));
        QCOMPARE(placements(told), QStringLiteral("iad 1/1"));
        QCOMPARE(told.sites.size(), size_t(2));

        inventory.put(KubeKind::StatefulSet, workload(QStringLiteral("books"), 0)); // and comes back
        told.apply(inventory.changes(kMoment));
        inventory.remove(KubeKind::Pod, QStringLiteral("ledger-0"));
        inventory.remove(KubeKind::StatefulSet, QStringLiteral("ledger"));
        told.apply(inventory.changes(kMoment));
        QCOMPARE(placements(told), QStringLiteral("iad 0/0 stopped: scaled to 0"));
    }

    void theClustersOwnSiteComesBack()
    {
        KubeInventory inventory(m_config, m_sites);
        FleetTables told;
        inventory.put(KubeKind::Node, node(QStringLiteral("fra-1"), QStringLiteral("fra")));
        inventory.put(KubeKind::Node, node(QStringLiteral("iad-1"), QStringLiteral("iad")));
        for (int round = 0; round < 2; ++round) {
            inventory.put(KubeKind::StatefulSet, workload(QStringLiteral("ledger"), 0));
            told.apply(inventory.changes(kMoment));
            QCOMPARE(placements(told), QStringLiteral("cluster 0/0 stopped: scaled to 0"));
            QCOMPARE(told.sites.size(), size_t(3));
            inventory.remove(KubeKind::StatefulSet, QStringLiteral("ledger"));
            told.apply(inventory.changes(kMoment));
            QCOMPARE(told.sites.size(), size_t(2));
        }
    }

    /// Of a part that is off nothing is told while others of the service run.
    void aPartThatIsOffIsNoNews()
    {
        KubeInventory inventory(m_config, m_sites);
        FleetTables told;
        inventory.put(KubeKind::Node, node(QStringLiteral("fra-1"), QStringLiteral("fra")));
        inventory.put(KubeKind::StatefulSet, workload(QStringLiteral("blue"), 1));
        inventory.put(KubeKind::StatefulSet, workload(QStringLiteral("green"), 0));
        inventory.put(KubeKind::Pod, pod(QStringLiteral("blue"), 0, QStringLiteral("fra-1")));
        told.apply(inventory.changes(kMoment));
        QCOMPARE(placements(told), QStringLiteral("fra 1/1"));
    }

    void aDaemonSetForNoNodeIsOff()
    {
        KubeInventory inventory(m_config, m_sites);
        FleetTables told;
        inventory.put(KubeKind::Node, node(QStringLiteral("fra-1"), QStringLiteral("fra")));
        KubeWorkload gpus = workload(QStringLiteral("gpus"), 0);
        gpus.kind = KubeOwner::Kind::DaemonSet;
        inventory.put(KubeKind::DaemonSet, gpus);
        told.apply(inventory.changes(kMoment));
        QCOMPARE(placements(told), QStringLiteral("fra 0/0 stopped: no node is one that it is for"));
        gpus.desired = -1; // it has not been counted yet
        inventory.put(KubeKind::DaemonSet, gpus);
        told.apply(inventory.changes(kMoment));
        QCOMPARE(placements(told), QString());
    }

private:
    graticule::testing::FakeSites m_sites;
    const ConnectionConfig m_config = [] {
        ConnectionConfig config;
        config.id = EntityId("C");
        config.name = QStringLiteral("cluster");
        return config;
    }();
};

QTEST_GUILESS_MAIN(TestKubernetesWaiting)
#include "tst_kubernetes_waiting.moc"
