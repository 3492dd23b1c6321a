// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/prometheus/prometheusinventory.h"
#include "backend/connectors/prometheus/prometheusqueries.h"
#include "tests/connectors/fakesites.h"
#include "tests/testing/test.h"

using namespace graticule;
using namespace std::chrono_literals;

namespace {

const Instant kBegin = instantFromMs(1'795'370'000'000);

PrometheusSeries series(const char *name, double value, Instant at, const Labels &labels)
{
    PrometheusSeries made{labels, {{at, value}}};
    made.labels.insert(QStringLiteral("__name__"), QLatin1String(name));
    return made;
}

PrometheusSeries figure(const char *name, double value, Instant at, const Labels &labels)
{
    PrometheusSeries made{labels, {{at, value}}};
    made.labels.insert(QLatin1String(kFigure), QLatin1String(name));
    return made;
}

PrometheusAnswer answer(Instant at, std::vector<PrometheusSeries> all)
{
    PrometheusAnswer made;
    made.at = at;
    made.series = std::move(all);
    return made;
}

Labels target(const char *job, const char *instance, const char *site = "fra")
{
    return {{QStringLiteral("job"), QLatin1String(job)},
            {QStringLiteral("instance"), QLatin1String(instance)},
            {QStringLiteral("site"), QLatin1String(site)}};
}

/// An inventory, and what it has told.
class Rig
{
public:
    Rig()
    {
        m_config.id = EntityId("C");
        m_config.address = QStringLiteral("http://localhost:9090");
        m_config.labels.insert(QStringLiteral("graticule.dev/site"), QStringLiteral("ams"));
        inventory = std::make_unique<PrometheusInventory>(m_config, *PrometheusSettings::of(m_config), m_sites);
    }

    /// "site:fra up", "dub > fra down" and so on, sorted.
    QString told(Instant now)
    {
        const auto word = [](Condition condition) {
            return condition == Condition::Up         ? QStringLiteral("up")
                   : condition == Condition::Down     ? QStringLiteral("down")
                   : condition == Condition::Degraded ? QStringLiteral("degraded")
                                                      : QStringLiteral("unknown");
        };
        QStringList lines;
        const FleetDelta all = inventory->all(now);
        for (const auto &site : all.sites.upserted)
            lines.append(QStringLiteral("%1 %2").arg(site->id.toString(), word(site->condition)));
        for (const auto &link : all.links.upserted)
            lines.append(QStringLiteral("link to %1 %2").arg(link->to.toString(), word(link->condition)));
        for (const auto &node : all.nodes.upserted)
            lines.append(QStringLiteral("%1 %2, %3 of %4 cores")
                             .arg(node->id.toString(), word(node->condition))
                             .arg(node->cpu.used)
                             .arg(node->cpu.total));
        for (const auto &placement : all.placements.upserted)
            lines.append(
                QStringLiteral("%1 %2/%3").arg(placement->id.toString()).arg(placement->ready).arg(placement->desired));
        lines.sort();
        return lines.join(QStringLiteral("; "));
    }

    void targets(Instant at, std::vector<PrometheusSeries> all)
    {
        inventory->takeTargets(answer(at, std::move(all)), at);
    }

    std::unique_ptr<PrometheusInventory> inventory;
    const ConnectionConfig &config() const { return m_config; }

private:
    ConnectionConfig m_config;
    testing::FakeSites m_sites;
};

const Labels kProbed = target("blackbox", "https://shop.example");

std::vector<PrometheusSeries> probed(Instant at)
{
    return {series("up", 1, at, kProbed), series("probe_success", 1, at, kProbed)};
}

} // namespace

