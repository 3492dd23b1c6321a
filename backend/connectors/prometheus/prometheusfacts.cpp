// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/prometheus/prometheusfacts.h"

#include "backend/connectors/prometheus/prometheussites.h"
#include "backend/domain/saying.h"

namespace graticule {
namespace {

using State = PrometheusTarget::State;

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

} // namespace

void PrometheusFacts::add(const QString &key, const PrometheusTarget &target, const PrometheusNode *machine)
{
    Site &site = at(*target.site);
    if (target.kind == PrometheusTarget::Kind::Probe)
        return;
    Tally &tally = m_targets[site.id];
    ++tally.all;
    tally.up += target.state == State::Up ? 1 : 0;
    tally.down += target.state == State::Down ? 1 : 0;
    if (target.kind == PrometheusTarget::Kind::Node)
        addNode(key, target, machine, site);
}

void PrometheusFacts::addVantage(const PrometheusTarget &target)
{
    if (target.kind == PrometheusTarget::Kind::Probe)
        at(*target.vantage);
}

void PrometheusFacts::addNode(const QString &key, const PrometheusTarget &target, const PrometheusNode *machine,
                              Site &site)
{
    Node node;
    node.id = EntityId::of(m_config.id, "node", key);
    node.site = site.id;
    node.feed = m_feed;
    node.name = PrometheusSites::hostOf(target.labels);
    node.labels = target.labels;
    node.origin = m_config.origin;
    if (machine) {
        if (!machine->name.isEmpty())
            node.name = machine->name;
        node.platform = machine->platform;
    }
    if (target.state == State::Up && machine) {
        node.cpu = machine->cpu;
        node.memory = machine->memory;
        node.storage = machine->storage;
        node.load1 = machine->load1;
        node.bootedAt = machine->bootedAt;
        addUp(site.cpu, node.cpu);
        addUp(site.memory, node.memory);
        addUp(site.storage, node.storage);
    }
    if (target.state == State::Up) {
        node.condition = Condition::Up;
    } else if (target.state == State::Down) {
        node.condition = Condition::Down;
        node.conditionText = phrase("phrase.not-scraped");
    } else if (target.isSilent) {
        node.conditionText = phrase("phrase.no-metrics");
    }
    m_nodes.insert_or_assign(node.id, node);
}

void PrometheusFacts::addServices(const std::map<QString, PrometheusTarget> &targets,
                                  const Table<Placement> &toldBefore, Instant now)
{
    struct Here
    {
        Placement placement;
        QStringList silent;
        bool isSeen = false;
    };
    std::map<EntityId, Here> all;
    for (const auto &[key, target] : targets) {
        if (target.kind != PrometheusTarget::Kind::Service)
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
        m_services.try_emplace(service.id, service);
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
        if (const Placement *before = toldBefore.find(id))
            placement.since = before->health == placement.health ? before->since : now;
        m_placements.emplace(id, placement);
    }
}

void PrometheusFacts::addLinks(const std::vector<Link> &links)
{
    for (const Link &link : links) {
        if (m_sites.contains(link.from) && m_sites.contains(link.to))
            m_links.emplace(link.id, link);
    }
}

void PrometheusFacts::judgeSites(const QHash<EntityId, PrometheusProbes::Count> &probes, const EntityId &home)
{
    for (auto &[id, site] : m_sites) {
        const Tally tally = m_targets.value(id);
        const PrometheusProbes::Count probed = probes.value(id);
        site.feeds = {m_feed};
        site.origin = m_config.origin;
        if (tally.up > 0 || probed.answered > 0 || id == home)
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

FleetDelta PrometheusFacts::tellTo(FleetTables &told) const
{
    FleetDelta delta;
    tell(m_sites, told.sites, delta.sites);
    tell(m_nodes, told.nodes, delta.nodes);
    tell(m_services, told.services, delta.services);
    tell(m_placements, told.placements, delta.placements);
    tell(m_links, told.links, delta.links);
    return delta;
}

} // namespace graticule
