// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/lab/labworld.h"

#include <algorithm>

namespace graticule {
namespace {

constexpr qint64 kTickMs = 1000;

LabFleet build(const LabOptions &options, Instant start)
{
    const auto clouds = CloudRegions::builtIn();
    return buildLabFleet(options, *clouds, *Gazetteer::builtIn(), *RttModel::builtIn(*clouds), start);
}

} // namespace

LabWorld::LabWorld(const LabOptions &options, Instant start)
    : m_options(options)
    , m_dice(options.seed)
    , m_fleet(build(options, start))
    , m_down(m_fleet.sites.size())
    , m_cut(m_fleet.links.size())
    , m_slow(m_fleet.links.size())
    , m_lagSince(m_fleet.replicas.size())
{
}

LabWorld::LabWorld(const LabOptions &options, const CloudRegions &clouds, const Gazetteer &cities, const RttModel &rtt,
                   Instant start)
    : m_options(options)
    , m_dice(options.seed)
    , m_fleet(buildLabFleet(options, clouds, cities, rtt, start))
    , m_down(m_fleet.sites.size())
    , m_cut(m_fleet.links.size())
    , m_slow(m_fleet.links.size())
    , m_lagSince(m_fleet.replicas.size())
{
}

int LabWorld::regionIndex(const QString &keyOrName) const
{
    for (int r = 0; r < kLabRegionCount; ++r) {
        const LabRegion &region = m_fleet.regions[size_t(r)];
        for (const QString &name : {region.key, region.name, region.connection.toString()}) {
            if (name.compare(keyOrName, Qt::CaseInsensitive) == 0)
                return r;
        }
    }
    return -1;
}

FleetDelta LabWorld::listing(int region, Instant now)
{
    LabStep unused;
    const LabFleet::Part &part = m_fleet.parts[size_t(region)];
    wobble(region, now);
    for (int i = part.sites.begin; i < part.sites.end; ++i)
        refreshSite(i, now, unused);
    for (int i = part.replicas.begin; i < part.replicas.end; ++i)
        refreshReplica(i, now, unused);
    for (int i = part.links.begin; i < part.links.end; ++i)
        refreshLink(i, now, unused);
    const int wobbling = m_pending[size_t(region)].wobbling;
    m_pending[size_t(region)] = {{}, {}, {}, wobbling, toMs(now) / kTickMs};

    FleetDelta all;
    const auto take = [](auto &changes, const auto &entries, LabRange range) {
        changes.upserted.reserve(size_t(range.size()));
        for (int i = range.begin; i < range.end; ++i)
            changes.upserted.push_back(entries[size_t(i)].now);
    };
    take(all.sites, m_fleet.sites, part.sites);
    take(all.nodes, m_fleet.nodes, part.nodes);
    take(all.placements, m_fleet.placements, part.placements);
    take(all.replicas, m_fleet.replicas, part.replicas);
    take(all.links, m_fleet.links, part.links);
    for (int i : part.services)
        all.services.upserted.push_back(m_fleet.services[size_t(i)]);
    for (int i : part.assets)
        all.assets.upserted.push_back(m_fleet.assets[size_t(i)].value);
    return all;
}

LabStep LabWorld::step(int region, Instant now)
{
    LabStep step;
    takeDue(region, now);
    wobble(region, now);
    Pending &pending = m_pending[size_t(region)];
    for (int i : pending.sites)
        refreshSite(i, now, step);
    for (int i : pending.replicas)
        refreshReplica(i, now, step);
    for (int i : pending.links)
        refreshLink(i, now, step);
    pending.sites.clear();
    pending.replicas.clear();
    pending.links.clear();
    return step;
}

FleetTables LabWorld::tables(Instant now)
{
    FleetTables tables;
    for (int r = 0; r < kLabRegionCount; ++r) {
        tables.apply(listing(r, now));
        const LabRegion &region = m_fleet.regions[size_t(r)];
        Connection connection;
        connection.id = region.connection;
        connection.name = region.name;
        connection.type = QStringLiteral("lab");
        connection.address = QStringLiteral("lab:") + region.key;
        connection.state = ConnectionState::Live;
        connection.since = now;
        connection.lastSeen = now;
        connection.origin = Origin::Lab;
        tables.connections.insert(std::move(connection));
        Feed feed;
        feed.id = region.feed;
        feed.connection = region.connection;
        feed.name = QStringLiteral("inventory");
        feed.since = now;
        feed.observedAt = now;
        feed.complete = true;
        tables.feeds.insert(std::move(feed));
    }
    return tables;
}

FleetDelta LabWorld::step(Instant now)
{
    FleetDelta all;
    for (int r = 0; r < kLabRegionCount; ++r) {
        FleetDelta delta = step(r, now).delta;
        forEachKind(
            [](auto &into, auto &part) {
                into.upserted.insert(into.upserted.end(), part.upserted.begin(), part.upserted.end());
            },
            all, delta);
    }
    return all;
}

Result<Done> LabWorld::inject(const QString &kind, const QString &target, Instant now,
                              const QMap<QString, QString> &arguments)
{
    Result<LabFault> read = readLabFault(m_fleet, kind, target, arguments);
    if (!read)
        return read.error();
    LabFault fault = std::move(read).value();
    fault.since = now;
    const auto known = std::find_if(m_faults.begin(), m_faults.end(), [&](const LabFault &other) {
        return other.kind == fault.kind && other.id == fault.id && other.affected == fault.affected;
    });
    if (known != m_faults.end() && known->clockOffset == fault.clockOffset)
        return Done();
    if (known != m_faults.end()) {
        setFault(*known, -1);
        m_faults.erase(known);
    }
    setFault(fault, +1);
    m_faults.push_back(std::move(fault));
    if (m_faultsChanged)
        m_faultsChanged();
    return Done();
}

Result<Done> LabWorld::heal(const QString &target)
{
    const auto isMeant = [&](const LabFault &fault) {
        return target == QLatin1String("all") || fault.id == EntityId(target) ||
               fault.target.compare(target, Qt::CaseInsensitive) == 0;
    };
    // By what it is called; else by what that would mean to inject().
    const auto isMeantWidely = [&](const LabFault &fault) {
        const Result<LabFault> same = readLabFault(m_fleet, nameOf(fault.kind), target);
        return same && same->affected == fault.affected;
    };
    const bool anyCalledSo = std::any_of(m_faults.begin(), m_faults.end(), isMeant);
    std::vector<LabFault> kept;
    QStringList others;
    for (const LabFault &fault : m_faults) {
        if (anyCalledSo ? isMeant(fault) : isMeantWidely(fault)) {
            setFault(fault, -1);
        } else {
            kept.push_back(fault);
            others.append(nameOf(fault.kind) + u' ' + fault.target);
        }
    }
    if (kept.size() == m_faults.size() && target != QLatin1String("all")) {
        const QString list = others.isEmpty() ? QStringLiteral("none") : others.join(QStringLiteral(", "));
        return Error{
            ErrorKind::NotFound, Fault::Input,
            QStringLiteral("There is no fault at \"%1\" in the lab. Faults now: %2.").arg(target.left(60), list),
            std::nullopt};
    }
    const bool changed = kept.size() != m_faults.size();
    m_faults = std::move(kept);
    for (const LabFault &fault : m_faults) { // two faults may have met at one copy or one clock
        if (fault.kind == LabFaultKind::ReplicaLag || fault.kind == LabFaultKind::ClockWrong)
            setFault(fault, +1);
    }
    if (changed && m_faultsChanged)
        m_faultsChanged();
    return Done();
}

void LabWorld::setFault(const LabFault &fault, int by)
{
    for (int i : fault.affected) {
        const size_t index = size_t(i);
        switch (fault.kind) {
        case LabFaultKind::SiteDown:
            m_down[index] = quint8(m_down[index] + by);
            touchSite(i);
            break;
        case LabFaultKind::LinkCut:
            m_cut[index] = quint8(m_cut[index] + by);
            pendingOf(m_fleet.links[index].from).links.insert(i);
            break;
        case LabFaultKind::LinkSlow:
            m_slow[index] = quint8(m_slow[index] + by);
            pendingOf(m_fleet.links[index].from).links.insert(i);
            break;
        case LabFaultKind::ReplicaLag:
            m_lagSince[index] = by > 0 ? toMs(fault.since) : 0;
            pendingOf(m_fleet.replicas[index].site).replicas.insert(i);
            break;
        case LabFaultKind::EndpointFrozen:
            m_frozen[index] += by;
            break;
        case LabFaultKind::ClockWrong:
            m_clockOffsets[index] = by > 0 ? fault.clockOffset : Milliseconds(0);
            break;
        }
    }
}

void LabWorld::touchSite(int site)
{
    pendingOf(site).sites.insert(site);
    for (int i : m_fleet.sites[size_t(site)].links)
        pendingOf(m_fleet.links[size_t(i)].from).links.insert(i);
}

} // namespace graticule