/// What is told when a server tells too little, too much, or what cannot be.
class TestPrometheusInventory : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    /// Its probes may be refused for hours while its targets are listed.
    void probesThatCannotBeReadAreNoSignOfLife()
    {
        Rig rig;
        rig.targets(kBegin, probed(kBegin));
        rig.inventory->takeProbes(answer(kBegin, {series("probe_success", 1, kBegin, kProbed)}), kBegin);
        QCOMPARE(rig.told(kBegin), QStringLiteral("link to site:fra up; site:ams up; site:fra up"));
        rig.targets(kBegin + 6min, probed(kBegin + 6min));
        QCOMPARE(rig.told(kBegin + 6min), QStringLiteral("site:ams up; site:fra unknown"));
    }

    void aClockThatWasSetBackEndsWhatWasMeasured()
    {
        Rig rig;
        rig.targets(kBegin, probed(kBegin));
        rig.inventory->takeProbes(answer(kBegin, {series("probe_success", 1, kBegin, kProbed)}), kBegin);
        const Instant back = kBegin - 2h;
        rig.targets(back, probed(back));
        QCOMPARE(rig.told(kBegin), QStringLiteral("site:ams up; site:fra unknown"));
        const auto samples = rig.inventory->takeProbes(answer(back, {series("probe_success", 0, back, kProbed)}), back);
        QCOMPARE(samples.size(), 1);
        QCOMPARE(rig.told(kBegin), QStringLiteral("link to site:fra down; site:ams up; site:fra unknown"));
    }

    /// One such point would hide all that come after it.
    void aPointOfTheFutureIsNone()
    {
        Rig rig;
        rig.targets(kBegin, probed(kBegin));
        PrometheusSeries probe = series("probe_success", 0, kBegin, kProbed);
        probe.points.push_back({kBegin + 24h, 1});
        rig.inventory->takeProbes(answer(kBegin, {probe}), kBegin);
        QCOMPARE(rig.told(kBegin), QStringLiteral("link to site:fra down; site:ams up; site:fra unknown"));
    }

    /// Several targets at one site: the round trips are those of one, which stays that one until it is silent.
    void noSeriesMixesTargets()
    {
        Rig rig;
        const auto round = [&](int seconds, const QMap<const char *, double> &rtts) {
            const Instant at = kBegin + std::chrono::seconds(seconds);
            std::vector<PrometheusSeries> up;
            std::vector<PrometheusSeries> probes;
            for (auto rtt = rtts.cbegin(); rtt != rtts.cend(); ++rtt) {
                const Labels labels = target("blackbox", rtt.key());
                up.push_back(series("up", 1, at, labels));
                probes.push_back(series("probe_success", *rtt > 0 ? 1 : 0, at, labels));
                probes.push_back(series("probe_duration_seconds", *rtt, at, labels));
            }
            rig.targets(at, up);
            QStringList lines;
            const QList<Sample> samples = rig.inventory->takeProbes(answer(at, probes), at);
            for (const Sample &sample : samples)
                lines.append(QStringLiteral("%1 %2").arg(sample.metric).arg(sample.value));
            return lines.join(QStringLiteral(", "));
        };
        const char *const a = "https://a.example";
        const char *const b = "https://b.example";
        const char *const c = "https://c.example";
        QCOMPARE(round(0, {{b, 0.010}, {c, 0.030}}), QStringLiteral("loss 0, rtt.ms 10"));
        QCOMPARE(round(15, {{a, 0.020}, {b, 0.010}, {c, 0.030}}), QStringLiteral("loss 0, rtt.ms 10"));
        QCOMPARE(round(30, {{a, 0.020}, {b, 0}, {c, 0.030}}), QStringLiteral("loss 1"));
        QCOMPARE(round(45, {{a, 0.020}, {b, 0}, {c, 0.030}}), QStringLiteral("loss 1"));
        QCOMPARE(round(60, {{a, 0.020}, {b, 0}, {c, 0.030}}), QStringLiteral("loss 0, rtt.ms 20")); // b is silent
        QCOMPARE(round(75, {{a, 0.020}, {b, 0.010}, {c, 0.030}}), QStringLiteral("loss 0, rtt.ms 20"));
    }

    void figuresThatCannotBeReadAgainGrowOld()
    {
        Rig rig;
        const Labels node = target("node", "10.0.0.1:9100");
        rig.targets(kBegin, {series("up", 1, kBegin, node)});
        rig.inventory->takeNodes(
            answer(kBegin, {figure("cpu.used", 3, kBegin, node), figure("cpu.total", 4, kBegin, node)}));
        rig.targets(kBegin + 4min, {series("up", 1, kBegin + 4min, node)});
        QCOMPARE(rig.told(kBegin), QStringLiteral("C/node/fra/node/10.0.0.1:9100 up, 3 of 4 cores; site:fra up"));
        rig.targets(kBegin + 6min, {series("up", 1, kBegin + 6min, node)});
        QCOMPARE(rig.told(kBegin), QStringLiteral("C/node/fra/node/10.0.0.1:9100 up, 0 of 0 cores; site:fra up"));
    }

    /// They differ by a label that we do not know: none may hide behind another.
    void ofTwinsEachMustBeUp()
    {
        for (const bool isFirst : {true, false}) {
            Rig rig;
            Labels one = target("api", "h:1");
            Labels other = one;
            other.insert(QStringLiteral("path"), QStringLiteral("/b"));
            rig.targets(kBegin,
                        {series("up", isFirst ? 0 : 1, kBegin, one), series("up", isFirst ? 1 : 0, kBegin, other)});
            QCOMPARE(rig.told(kBegin), QStringLiteral("C/placement/api@site:fra 0/1; site:fra down"));
        }
    }

    void aClusterIsNoSite()
    {
        const Rig rig;
        const testing::FakeSites resolver;
        const PrometheusSites sites(rig.config(), *PrometheusSettings::of(rig.config()), resolver);
        Labels clustered = target("api", "h:1", "");
        clustered.insert(QStringLiteral("cluster"), QStringLiteral("fra"));
        QCOMPARE(sites.keyOf(clustered), QStringLiteral("/fra/api/h:1"));
        QCOMPARE(sites.keyOf(target("api", "h:1")), QStringLiteral("fra/api/h:1"));
        QVERIFY(sites.keyOf(target("", "x", "a")) != sites.keyOf(target("a", "x", "")));
    }

    /// A server that names others at each round must not fill our memory.
    void whatIsMadeUpAnewEachTimeIsForgotten()
    {
        Rig rig;
        constexpr int kEach = 60'000;
        for (int round = 0; round < 3; ++round) {
            std::vector<PrometheusSeries> all;
            all.reserve(kEach);
            for (int i = 0; i < kEach; ++i)
                all.push_back(
                    series("up", 1, kBegin, target("api", QByteArray::number(round * kEach + i).constData())));
            rig.targets(kBegin + round * 10s, std::move(all));
        }
        QCOMPARE(rig.inventory->targets(), 100'000);
    }

    void sitesThatNobodyIsAtAreForgotten()
    {
        const Rig rig;
        const testing::FakeSites resolver;
        PrometheusSites sites(rig.config(), *PrometheusSettings::of(rig.config()), resolver);
        const Site &kept = sites.of(target("api", "h:1", "fra"));
        sites.of(target("api", "h:1", "dub"));
        QCOMPARE(sites.known(), 2);
        sites.keepOnly({&kept});
        QCOMPARE(sites.known(), 1);
        QCOMPARE(kept.id, EntityId("site:fra"));
    }

    /// Figures of what is no target are nobody's.
    void onlyTargetsHaveFigures()
    {
        Rig rig;
        rig.targets(kBegin, {series("up", 1, kBegin, target("node", "h:1"))});
        const auto samples =
            rig.inventory->takeNodes(answer(kBegin, {figure("cpu.used", 3, kBegin, target("node", "h:2")),
                                                     figure("cpu.total", 4, kBegin, target("node", "h:2"))}));
        QVERIFY(samples.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPrometheusInventory)
#include "tst_prometheus_inventory.moc"
