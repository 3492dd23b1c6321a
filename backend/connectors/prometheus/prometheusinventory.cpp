// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/prometheus/prometheusinventory.h"

#include "backend/connectors/prometheus/prometheusqueries.h"
#include "backend/domain/saying.h"

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
const QLatin1String kServiceLabel("graticule_dev_service");

/// What is new or different in @p now against @p told, and what is gone; @p told is then as @p now.
template<class T> void tell(const std::map<EntityId, T> &now, Table<T> &told, Changes<T> &changes)
{
    for (const auto &[id, item] : now) {
        const T *before = told.find(id);
        if (before && *before == item)
            continue;
        changes.upsert(item);
        told.insert(changes.upserted.back());
    }
    if (told.size() == qsizetype(now.size()))
        return;
    told.forEach([&](const T &item) {
        if (!now.contains(item.id))
            changes.removed.push_back(item.id);
    });
    for (const EntityId &id : changes.removed)
        told.remove(id);
}

void add(Usage &sum, const Usage &part)
{
    sum.used += part.used;
    sum.total += part.total;
}

} // namespace

struct PrometheusInventory::Facts
{
    struct Tally
    {
        int all = 0;
        int up = 0;
        int down = 0;
    };
    std::map<EntityId, Site> sites;
    std::map<EntityId, Node> nodes;
    std::map<EntityId, Service> services;
    std::map<EntityId, Placement> placements;
    std::map<EntityId, Link> links;
    QHash<EntityId, Tally> targets; ///< by site

    Site &at(const Site &site) { return sites.try_emplace(site.id, site).first->second; }
};

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
        Target &target = m_targets[key];
        if (!seen.contains(key)) {
            seen.insert(key);
            Labels labels = series.labels;
            labels.remove(kName);
            if (!target.site || target.labels != labels) {
                target.labels = labels;
                target.site = &m_sites.of(labels);
                target.vantage = &m_sites.vantageOf(labels);
            }
            target.state = State::Unknown;
            target.seen = now;
            target.isSilent = false;
        }
        if (name == QLatin1String("probe_success"))
            m_probeKeys.insert(key);
        if (name != QLatin1String("up") || std::isnan(series.value()))
            continue;
        // Of several that we cannot tell apart, each must be up.
        const State said = series.value() > 0 ? State::Up : State::Down;
        if (said == State::Down || target.state == State::Unknown)
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
        if (target.kind == Kind::Probe && (target.state == State::Down || target.isSilent))
            m_probes.forget(key); // what it last said tells of no link
    }
}

/// What is gone, after a while: all that is known by its key.
void PrometheusInventory::forget(bool isPartial, const QSet<QString> &seen, Instant now)
{
    for (auto it = m_targets.begin(); it != m_targets.end();) {
        Target &target = it->second;
        if (!seen.contains(it->first) && !(isPartial && now - target.seen < kPartial)) {
            target.state = State::Unknown;
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
bool PrometheusInventory::isProbe(const Target &target) const
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
            target.kind = Kind::Probe;
        else if (m_nodeKeys.contains(key) || m_nodeJobs.contains(target.labels.value(kJob)))
            target.kind = Kind::Node;
        else
            target.kind = Kind::Service;
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
        add(sum.cpu, node.cpu);
        add(sum.memory, node.memory);
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
        return entry.second.kind == Kind::Probe && entry.second.state == State::Down;
    }));
}

EntityId PrometheusInventory::standsAt() const
{
    return m_told.sites.contains(m_sites.home().id) ? m_sites.home().id : EntityId();
}

void PrometheusInventory::addNode(const QString &key, const Target &target, Site &site, Facts &facts) const
{
    Node node;
    node.id = EntityId::of(m_config.id, "node", key);
    node.site = site.id;
    node.feed = m_feed;
    node.name = PrometheusSites::hostOf(target.labels);
    node.labels = target.labels;
    node.origin = m_config.origin;
    const auto known = m_nodes.find(key);
    if (known != m_nodes.end()) {
        if (!known->second.name.isEmpty())
            node.name = known->second.name;
        node.platform = known->second.platform;
    }
    if (target.state == State::Up && known != m_nodes.end()) {
        node.cpu = known->second.cpu;
        node.memory = known->second.memory;
        node.storage = known->second.storage;
        node.load1 = known->second.load1;
        node.bootedAt = known->second.bootedAt;
        add(site.cpu, node.cpu);
        add(site.memory, node.memory);
        add(site.storage, node.storage);
    }
    if (target.state == State::Up) {
        node.condition = Condition::Up;
    } else if (target.state == State::Down) {
        node.condition = Condition::Down;
        node.conditionText = phrase("phrase.not-scraped");
    } else if (target.isSilent) {
        node.conditionText = phrase("phrase.no-metrics");
    }
    facts.nodes.insert_or_assign(node.id, node);
}

