// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/health/healthmemory.h"
#include "backend/health/wayindex.h"

namespace graticule {

/// Brings a HealthMemory up to new facts, and says which sites must be judged again.
class HealthIndex
{
public:
    /// Both outlive it.
    HealthIndex(HealthMemory &memory, const HealthThresholds &thresholds)
        : m_memory(memory)
        , m_thresholds(thresholds)
        , m_ways(memory, thresholds)
    {
    }

    /// Takes @p tables as the facts of @p now.
    void update(const FleetTables &tables, Instant now);
    /// Sites to be judged again; some of them may be gone.
    const QSet<EntityId> &touched() const { return m_touched; }

private:
    void takeSites(const FleetTables &tables);
    void takeParts(const FleetTables &tables);
    void takeLinks(const FleetTables &tables, Instant now);
    void takeNames(const FleetTables &tables);
    void takeFeeds(const FleetTables &tables, Instant now);
    void takeLink(const Link &link, bool isThere, bool isBad);
    void turnLinks(const FleetTables &tables, Instant now);
    void uniteFeeds(const EntityId &connection, QSet<EntityId> &feeds, int depth = 0) const;
    void look(const EntityId &feed, const FleetTables &tables, Instant now);
    void awaitEchoes(const EntityId &feed, const FleetTables &tables, Instant now);

    HealthMemory &m_memory;
    const HealthThresholds &m_thresholds;
    WayIndex m_ways;
    QSet<EntityId> m_touched;
    QSet<EntityId> m_recounted; // sites whose number of links or of bad links changed
};

} // namespace graticule
