// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/kubernetes/kubeinventory.h"
#include "tests/connectors/fakesites.h"
#include "tests/testing/test.h"

#include <QRandomGenerator>

using namespace graticule;

namespace {

/// "site:west 1  0.4/12 cores 100/4096 bytes"
QStringList sites(const FleetTables &tables)
{
    QStringList lines;
    tables.sites.forEach([&](const Site &site) {
        lines.append(QStringLiteral("%1 %2 %3 %4/%5 cores %6/%7 bytes")
                         .arg(site.id.toString())
                         .arg(int(site.condition))
                         .arg(site.conditionText)
                         .arg(site.cpu.used, 0, 'g', 17)
                         .arg(site.cpu.total, 0, 'g', 17)
                         .arg(site.memory.used, 0, 'g', 17)
                         .arg(site.memory.total, 0, 'g', 17));
    });
    lines.sort();
    return lines;
}

KubeNode node(const QString &name, QRandomGenerator &random)
{
    KubeNode node;
    node.meta.name = name;
    node.meta.uid = QStringLiteral("uid-") + name;
    node.meta.labels.insert(QStringLiteral("graticule.dev/site"), QStringLiteral("s%1").arg(random.bounded(3)));
    node.ready = Condition(random.bounded(3));
    node.cordoned = random.bounded(3) == 0;
    node.cpu = random.bounded(1000) * 0.1;
    node.memory = random.bounded(1 << 30);
    return node;
}

KubePod pod(const QString &name, QRandomGenerator &random)
{
    KubePod pod;
    pod.uid = pod.name = name;
    pod.space = QStringLiteral("shop");
    pod.node = QStringLiteral("n%1").arg(random.bounded(8));
    pod.phase = KubePod::Phase::Running;
    pod.cpu = random.bounded(1000) * 0.1; // tenths are no sums of powers of two
    pod.memory = random.bounded(1 << 30);
    return pod;
}

} // namespace

