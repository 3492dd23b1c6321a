// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/grpc/relay.h"

#include "backend/domain/connectionway.h"

namespace graticule {

void Relay::markListing(FleetDelta &all)
{
    m_through.clear();
    markChanges(all);
}

void Relay::markChanges(FleetDelta &delta)
{
    for (const EntityId &id : delta.connections.removed)
        m_through.remove(id);
    for (const auto &item : delta.connections.upserted)
        m_through.insert(item->id, item->through);
    for (auto &item : delta.connections.upserted) {
        if (m_through.contains(item->through) && leadsToTheTeller(item->id))
            continue;
        Connection c = *item;
        c.through = m_connection;
        item = std::make_shared<const Connection>(std::move(c));
    }
    for (auto &item : delta.feeds.upserted) {
        if (m_through.contains(item->connection))
            continue;
        Feed f = *item;
        f.connection = m_connection;
        item = std::make_shared<const Feed>(std::move(f));
    }
}

/// Its way ends at one that has none, or none that the teller tells of: such a one is marked as ours.
bool Relay::leadsToTheTeller(const EntityId &connection) const
{
    EntityId at = connection;
    for (int steps = 0; steps <= kLongestWay; ++steps) {
        const auto through = m_through.constFind(at);
        if (through == m_through.cend())
            return true;
        at = *through;
    }
    return false;
}

} // namespace graticule
