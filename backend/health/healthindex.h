// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/health/healthmemory.h"

namespace graticule {

/// Brings a HealthMemory up to new facts, and says which sites must be judged again.
class HealthIndex
{
public:
    explicit HealthIndex(HealthMemory &memory)
        : m_memory(memory)
    {
    }

    /// Takes @p tables as the facts of @p now.
    void update(const FleetTables &tables, Instant now);
    /// Sites to be judged again; some of them may be gone.
    const QSet<EntityId> &touched() const { return m_touched; }

private:
    void takeSites(const FleetTables &tables);
    void takeParts(const FleetTables &tables);
    void takeLinks(const FleetTables &tables);
    void takeNames(const FleetTables &tables);
    void takeFeeds(const FleetTables &tables, Instant now);
    void takeLink(const Link &link, bool isThere);
    void uniteFeeds(const EntityId &connection, QSet<EntityId> &feeds, int depth = 0) const;
    void look(const EntityId &feed, const FleetTables &tables, Instant now);

    HealthMemory &m_memory;
    QSet<EntityId> m_touched;
    QSet<EntityId> m_recounted; // sites whose number of links or of bad links changed
};

} // namespace graticule