void PrometheusInventory::addServices(Instant now, Facts &facts)
{
    struct Here
    {
        Placement placement;
        QStringList silent;
        bool isSeen = false;
    };
    std::map<EntityId, Here> all;
    for (const auto &[key, target] : m_targets) {
        if (target.kind != Kind::Service)
            continue;
        const QString job = target.labels.value(kJob);
        const QString declared = target.labels.value(kServiceLabel);
        Service service;
        service.id =
            declared.isEmpty() ? EntityId::of(m_config.id, "service", job) : EntityId::declared("service", declared);
        service.name = declared.isEmpty() ? job : declared;
        service.origin = m_config.origin;
        const EntityId &site = target.site->id;
        const QString whose = declared.isEmpty() ? job : service.id.toString(); // a job may be called the same
        Here &here = all[EntityId::of(m_config.id, "placement", whose + QLatin1Char('@') + site.toString())];
        here.placement.service = service.id;
        here.placement.site = site;
        facts.services.try_emplace(service.id, service);
        if (target.state == State::Unknown) // gone: as when there are fewer instances of it now
            continue;
        if (!std::exchange(here.isSeen, true))
            here.placement.desired = here.placement.ready = 0;
        ++here.placement.desired;
        if (target.state == State::Up)
            ++here.placement.ready;
        else
            here.silent.append(target.labels.value(kInstance));
    }
    for (auto &[id, here] : all) {
        Placement &placement = here.placement;
        placement.id = id;
        placement.feed = m_feed;
        placement.origin = m_config.origin;
        if (here.isSeen)
            placement.health = here.silent.isEmpty() ? Health::Healthy : Health::Unhealthy;
        if (!here.silent.isEmpty()) {
            here.silent.sort();
            placement.healthText = phrase("phrase.not-scraped-at", {here.silent.mid(0, 3).join(QStringLiteral(", "))});
        } else if (!here.isSeen) {
            placement.healthText = phrase("phrase.no-metrics");
        }
        if (const Placement *before = m_told.placements.find(id))
            placement.since = before->health == placement.health ? before->since : now;
        facts.placements.emplace(id, placement);
    }
}

void PrometheusInventory::judgeSites(Facts &facts) const
{
    const QHash<EntityId, PrometheusProbes::Count> probes = m_probes.counts();
    for (auto &[id, site] : facts.sites) {
        const Facts::Tally tally = facts.targets.value(id);
        const PrometheusProbes::Count probed = probes.value(id);
        site.feeds = {m_feed};
        site.origin = m_config.origin;
        if (tally.up > 0 || probed.answered > 0 || id == m_sites.home().id)
            site.condition = Condition::Up; // what is down there, nodes and placements say
        if (tally.down > 0 && tally.up == 0) {
            // Something there answers all the same; or nothing does.
            site.condition = site.condition == Condition::Up ? Condition::Degraded : Condition::Down;
            site.conditionText = tally.down == 1 ? phrase("phrase.only-target")
                                                 : phrase("phrase.no-target-scraped", {QString::number(tally.down)});
        } else if (probed.answered > 0 && probed.answered < probed.all) {
            site.condition = Condition::Degraded;
            site.conditionText = phrase("phrase.probes-unanswered",
                                        {QString::number(probed.all - probed.answered), QString::number(probed.all),
                                         probed.silent.mid(0, 3).join(QStringLiteral(", "))});
        }
    }
}

PrometheusInventory::Facts PrometheusInventory::facts(Instant now)
{
    Facts facts;
    for (const auto &[key, target] : m_targets) {
        Site &site = facts.at(*target.site);
        if (target.kind == Kind::Probe)
            continue;
        Facts::Tally &tally = facts.targets[site.id];
        ++tally.all;
        tally.up += target.state == State::Up ? 1 : 0;
        tally.down += target.state == State::Down ? 1 : 0;
        if (target.kind == Kind::Node)
            addNode(key, target, site, facts);
    }
    for (const auto &[key, target] : m_targets) {
        if (target.kind == Kind::Probe)
            facts.at(*target.vantage);
    }
    addServices(now, facts);
    for (const Link &link : m_probes.links()) {
        if (facts.sites.contains(link.from) && facts.sites.contains(link.to))
            facts.links.emplace(link.id, link);
    }
    judgeSites(facts);
    return facts;
}

FleetDelta PrometheusInventory::all(Instant now)
{
    m_told = FleetTables();
    return changes(now);
}

FleetDelta PrometheusInventory::changes(Instant now)
{
    const Facts said = facts(now);
    FleetDelta delta;
    tell(said.sites, m_told.sites, delta.sites);
    tell(said.nodes, m_told.nodes, delta.nodes);
    tell(said.services, m_told.services, delta.services);
    tell(said.placements, m_told.placements, delta.placements);
    tell(said.links, m_told.links, delta.links);
    return delta;
}

} // namespace graticule
