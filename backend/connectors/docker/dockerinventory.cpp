// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/docker/dockerinventory.h"

#include "backend/connectors/tell.h"
#include "backend/places/labelkeys.h"

#include <algorithm>

namespace graticule {
namespace {

/// Offsets below this are the network's and the clock's ordinary noise; following them would change every time we show.
constexpr Milliseconds kClockNoise{2000};

template<class T> void untellOthers(Table<T> &told, Changes<T> &changes, const EntityId &id)
{
    std::vector<EntityId> others;
    told.forEach([&](const T &item) {
        if (item.id != id)
            others.push_back(item.id);
    });
    for (const EntityId &other : others)
        untell(told, changes, other);
}

void keepDetails(DockerContainer &listed, const DockerContainer &known)
{
    if (!known.inspected || known.state != listed.state || known.exitCode != listed.exitCode)
        return;
    listed.inspected = true;
    listed.outOfMemory = known.outOfMemory;
    listed.restarts = known.restarts;
    listed.failedChecks = listed.check == known.check ? known.failedChecks : 0;
    listed.restartPolicy = known.restartPolicy;
    listed.created = known.created;
    listed.startedAt = known.startedAt;
    listed.finishedAt = known.finishedAt;
}

} // namespace

DockerInventory::DockerInventory(const EntityId &connection, Origin origin, Labels declared,
                                 const SiteResolver &resolver)
    : m_resolver(resolver)
{
    m_home.connection = connection;
    m_home.origin = origin;
    m_home.declared = std::move(declared);
    m_home.feed = EntityId::of(connection, "feed", QStringLiteral("inventory"));
}

void DockerInventory::setEngine(const DockerEngine &engine, const QString &product)
{
    if (m_engine.id != engine.id) {
        list({});
        listVolumes({});
        m_usage.reset();
    }
    m_engine = engine;
    m_platform = product + QStringLiteral(", ") + engine.system;
    m_dirtyEngine = true;
    const EntityId site = m_home.site.id;
    m_home.site = dockerSite(m_home, m_engine, m_resolver);
    if (m_home.site.id != site)
        touchAll(); // everything names its site
}

void DockerInventory::setUsage(const EngineUsage &usage)
{
    m_usage = usage;
    m_dirtyEngine = true;
}

void DockerInventory::list(std::vector<DockerContainer> containers)
{
    QSet<QString> gone(m_containers.keyBegin(), m_containers.keyEnd());
    for (DockerContainer &container : containers) {
        gone.remove(container.id);
        if (const auto known = m_containers.constFind(container.id); known != m_containers.cend())
            keepDetails(container, *known);
        put(container);
    }
    for (const QString &id : std::as_const(gone))
        removeContainer(id);
}

void DockerInventory::put(const DockerContainer &told)
{
    DockerContainer container = told;
    container.added = m_resolver.added(told.labels);
    if (const QString same = m_resolver.sameService(serviceOf(container, m_home.connection).id); !same.isEmpty())
        container.added.insert(labelkeys::kService, same); // no label says what it is
    const ServiceName name = serviceOf(container, m_home.connection);
    const QString id = container.id;
    if (m_placementOf.value(id) != name.placement) { // also when it is renamed
        leaveService(id);
        m_placementOf.insert(id, name.placement);
        ServiceHere &service = m_services[name.placement];
        service.name = name;
        service.containers.insert(id);
    }
    m_dirtyPlacements.insert(name.placement);
    m_containers.insert(id, container);
}

void DockerInventory::leaveService(const QString &container)
{
    const EntityId placement = m_placementOf.take(container);
    const auto service = m_services.find(placement);
    if (service == m_services.end())
        return;
    service->containers.remove(container);
    m_dirtyPlacements.insert(placement);
}

void DockerInventory::removeContainer(const QString &id)
{
    leaveService(id);
    m_containers.remove(id);
    m_stopAsked.remove(id);
}

void DockerInventory::noteStop(const QString &id, bool asked)
{
    if (asked && m_containers.contains(id))
        m_stopAsked.insert(id);
    else
        m_stopAsked.remove(id);
}

void DockerInventory::listVolumes(const std::vector<DockerVolume> &volumes)
{
    QSet<QString> gone(m_volumes.keyBegin(), m_volumes.keyEnd());
    for (const DockerVolume &volume : volumes) {
        gone.remove(volume.name);
        put(volume);
    }
    for (const QString &name : std::as_const(gone))
        removeVolume(name);
}

void DockerInventory::put(const DockerVolume &told)
{
    DockerVolume volume = told;
    volume.added = m_resolver.added(told.labels);
    removeVolume(volume.name); // made anew under the same name, it may be of another asset
    touch(volume);
    m_assets[dockerAssetId(m_home, volume)].insert(volume.name);
    m_volumes.insert(volume.name, volume);
}

void DockerInventory::removeVolume(const QString &name)
{
    const auto volume = m_volumes.constFind(name);
    if (volume == m_volumes.cend())
        return;
    touch(*volume);
    m_assets[dockerAssetId(m_home, *volume)].remove(name);
    m_volumes.erase(volume);
}

void DockerInventory::touch(const DockerVolume &volume)
{
    m_dirtyVolumes.insert(volume.name);
    m_dirtyAssets.insert(dockerAssetId(m_home, volume));
}

void DockerInventory::touchAll()
{
    m_dirtyEngine = true;
    m_dirtyPlacements.unite(QSet<EntityId>(m_services.keyBegin(), m_services.keyEnd()));
    for (const DockerVolume &volume : std::as_const(m_volumes))
        touch(volume);
}

QStringList DockerInventory::needInspection() const
{
    QStringList ids;
    for (const DockerContainer &container : m_containers) {
        const bool failed = container.state == ContainerState::Exited && container.exitCode != 0;
        if (!container.inspected &&
            (failed || container.state == ContainerState::Restarting || container.check == HealthCheck::Unhealthy))
            ids.append(container.id);
    }
    return ids;
}

std::vector<OwnLabels> DockerInventory::ownLabels() const
{
    std::vector<OwnLabels> result;
    result.reserve(size_t(m_containers.size() + m_volumes.size()));
    for (const DockerContainer &container : m_containers) {
        DockerContainer own = container;
        own.added.clear();
        const ServiceName name = serviceOf(own, m_home.connection);
        result.push_back({name.id, OwnLabels::Kind::Service, name.name, serviceOf(container, m_home.connection).name,
                          container.labels});
    }
    for (const DockerVolume &volume : m_volumes) {
        DockerVolume own = volume;
        own.added.clear();
        const Asset asset = dockerAsset(m_home, own);
        result.push_back(
            {asset.id, OwnLabels::Kind::Asset, asset.name, dockerAsset(m_home, volume).name, asset.labels});
    }
    return result;
}

FleetDelta DockerInventory::all(Instant now)
{
    m_told = FleetTables();
    touchAll();
    return changes(now);
}

FleetDelta DockerInventory::changes(Instant now)
{
    FleetDelta delta;
    if (m_engine.id.isEmpty())
        return delta;
    if (std::exchange(m_dirtyEngine, false))
        tellEngine(delta);
    const QSet<EntityId> placements = std::exchange(m_dirtyPlacements, {}) + std::exchange(m_passing, {});
    for (const EntityId &placement : placements)
        tellService(placement, now, delta);
    const QSet<QString> volumes = std::exchange(m_dirtyVolumes, {});
    for (const QString &name : volumes)
        tellVolume(name, delta);
    const QSet<EntityId> assets = std::exchange(m_dirtyAssets, {});
    for (const EntityId &asset : assets)
        tellAsset(asset, delta);
    return delta;
}

void DockerInventory::tellEngine(FleetDelta &delta)
{
    Site site = m_home.site;
    Node node = dockerNode(m_home, m_engine, m_platform);
    if (m_usage) { // until then a total alone would read as "nothing is used"
        node.cpu = site.cpu = {m_usage->cpuCores, double(m_engine.cpus)};
        node.memory = site.memory = {m_usage->memory, m_engine.memory};
    }
    // The engine behind the address may be another one, or its labels may name another site now.
    untellOthers(m_told.sites, delta.sites, site.id);
    untellOthers(m_told.nodes, delta.nodes, node.id);
    tell(m_told.sites, delta.sites, std::move(site));
    tell(m_told.nodes, delta.nodes, std::move(node));
}

void DockerInventory::tellService(const EntityId &placement, Instant now, FleetDelta &delta)
{
    const auto service = m_services.find(placement);
    if (service == m_services.end())
        return;
    if (!service->containers.isEmpty()) {
        tellPlacement(*service, now, delta);
        return;
    }
    untell(m_told.services, delta.services, service->name.id);
    untell(m_told.placements, delta.placements, placement);
    m_services.erase(service);
}

void DockerInventory::tellPlacement(const ServiceHere &service, Instant now, FleetDelta &delta)
{
    std::vector<const DockerContainer *> containers;
    for (const QString &id : service.containers)
        containers.push_back(&*m_containers.constFind(id));
    std::sort(containers.begin(), containers.end(), [](auto *a, auto *b) { return a->id < b->id; });
    const Milliseconds offset = std::chrono::abs(m_clockOffset) < kClockNoise ? Milliseconds(0) : m_clockOffset;
    const ServiceVerdict verdict = judge(containers, m_stopAsked, now + offset);
    if (verdict.passing)
        m_passing.insert(service.name.placement);
    Placement placement = dockerPlacement(m_home, service.name, containers, verdict);
    const Placement *before = m_told.placements.find(placement.id);
    const Instant byEngine = verdict.since == kNever ? kNever : std::min(now, verdict.since - offset);
    if (before && before->health == placement.health)
        placement.since = before->since == kNever ? byEngine : before->since;
    else
        placement.since = before ? now : byEngine;
    tell(m_told.services, delta.services, dockerService(m_home, service.name, containers));
    tell(m_told.placements, delta.placements, std::move(placement));
}

void DockerInventory::tellVolume(const QString &name, FleetDelta &delta)
{
    if (const auto volume = m_volumes.constFind(name); volume != m_volumes.cend())
        tell(m_told.replicas, delta.replicas, dockerReplica(m_home, *volume));
    else
        untell(m_told.replicas, delta.replicas, EntityId::of(m_home.connection, "replica", name));
}

void DockerInventory::tellAsset(const EntityId &asset, FleetDelta &delta)
{
    const QSet<QString> volumes = m_assets.value(asset);
    if (volumes.isEmpty()) {
        m_assets.remove(asset);
        untell(m_told.assets, delta.assets, asset);
        return;
    }
    // Several volumes may declare one asset; the first by name describes it.
    const QString first = *std::min_element(volumes.begin(), volumes.end());
    tell(m_told.assets, delta.assets, dockerAsset(m_home, m_volumes.value(first)));
}

} // namespace graticule
