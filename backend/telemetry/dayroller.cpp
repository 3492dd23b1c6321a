// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/telemetry/dayroller.h"

#include "backend/telemetry/rollupcodec.h"
#include "backend/telemetry/samplekeys.h"
#include "backend/telemetry/transaction.h"

#include <map>

namespace graticule {
namespace {

constexpr quint32 kSeriesAtOnce = 256;
constexpr qint64 kHoursADay = 24;

} // namespace

DayRoller::DayRoller(Database &database, SampleSealer &tables, SampleCounts &counts)
    : m_database(database)
    , m_tables(tables)
    , m_counts(counts)
{
}

bool DayRoller::step(const SampleHead &head, qint64 today)
{
    if (m_day < 0) {
        Statement due(m_database, "SELECT shard, day FROM rolled WHERE day<? ORDER BY day");
        due.bind(today - 1);
        while (m_day < 0 && due.next()) {
            const auto shard = quint32(due.number(0));
            const std::vector<qint64> open = head.hours(shard);
            const qint64 day = due.number(1) + 1;
            if (!open.empty() && open.front() / kHoursADay <= day)
                continue; // its last hours are not sealed
            m_shard = shard;
            m_day = day;
            m_next = shard * SampleKeys::kShardSeries;
        }
        if (m_day < 0)
            return false;
        // Nothing of that day, e.g. the keeper was away: on to the next that has something.
        const qint64 first = m_tables.minute().firstFrom(SampleKeys::chunk(m_day * kHoursADay, 0, 0));
        const qint64 found = first < 0 ? today : std::min(today, SampleKeys::slotOf(first) / kHoursADay);
        if (found > m_day) {
            Statement skip(m_database, "UPDATE rolled SET day=? WHERE shard=?");
            const bool isDone = skip.bind(found - 1).bind(qint64(m_shard)).run();
            m_day = -1;
            return isDone;
        }
    }
    Transaction transaction(m_database);
    const quint32 end = (m_shard + 1) * SampleKeys::kShardSeries;
    const quint32 next = m_next + kSeriesAtOnce;
    bool isDone = transaction.isOpen() && roll(m_day, m_next, next - 1);
    if (isDone && next >= end) {
        Statement statement(m_database, "UPDATE rolled SET day=? WHERE shard=?");
        isDone = statement.bind(m_day).bind(qint64(m_shard)).run();
    }
    if (!isDone || !transaction.commit()) {
        m_day = -1;
        return false;
    }
    m_next = next;
    if (next >= end)
        m_day = -1;
    return true;
}

bool DayRoller::roll(qint64 day, quint32 first, quint32 last)
{
    std::map<quint32, Rollups> bySeries;
    for (qint64 hour = day * kHoursADay; hour < (day + 1) * kHoursADay; ++hour) {
        const qint64 greatest = m_tables.minute().lastUpTo(SampleKeys::chunk(hour + 1, 0, 0) - 1);
        const int parts = greatest >= 0 && SampleKeys::slotOf(greatest) == hour ? SampleKeys::partOf(greatest) + 1 : 0;
        for (int part = 0; part < parts; ++part) {
            const qint64 from = SampleKeys::chunk(hour, part, first);
            m_tables.minute().read(from, SampleKeys::chunk(hour, part, last), [&](const ChunkTable::Row &row) {
                const qint64 base = hour * SampleKeys::kHour;
                const auto minutes = RollupCodec::decode(row.bytes, base, SampleKeys::kMinute);
                if (!minutes) {
                    ++m_counts.damaged;
                    return;
                }
                Rollups &hours = bySeries[SampleKeys::seriesOf(row.key)];
                for (const Rollup &minute : *minutes) {
                    if (hours.empty() || hours.back().ms != base) {
                        hours.emplace_back();
                        hours.back().ms = base;
                    }
                    hours.back().merge(minute);
                }
            });
        }
    }
    const qint64 base = day * SampleKeys::kDay;
    for (const auto &[series, hours] : bySeries) {
        if (!m_tables.hour().write(SampleKeys::chunk(day, 0, series),
                                   RollupCodec::encode(hours, base, SampleKeys::kHour)))
            return false;
    }
    return true;
}

} // namespace graticule
