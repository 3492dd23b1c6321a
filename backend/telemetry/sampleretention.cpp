// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/telemetry/sampleretention.h"

#include "backend/telemetry/samplekeys.h"

namespace graticule {

SampleRetention::SampleRetention(Database &database, SampleSealer &tables, SeriesBook &book, const SampleLimits &limits)
    : m_database(database)
    , m_tables(tables)
    , m_book(book)
    , m_limits(limits)
{
}

void SampleRetention::begin()
{
    m_rawLeft = m_minutesLeft = kMostSlots;
    m_hoursLeft = 1; // a day
}

bool SampleRetention::step(Instant now)
{
    const auto slot = [now](SampleLimits::Days kept, qint64 width) {
        return (toMs(now) - std::chrono::duration_cast<Milliseconds>(kept).count()) / width;
    };
    if (eraseOldest(m_tables.raw(), slot(m_limits.rawKept, SampleKeys::kHour), m_rawLeft) >= 0 ||
        eraseOldest(m_tables.minute(), slot(m_limits.minutesKept, SampleKeys::kHour), m_minutesLeft) >= 0)
        return true;
    const qint64 day = eraseOldest(m_tables.hour(), slot(m_limits.hoursKept, SampleKeys::kDay), m_hoursLeft);
    const qint64 hour = (day + 1) * (SampleKeys::kDay / SampleKeys::kHour);
    return day >= 0 && eraseLists(hour) && m_book.eraseBefore(hour);
}

bool SampleRetention::eraseLists(qint64 hour)
{
    Statement shards(m_database, "SELECT shard FROM rolled");
    while (shards.next()) {
        const auto shard = quint32(shards.number(0));
        if (!m_tables.lists().erase(SampleKeys::list(shard, 0, 0), SampleKeys::list(shard, hour, 0) - 1))
            return false;
    }
    return m_database.trouble() == DatabaseTrouble::None;
}

/// Deletes the oldest slot of @p table, which it returns, if it is before @p before; -1: it did not.
qint64 SampleRetention::eraseOldest(ChunkTable &table, qint64 before, int &left)
{
    if (left <= 0)
        return -1;
    const qint64 oldest = table.firstFrom(0);
    if (oldest < 0 || SampleKeys::slotOf(oldest) >= before) {
        left = 0;
        return -1;
    }
    --left;
    const qint64 slot = SampleKeys::slotOf(oldest);
    return table.erase(oldest, SampleKeys::chunk(slot + 1, 0, 0) - 1) ? slot : -1;
}

} // namespace graticule
