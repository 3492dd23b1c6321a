// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/history/historyreader.h"

// What HistoryReader tells of a whole stretch of time, for those who take it elsewhere.

namespace graticule {

Result<int> HistoryReader::tell(const TimeSpan &span, const std::function<bool(const HistoryChange &)> &take)
{
    const auto place = placeOf(span.from);
    if (!place)
        return place.error();
    const auto loaded = load(place.value());
    if (!loaded)
        return loaded.error();
    int damaged = loaded->damage ? 1 : 0;
    if (!take({span.from, diff(FleetTables(), loaded->stretch->at(span.from))}))
        return damaged;
    const auto tellPart = [&](const Place &part) -> Result<bool> {
        const auto changes = changesOf(part);
        if (!changes && changes.error().kind != ErrorKind::Malformed && changes.error().kind != ErrorKind::TooLarge)
            return changes.error();
        if (!changes) {
            ++damaged;
            return true;
        }
        for (const HistoryChange &change : *changes) {
            if (change.at > span.from && change.at <= span.until && !take(change))
                return false;
        }
        return true;
    };
    qint64 told = place->version > 0 ? place->block - 1 : place->block;
    if (place->version == 0) {
        const auto goesOn = tellPart(*place);
        if (!goesOn || !*goesOn)
            return goesOn ? Result<int>(damaged) : Result<int>(goesOn.error());
    }
    // The head may become a block while it is read: then it is told from there.
    for (;;) {
        storage::Statement next =
            m_database->prepare("SELECT id, from_ms FROM block WHERE id > ?1 ORDER BY id LIMIT 1");
        storage::Statement head = m_database->prepare("SELECT coalesce(max(id), 0) FROM head");
        const bool isBlock = next.with(told).next();
        if (next.failed() || !head.next())
            return m_database->error();
        const Place part = isBlock ? Place{next.number(0), 0} : Place{told + 1, head.number(0)};
        if (isBlock ? instantFromMs(next.number(1)) > span.until : part.version == 0)
            return damaged;
        if (isBlock) {
            const auto goesOn = tellPart(part);
            if (!goesOn || !*goesOn)
                return goesOn ? Result<int>(damaged) : Result<int>(goesOn.error());
            told = part.block;
            continue;
        }
        const auto rows = changesOf(part);
        storage::Statement closed = m_database->prepare("SELECT 1 FROM block WHERE id > ?1");
        if (closed.with(told).next())
            continue;
        if (!rows)
            return rows.error().kind == ErrorKind::Malformed ? Result<int>(damaged + 1) : Result<int>(rows.error());
        for (const HistoryChange &change : *rows) {
            if (change.at > span.from && change.at <= span.until && !take(change))
                break;
        }
        return damaged;
    }
}

Result<Done> HistoryReader::tellLate(const TimeSpan &span,
                                     const std::function<bool(Instant, Instant, const QByteArray &)> &take)
{
    storage::Statement late = m_database->prepare(
        "SELECT since_ms, learnt_ms, data FROM late WHERE learnt_ms > ?1 AND since_ms <= ?2 ORDER BY since_ms, id");
    late.with(toMs(span.from), toMs(span.until));
    while (late.next()) {
        if (!take(instantFromMs(late.number(0)), instantFromMs(late.number(1)), late.blob(2).toByteArray()))
            break;
    }
    if (late.failed())
        return m_database->error();
    return Done();
}

} // namespace graticule
