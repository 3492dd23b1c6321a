// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/prometheus/prometheusinventory.h"

#include "backend/connectors/prometheus/prometheusfacts.h"
#include "backend/connectors/prometheus/prometheusqueries.h"

#include <QSet>

#include <cmath>

namespace graticule {
namespace {

constexpr std::chrono::minutes kRemembered{15};
constexpr std::chrono::minutes kPartial{5}; // what a partial answer lacks may be there all the same
constexpr std::chrono::minutes kFigures{5}; // older ones say nothing of now
constexpr size_t kMostTargets = 100'000;    // as many as an answer may have: beyond, silent ones are forgotten at once
constexpr qsizetype kSpareSites = 1000;
const QLatin1String kName("__name__");
const QLatin1String kJob("job");
const QLatin1String kInstance("instance");

} // namespace

PrometheusInventory::PrometheusInventory(const ConnectionConfig &config, const PrometheusSettings &settings,
                                         const SiteResolver &resolver)
    : m_config(config)
    , m_feed(EntityId::of(config.id, "feed", QStringLiteral("inventory")))
    , m_sites(config, settings, resolver)
    , m_probes(config.id, config.origin, m_feed)
{
}

void PrometheusInventory::takeKinds(const PrometheusAnswer &answer)
{
    for (const PrometheusSeries &series : answer.series) {
        const QString kind = series.labels.value(QLatin1String(kFigure));
        const QString key = m_sites.keyOf(series.labels);
        if (!m_targets.contains(key))
            continue;
        if (kind == QLatin1String("probe"))
            m_probeKeys.insert(key);
        if (kind != QLatin1String("node"))
            continue;
        m_nodeKeys.insert(key);
        m_nodes.try_emplace(key, prometheusMachine(series.labels)); // it may be silent now
    }
    classify();
}

void PrometheusInventory::takeTargets(const PrometheusAnswer &answer, Instant now)
{
    QSet<QString> seen;
    for (const PrometheusSeries &series : answer.series) {
        const QString name = series.labels.value(kName);
        const QString key = m_sites.keyOf(series.labels);
        PrometheusTarget &target = m_targets[key];
        if (!seen.contains(key)) {
            seen.insert(key);
            Labels labels = series.labels;
            labels.remove(kName);
            if (!target.site || target.labels != labels) {
                target.labels = labels;
                target.site = &m_sites.of(labels);
                target.vantage = &m_sites.vantageOf(labels);
            }
            target.state = PrometheusTarget::State::Unknown;
            target.seen = now;
            target.isSilent = false;
        }
        if (name == QLatin1String("probe_success"))
            m_probeKeys.insert(key);
        if (name != QLatin1String("up") || std::isnan(series.value()))
            continue;
        // Of several that we cannot tell apart, each must be up.
        const PrometheusTarget::State said =
            series.value() > 0 ? PrometheusTarget::State::Up : PrometheusTarget::State::Down;
        if (said == PrometheusTarget::State::Down || target.state == PrometheusTarget::State::Unknown)
            target.state = said;
    }
    forget(!answer.warnings.isEmpty(), seen, now);
    classify();
    m_targetsAt = now;
    if (now - m_nodesAt > kFigures)
        forgetFigures();
    if (answer.at != kNever)
        m_probes.passTo(answer.at);
    for (const auto &[key, target] : m_targets) {
        if (target.kind == PrometheusTarget::Kind::Probe &&
            (target.state == PrometheusTarget::State::Down || target.isSilent))
            m_probes.forget(key); // what it last said tells of no link
    }
}

/// What is gone, after a while: all that is known by its key.
void PrometheusInventory::forget(bool isPartial, const QSet<QString> &seen, Instant now)
{
    for (auto it = m_targets.begin(); it != m_targets.end();) {
        PrometheusTarget &target = it->second;
        if (!seen.contains(it->first) && !(isPartial && now - target.seen < kPartial)) {
            target.state = PrometheusTarget::State::Unknown;
            target.isSilent = true;
        }
        const bool isOver = target.isSilent && (now - target.seen >= kRemembered || m_targets.size() > kMostTargets);
        if (isOver) {
            m_nodes.erase(it->first);
            m_nodeKeys.remove(it->first);
            m_probeKeys.remove(it->first);
            m_probes.forget(it->first);
        }
        it = isOver ? m_targets.erase(it) : std::next(it);
    }
    if (m_sites.known() > 2 * qsizetype(m_targets.size()) + kSpareSites)
        forgetSites();
}

void PrometheusInventory::forgetSites()
{
    QSet<const Site *> used;
    for (const auto &[key, target] : m_targets)
        used << target.site << target.vantage;
    m_sites.keepOnly(used);
}

/// Names stay.
void PrometheusInventory::forgetFigures()
{
    for (auto &[key, node] : m_nodes) {
        PrometheusNode machine;
        machine.name = node.name;
        machine.platform = node.platform;
        node = machine;
    }
}

/// A URL is probed, not scraped: its `up` is that of the exporter which probes.
bool PrometheusInventory::isProbe(const PrometheusTarget &target) const
{
    return target.labels.value(kInstance).contains(QLatin1String("://"));
}

void PrometheusInventory::classify()
{
    m_nodeJobs.clear();
    for (const QString &key : std::as_const(m_nodeKeys)) {
        if (const auto target = m_targets.find(key); target != m_targets.end())
            m_nodeJobs.insert(target->second.labels.value(kJob));
    }
    for (auto &[key, target] : m_targets) {
        if (m_probeKeys.contains(key) || isProbe(target))
            target.kind = PrometheusTarget::Kind::Probe;
        else if (m_nodeKeys.contains(key) || m_nodeJobs.contains(target.labels.value(kJob)))
            target.kind = PrometheusTarget::Kind::Node;
        else
            target.kind = PrometheusTarget::Kind::Service;
    }
}

QList<Sample> PrometheusInventory::takeProbes(const PrometheusAnswer &answer, Instant at)
{
    return m_probes.take(answer, at, m_offset, m_sites);
}

QList<Sample> PrometheusInventory::takeNodes(const PrometheusAnswer &answer)
{
    QList<Sample> samples;
    const Instant at = answer.at - m_offset;
    std::map<EntityId, PrometheusNode> sums; // by site
    forgetFigures();                         // what is not told now is not known
    m_nodesAt = m_targetsAt;
    const auto sample = [&](const EntityId &id, const char *metric, double value, bool isKnown) {
        if (isKnown)
            samples.append({id, QLatin1String(metric), at, value});
    };
    for (const auto &[key, node] : readPrometheusNodes(answer, m_sites)) {
        const auto target = m_targets.find(key);
        if (target == m_targets.end())
            continue; // figures of nothing that we know of
        PrometheusNode &known = m_nodes[key];
        const QString name = node.name.isEmpty() ? known.name : node.name;
        const QString platform = node.platform.isEmpty() ? known.platform : node.platform;
        known = node;
        known.name = name;
        known.platform = platform;
        m_nodeKeys.insert(key);
        const EntityId id = EntityId::of(m_config.id, "node", key);
        sample(id, "cpu.cores", node.cpu.used, node.cpu.total > 0);
        sample(id, "memory.bytes", node.memory.used, node.memory.total > 0);
        sample(id, "storage.bytes", node.storage.used, node.storage.total > 0);
        sample(id, "load1", node.load1, node.load1 >= 0);
        PrometheusNode &sum = sums[target->second.site->id];
        addUp(sum.cpu, node.cpu);
        addUp(sum.memory, node.memory);
    }
    for (const auto &[site, sum] : sums) {
        sample(site, "cpu.cores", sum.cpu.used, sum.cpu.total > 0);
        sample(site, "memory.bytes", sum.memory.used, sum.memory.total > 0);
    }
    classify();
    return samples;
}

bool PrometheusInventory::hasProbes() const
{
    return !m_probeKeys.isEmpty();
}

bool PrometheusInventory::hasNodes() const
{
    return !m_nodeKeys.isEmpty();
}

int PrometheusInventory::idleProbes() const
{
    return int(std::count_if(m_targets.begin(), m_targets.end(), [](const auto &entry) {
        return entry.second.kind == PrometheusTarget::Kind::Probe &&
               entry.second.state == PrometheusTarget::State::Down;
    }));
}

EntityId PrometheusInventory::standsAt() const
{
    return m_told.sites.contains(m_sites.home().id) ? m_sites.home().id : EntityId();
}

FleetDelta PrometheusInventory::all(Instant now)
{
    m_told = FleetTables();
    return changes(now);
}

FleetDelta PrometheusInventory::changes(Instant now)
{
    PrometheusFacts facts(m_config, m_feed);
    for (const auto &[key, target] : m_targets) {
        const auto machine = m_nodes.find(key);
        facts.add(key, target, machine == m_nodes.end() ? nullptr : &machine->second);
    }
    for (const auto &[key, target] : m_targets)
        facts.addVantage(target);
    facts.addServices(m_targets, m_told.placements, now);
    facts.addLinks(m_probes.links());
    facts.judgeSites(m_probes.counts(), m_sites.home().id);
    return facts.tellTo(m_told);
}

} // namespace graticule
