// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/history/watchedtimes.h"

#include <algorithm>

namespace graticule {

Result<TimeSpan> readRange(storage::Database &database)
{
    storage::Statement first = database.prepare("SELECT min(from_ms), max(until_ms) FROM run");
    if (!first.next())
        return database.error();
    return TimeSpan{instantFromMs(first.number(0)), instantFromMs(first.number(1))};
}

Result<QList<TimeSpan>> readHoles(storage::Database &database, const TimeSpan &span)
{
    QList<TimeSpan> holes;
    storage::Statement runs = database.prepare("SELECT from_ms, until_ms FROM run ORDER BY id");
    Instant watched = kNever; // until then
    while (runs.next()) {
        const Instant from = instantFromMs(runs.number(0));
        if (watched != kNever && from > watched && watched < span.until && from > span.from)
            holes.append({watched, from});
        watched = std::max(watched, instantFromMs(runs.number(1)));
    }
    if (runs.failed())
        return database.error();
    return holes;
}

Result<QList<TimeSpan>> readWatched(storage::Database &database, const EntityId &feed, const TimeSpan &span)
{
    QList<TimeSpan> spans;
    storage::Statement found = database.prepare(
        "SELECT s.from_ms, coalesce(s.until_ms, r.until_ms) FROM span s JOIN name n ON n.id = s.feed JOIN run r ON "
        "r.id = "
        "s.run WHERE n.text = ?1 AND s.from_ms <= ?3 AND coalesce(s.until_ms, r.until_ms) >= ?2 ORDER BY s.from_ms");
    found.with(feed.utf8(), toMs(span.from), toMs(span.until));
    while (found.next())
        spans.append({instantFromMs(found.number(0)), instantFromMs(found.number(1))});
    if (found.failed())
        return database.error();
    return spans;
}

} // namespace graticule
