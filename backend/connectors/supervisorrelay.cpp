// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/supervisorrelay.h"

namespace graticule {

void RelayedConnections::list(const FleetDelta &all)
{
    m_told = {};
    apply(all);
}

void RelayedConnections::apply(const FleetDelta &delta)
{
    for (const auto &item : delta.connections.upserted)
        m_told.insert(item);
    for (const EntityId &id : delta.connections.removed)
        m_told.remove(id);
}

FleetDelta RelayedConnections::cloud(const Connection &way) const
{
    FleetDelta delta;
    m_told.forEach([&](const Connection &told) {
        Connection clouded = told;
        clouded.state = way.state;
        clouded.since = way.since;
        clouded.error = way.error;
        clouded.error.text = QStringLiteral("Out of sight behind %1: %2").arg(way.name, way.error.text);
        clouded.retryAt = way.retryAt;
        clouded.latencyMs = -1;
        delta.connections.upsert(std::move(clouded));
    });
    return delta;
}

FleetDelta RelayedConnections::clear() const
{
    FleetDelta delta;
    m_told.forEachItem([&](const auto &item) { delta.connections.upserted.push_back(item); });
    return delta;
}

} // namespace graticule
