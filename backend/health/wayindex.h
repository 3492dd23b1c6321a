// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/health/healthmemory.h"

namespace graticule {

/// The part of HealthIndex that keeps what is measured from where to where, what each vantage point reaches, and which
/// places contradict each other. It is told what changed in a step, then brings the memory up to it; costs in
/// proportion to that, and to the targets of a vantage point of which one changed its mind.
class WayIndex
{
public:
    /// Both outlive it.
    WayIndex(HealthMemory &memory, const HealthThresholds &thresholds)
        : m_memory(memory)
        , m_thresholds(thresholds)
    {
    }

    void linkChanged(const Link *was, const Link *is);
    /// Its sight or its age.
    void feedChanged(const EntityId &feed) { m_feeds.insert(feed); }
    /// Its name or its place.
    void siteChanged(const EntityId &site) { m_sites.insert(site); }
    void connectionChanged(const Connection *was, const Connection *is);
    /// After all of them. Adds to @p touched who must be judged anew.
    void update(const FleetTables &tables, Instant now, QSet<EntityId> &touched);

private:
    using Way = HealthMemory::Way;
    void mark(const EntityId &from, const EntityId &to) { m_dirty[to].insert(from); }
    void markAround(const EntityId &site, QSet<EntityId> &touched);
    void refresh(const EntityId &from, const EntityId &to, const FleetTables &tables, Instant now,
                 QSet<EntityId> &touched);
    void weigh(Way &way, const FleetTables &tables, Instant now);
    double beyondKm(const EntityId &from, const EntityId &to, double rttMs, const FleetTables &tables) const;
    void contradict(const EntityId &from, const EntityId &to, const FleetTables &tables, QSet<EntityId> &touched);
    void setContradictor(const EntityId &site, const EntityId &other, double km, QSet<EntityId> &touched);
    void weighHost(const EntityId &host);
    void concludeOwn(QSet<EntityId> &touched);

    HealthMemory &m_memory;
    const HealthThresholds &m_thresholds;
    QHash<EntityId, QSet<EntityId>> m_dirty;    // ways by their end
    QHash<EntityId, Vantage::Standing> m_moved; // vantage points: as they stood before
    QSet<EntityId> m_feeds;
    QSet<EntityId> m_sites;
    QSet<EntityId> m_hosts;
    QSet<EntityId> m_recounted; // sites that more or fewer contradict
};

} // namespace graticule
