// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/fleetsnapshot.h"

#include <algorithm>

namespace graticule {
namespace {

/// What items replace lies anywhere in memory. Looked for some at a time, before any is put in, it arrives together.
template<class T> void insertAll(Table<T> &table, const std::vector<std::shared_ptr<const T>> &items)
{
    constexpr size_t kAtOnce = 16;
    for (size_t at = 0; at < items.size(); at += kAtOnce) {
        const size_t end = std::min(items.size(), at + kAtOnce);
        for (size_t i = at; i < end && end - at > 1; ++i)
            __builtin_prefetch(table.find(items[i]->id), 1);
        for (size_t i = at; i < end; ++i)
            table.insert(items[i]);
    }
}

} // namespace

void FleetTables::apply(const FleetDelta &delta)
{
    forEachKind(
        [](auto &table, const auto &changes) {
            insertAll(table, changes.upserted);
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
