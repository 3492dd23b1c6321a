// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/telemetry/samplesealer.h"

#include "backend/telemetry/chunkcodec.h"
#include "backend/telemetry/rollupcodec.h"
#include "backend/telemetry/samplekeys.h"
#include "backend/telemetry/sealedlist.h"

#include <algorithm>

namespace graticule {
namespace {

/// The points of @p more whose moments @p points does not have, too.
void unite(SamplePoints &points, const SamplePoints &more)
{
    points.insert(points.end(), more.cbegin(), more.cend());
    std::stable_sort(points.begin(), points.end(), [](const auto &a, const auto &b) { return a.ms < b.ms; });
    points.erase(std::unique(points.begin(), points.end(), [](const auto &a, const auto &b) { return a.ms == b.ms; }),
                 points.end());
}

} // namespace

SampleSealer::SampleSealer(Database &database, const SampleHead &head, SampleCounts &counts)
    : m_database(database)
    , m_head(head)
    , m_counts(counts)
    , m_log(database, ChunkTable::Kind::Log)
    , m_raw(database, ChunkTable::Kind::Raw)
    , m_lists(database, ChunkTable::Kind::Sealed)
    , m_minute(database, ChunkTable::Kind::Minute)
    , m_hour(database, ChunkTable::Kind::Hour)
{
}

bool SampleSealer::seal(quint32 shard, qint64 hour)
{
    const qint64 base = hour * SampleKeys::kHour;
    const int parts = m_head.part(shard, hour).value_or(0);
    const int part = std::min(parts, SampleKeys::kMostParts - 1);
    Statement rolled(m_database, "SELECT day FROM rolled WHERE shard=?");
    const qint64 day = floorTo(base, SampleKeys::kDay) / SampleKeys::kDay;
    const bool isKnown = rolled.bind(qint64(shard)).next();
    if (!isKnown) {
        Statement first(m_database, "INSERT INTO rolled VALUES(?, ?)");
        if (!first.bind(qint64(shard)).bind(day - 1).run())
            return false;
    }
    const bool isDayRolled = isKnown && day <= rolled.number(0);
    rolled.reset();
    std::vector<quint32> sealed;
    for (const auto &[id, series] : m_head.series(shard)) {
        const SlotBuffer *buffer = series->find(hour);
        if (!buffer || buffer->isEmpty())
            continue;
        SamplePoints points = buffer->points();
        if (parts > 0)
            leaveOutSealed(points, *series, hour, part);
        if (points.empty())
            continue;
        const qint64 key = SampleKeys::chunk(hour, part, id);
        if (!write(key, points))
            return false;
        sealed.push_back(id);
        if (isDayRolled && !addToDay(id, rollUp(points, SampleKeys::kHour).front()))
            return false;
    }
    return writeList(SampleKeys::list(shard, hour, part), std::move(sealed)) &&
           m_log.erase(SampleKeys::log(hour, shard, 0), SampleKeys::log(hour, shard + 1, 0) - 1);
}

bool SampleSealer::write(qint64 key, SamplePoints points)
{
    const qint64 base = SampleKeys::slotOf(key) * SampleKeys::kHour;
    const auto minutesOf = [base](const SamplePoints &of) {
        return RollupCodec::encode(rollUp(of, SampleKeys::kMinute), base, SampleKeys::kMinute);
    };
    if (m_raw.insert(key, ChunkCodec::encode(points, base)))
        return m_minute.insert(key, minutesOf(points)) ||
               (m_database.trouble() == DatabaseTrouble::Exists && m_minute.write(key, minutesOf(points)));
    if (m_database.trouble() != DatabaseTrouble::Exists)
        return false;
    // There are no more parts, or damage hid this one: it grows.
    if (const auto before = ChunkCodec::decode(m_raw.read(key).bytes, base))
        unite(points, *before);
    if (points.size() > ChunkCodec::kMostPoints) {
        m_counts.noRoom += qint64(points.size() - ChunkCodec::kMostPoints);
        points.resize(ChunkCodec::kMostPoints);
    }
    return m_raw.write(key, ChunkCodec::encode(points, base)) && m_minute.write(key, minutesOf(points));
}

bool SampleSealer::writeList(qint64 key, std::vector<quint32> series)
{
    if (series.empty() || m_lists.insert(key, SealedList::encode(series)))
        return true;
    if (m_database.trouble() != DatabaseTrouble::Exists)
        return false;
    if (const auto before = SealedList::decode(m_lists.read(key).bytes)) {
        std::vector<quint32> both;
        std::set_union(before->cbegin(), before->cend(), series.cbegin(), series.cend(), std::back_inserter(both));
        series = std::move(both);
    }
    return m_lists.write(key, SealedList::encode(series));
}

/// A late value may be there already.
void SampleSealer::leaveOutSealed(SamplePoints &points, const SeriesHead &series, qint64 hour, int parts)
{
    if (series.sealedMs > 0 && points.front().ms > series.sealedMs)
        return;
    for (int part = 0; part < parts; ++part) {
        const ChunkTable::Row row = m_raw.read(SampleKeys::chunk(hour, part, series.id));
        const auto sealed = ChunkCodec::decode(row.bytes, hour * SampleKeys::kHour);
        if (!sealed)
            continue;
        const auto isSealed = [&](const SamplePoint &point) {
            return std::binary_search(sealed->cbegin(), sealed->cend(), point,
                                      [](const auto &a, const auto &b) { return a.ms < b.ms; });
        };
        const auto left = qint64(std::erase_if(points, isSealed));
        m_counts.duplicate += left;
        m_counts.stored -= left;
    }
}

/// A late hour of a day that has its roll-ups already.
bool SampleSealer::addToDay(quint32 series, const Rollup &hour)
{
    const qint64 base = floorTo(hour.ms, SampleKeys::kDay);
    const qint64 key = SampleKeys::chunk(base / SampleKeys::kDay, 0, series);
    Rollups all = RollupCodec::decode(m_hour.read(key).bytes, base, SampleKeys::kHour).value_or(Rollups());
    all.push_back(hour);
    return m_hour.write(key,
                        RollupCodec::encode(mergeRollups(std::move(all), SampleKeys::kHour), base, SampleKeys::kHour));
}

} // namespace graticule
