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
    m_rawLeft = m_minutesLeft = m_hoursLeft = kMostSlots;
}

bool SampleRetention::step(Instant now)
{
    const auto slot = [now](SampleLimits::Days kept, qint64 width) {
        return (toMs(now) - std::chrono::duration_cast<Milliseconds>(kept).count()) / width;
    };
    if (eraseOldest(m_tables.raw(), slot(m_limits.rawKept, SampleKeys::kHour), m_rawLeft) ||
        eraseOldest(m_tables.minute(), slot(m_limits.minutesKept, SampleKeys::kHour), m_minutesLeft))
        return true;
    if (!eraseOldest(m_tables.hour(), slot(m_limits.hoursKept, SampleKeys::kDay), m_hoursLeft))
        return false;
    return m_book.eraseBefore(slot(m_limits.hoursKept, SampleKeys::kHour));
}

bool SampleRetention::eraseOldest(ChunkTable &table, qint64 before, int &left)
{
    if (left <= 0)
        return false;
    const qint64 oldest = table.firstFrom(0);
    if (oldest < 0 || SampleKeys::slotOf(oldest) >= before) {
        left = 0;
        return false;
    }
    --left;
    const qint64 next = SampleKeys::chunk(SampleKeys::slotOf(oldest) + 1, 0, 0);
    return table.erase(oldest, next - 1) && m_database.trouble() == DatabaseTrouble::None;
}

} // namespace graticule
