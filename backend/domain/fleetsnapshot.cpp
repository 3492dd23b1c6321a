// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/fleetsnapshot.h"

namespace graticule {

void FleetTables::apply(const FleetDelta &delta)
{
    forEachKind(
        [](auto &table, const auto &changes) {
            for (const auto &item : changes.upserted)
                table.insert(item);
            for (const EntityId &id : changes.removed)
                table.remove(id);
        },
        *this, delta);
}

FleetDelta diff(const FleetTables &before, const FleetTables &after)
{
    FleetDelta result;
    forEachKind(
        [](auto &changes, const auto &left, const auto &right) {
            std::decay_t<decltype(left)>::diff(left, right, [&](const auto *was, const auto *is) {
                if (is)
                    changes.upserted.push_back(*is);
                else
                    changes.removed.push_back((*was)->id);
            });
        },
        result, before, after);
    return result;
}

Instant observedAt(const FleetTables &tables, const Site &site)
{
    Instant newest = kNever;
    for (const EntityId &id : site.feeds) {
        if (const Feed *feed = tables.feeds.find(id))
            newest = std::max(newest, feed->observedAt);
    }
    return newest;
}

bool isStale(const FleetTables &tables, const Site &site, Instant now)
{
    for (const EntityId &id : site.feeds) {
        const Feed *feed = tables.feeds.find(id);
        if (feed && feed->observedAt != kNever && now - feed->observedAt <= feed->limit)
            return false;
    }
    return true;
}

} // namespace graticule
