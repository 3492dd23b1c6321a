// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/staleview.h"

namespace graticule {

namespace {

void markSites(const FleetTables &tables, Instant now, FleetDelta &delta)
{
    tables.verdicts.forEach([&](const Verdict &verdict) {
        if (verdict.stale)
            return;
        const Site *site = tables.sites.find(verdict.id);
        if (!site || !isStale(tables, *site, now))
            return;
        Verdict aged = verdict;
        aged.stale = true;
        delta.verdicts.upsert(std::move(aged));
    });
}

void markConnections(const FleetTables &tables, Instant now, Milliseconds limit, FleetDelta &delta)
{
    tables.connections.forEach([&](const Connection &connection) {
        const bool claims = connection.state == ConnectionState::Live || connection.state == ConnectionState::Slow;
        if (!claims || now - connection.lastSeen <= limit)
            return;
        Connection aged = connection;
        aged.state = ConnectionState::Stale;
        aged.since = connection.lastSeen;
        delta.connections.upsert(std::move(aged));
    });
}

} // namespace

SnapshotPtr staleView(const SnapshotPtr &snapshot, Instant now, Milliseconds limit)
{
    FleetDelta delta;
    markSites(snapshot->tables, now, delta);
    markConnections(snapshot->tables, now, limit, delta);
    if (delta.isEmpty())
        return {};
    auto aged = std::make_shared<FleetSnapshot>(*snapshot);
    aged->tables.apply(delta);
    return aged;
}

} // namespace graticule