/// What the nodes of a site come to is kept change by change: it must be what a fresh look comes to.
class TestKubernetesSums : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void changesEqualAFreshLook_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 8; ++seed)
            QTest::addRow("%d", seed) << seed;
    }
    void changesEqualAFreshLook()
    {
        QFETCH(int, seed);
        QRandomGenerator random{quint32(seed)};
        KubeInventory inventory(m_config, m_sites);
        FleetTables told;
        QMap<QString, KubeNode> nodes;
        QMap<QString, KubePod> pods;
        for (int round = 0; round < 300; ++round) {
            const QString name = QStringLiteral("n%1").arg(random.bounded(8));
            const QString uid = QStringLiteral("p%1").arg(random.bounded(30));
            switch (random.bounded(6)) {
            case 0:
                nodes.remove(name);
                inventory.remove(KubeKind::Node, QStringLiteral("uid-") + name);
                break;
            case 1:
            case 2:
                nodes[name] = node(name, random);
                inventory.put(KubeKind::Node, nodes[name]);
                break;
            case 3:
                pods.remove(uid);
                inventory.remove(KubeKind::Pod, uid);
                break;
            default:
                pods[uid] = pod(uid, random);
                inventory.put(KubeKind::Pod, pods[uid]);
            }
            if (random.bounded(3) > 0)
                continue;
            told.apply(inventory.changes(kMoment));
            KubeInventory fresh(m_config, m_sites);
            for (const KubeNode &one : std::as_const(nodes))
                fresh.put(KubeKind::Node, one);
            for (const KubePod &one : std::as_const(pods))
                fresh.put(KubeKind::Pod, one);
            FleetTables all;
            all.apply(fresh.all(kMoment));
            QCOMPARE(inhabited(told, nodes.isEmpty()), inhabited(all, nodes.isEmpty()));
        }
    }

    void absurdNumbersLeaveNothingBehind()
    {
        KubeInventory inventory(m_config, m_sites);
        QRandomGenerator random{1};
        KubeNode good = node(QStringLiteral("good"), random);
        good.meta.labels.clear();
        good.cpu = 4;
        good.memory = 1 << 30;
        good.ready = Condition::Up;
        KubeNode absurd = good;
        absurd.meta.name = absurd.meta.uid = QStringLiteral("absurd");
        absurd.cpu = absurd.memory = std::numeric_limits<double>::infinity();
        inventory.put(KubeKind::Node, good);
        inventory.put(KubeKind::Node, absurd);
        FleetTables told;
        told.apply(inventory.changes(kMoment));
        inventory.remove(KubeKind::Node, QStringLiteral("absurd"));
        told.apply(inventory.changes(kMoment));
        QCOMPARE(told.sites.size(), 1);
        told.sites.forEach([](const Site &site) {
            QCOMPARE(site.cpu.total, 4.0);
            QCOMPARE(site.memory.total, double(1 << 30));
        });
    }

    /// Tenths of a core are no sums of powers of two, and nodes come and go for ever.
    void whatPodsAskedForIsForgottenWithThem()
    {
        KubeInventory inventory(m_config, m_sites);
        QRandomGenerator random{1};
        inventory.put(KubeKind::Node, node(QStringLiteral("n1"), random));
        std::vector<KubePod> pods;
        for (int i = 0; i < 50; ++i) {
            pods.push_back(pod(QStringLiteral("p%1").arg(i), random));
            pods.back().node = QStringLiteral("n1");
            inventory.put(KubeKind::Pod, pods.back());
        }
        for (const KubePod &one : pods)
            inventory.remove(KubeKind::Pod, one.uid);
        FleetTables told;
        told.apply(inventory.changes(kMoment));
        told.nodes.forEach([](const Node &node) { QCOMPARE(node.cpu.used, 0.0); });
    }

    /// Of a site as well: of the whole only what those have of which something is known.
    void aSiteUsesWhatIsMeasuredThere()
    {
        KubeInventory inventory(m_config, m_sites);
        QRandomGenerator random{1};
        for (const char *name : {"n1", "n2"}) {
            KubeNode one = node(QLatin1String(name), random);
            one.meta.labels.clear();
            one.cpu = 4;
            one.memory = 1000;
            one.ready = Condition::Up;
            inventory.put(KubeKind::Node, one);
            KubePod asking = pod(QStringLiteral("p-") + QLatin1String(name), random);
            asking.node = QLatin1String(name);
            asking.cpu = 1;
            asking.memory = 100;
            inventory.put(KubeKind::Pod, asking);
        }
        FleetTables told;
        const auto amounts = [&] {
            told.apply(inventory.changes(kMoment));
            QString line;
            told.sites.forEach([&](const Site &site) {
                line +=
                    QStringLiteral("%1/%2 cores %3/%4 bytes%5")
                        .arg(site.cpu.used)
                        .arg(site.cpu.total)
                        .arg(site.memory.used)
                        .arg(site.memory.total)
                        .arg(site.cpu.requested && site.memory.requested ? QStringLiteral(" requested") : QString());
            });
            return line;
        };
        QCOMPARE(amounts(), QStringLiteral("2/8 cores 200/2000 bytes requested"));
        const KubeUse one{{}, QStringLiteral("n1"), 0.5, 300};
        const KubeUse other{{}, QStringLiteral("n2"), 1.5, 400};
        QCOMPARE(inventory.take({one, other}, false, kMoment).size(), 6);
        QCOMPARE(amounts(), QStringLiteral("2/8 cores 700/2000 bytes"));
        QCOMPARE(inventory.take({one}, false, kMoment).size(), 4);
        QCOMPARE(amounts(), QStringLiteral("0.5/4 cores 300/1000 bytes"));
        QCOMPARE(inventory.take({}, false, kMoment).size(), 0);
        QCOMPARE(amounts(), QStringLiteral("2/8 cores 200/2000 bytes requested"));
    }

private:
    /// Those with nodes: where what stands nowhere is, depends on what was there before.
    static QStringList inhabited(const FleetTables &tables, bool isEmpty)
    {
        return isEmpty ? QStringList() : sites(tables).filter(QStringLiteral("site:"));
    }

    static constexpr Instant kMoment = Instant(Milliseconds(1'795'000'000'000));
    graticule::testing::FakeSites m_sites;
    const ConnectionConfig m_config = [] {
        ConnectionConfig config;
        config.id = EntityId("C");
        return config;
    }();
};

QTEST_GUILESS_MAIN(TestKubernetesSums)
#include "tst_kubernetes_sums.moc"
