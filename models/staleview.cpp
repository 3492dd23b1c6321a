// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/staleview.h"

#include <QSet>

#include <algorithm>

namespace graticule {

namespace {

/// Those whose evidence is not older than it may be. Feeds are few and sites many, so feeds are judged once.
QSet<EntityId> freshFeeds(const FleetTables &tables, Instant now)
{
    QSet<EntityId> fresh;
    tables.feeds.forEach([&](const Feed &feed) {
        if (feed.observedAt != kNever && now - feed.observedAt <= feed.limit)
            fresh.insert(feed.id);
    });
    return fresh;
}

void markSites(const FleetTables &tables, Instant now, FleetDelta &delta)
{
    const QSet<EntityId> fresh = freshFeeds(tables, now);
    tables.sites.forEach([&](const Site &site) {
        if (std::any_of(site.feeds.begin(), site.feeds.end(), [&](const EntityId &id) { return fresh.contains(id); }))
            return;
        const Verdict *verdict = tables.verdicts.find(site.id);
        if (!verdict || verdict->stale)
            return;
        Verdict aged = *verdict;
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
