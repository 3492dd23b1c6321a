// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/telemetry/seriesreading.h"

#include "backend/telemetry/chunkcodec.h"
#include "backend/telemetry/rollupcodec.h"
#include "backend/telemetry/samplekeys.h"
#include "backend/telemetry/sealedlist.h"

#include <algorithm>
#include <set>

namespace graticule {
namespace {

void addWithin(Rollups &to, SampleSpan span, Rollups &&more)
{
    for (Rollup &rollup : more) {
        if (rollup.ms >= span.from && rollup.ms < span.to)
            to.push_back(std::move(rollup));
    }
}

} // namespace

SeriesReading::SeriesReading(SampleTables *tables, quint32 id, std::vector<SampleHead::Slot> open)
    : m_tables(tables)
    , m_id(id)
    , m_open(std::move(open))
{
}

/// Parts of hours within @p span that have the series.
std::vector<SeriesReading::Part> SeriesReading::parts(SampleSpan span)
{
    std::vector<Part> result;
    if (m_id == 0 || !m_tables)
        return result;
    const quint32 shard = SampleKeys::shardOf(m_id);
    const qint64 first = SampleKeys::list(shard, span.from / SampleKeys::kHour, 0);
    const qint64 last = SampleKeys::list(shard, (span.to - 1) / SampleKeys::kHour + 1, 0) - 1;
    m_tables->lists().read(first, last, [&](const ChunkTable::Row &row) {
        const auto list = SealedList::decode(row.bytes);
        if (!list || std::binary_search(list->cbegin(), list->cend(), m_id))
            result.push_back({SampleKeys::listHourOf(row.key), SampleKeys::listPartOf(row.key)});
    });
    return result;
}

/// Reads those parts of @p table and gives each to @p take, which says whether it could read it. What is gone of old
/// age is not asked for.
void SeriesReading::readParts(ChunkTable &table, SampleSpan span,
                              const std::function<bool(qint64 hour, const QByteArray &bytes)> &take)
{
    const std::vector<Part> all = parts(span);
    const qint64 oldest = all.empty() ? -1 : table.firstFrom(0);
    for (const Part &part : all) {
        if (oldest < 0 || part.hour < SampleKeys::slotOf(oldest))
            continue;
        const ChunkTable::Row row = table.read(SampleKeys::chunk(part.hour, part.part, m_id));
        if (!take(part.hour, row.bytes))
            m_damaged.push_back({part.hour * SampleKeys::kHour, (part.hour + 1) * SampleKeys::kHour});
    }
}

/// What was in memory when we looked is on disk by now.
bool SeriesReading::isSealed(const SampleHead::Slot &open)
{
    if (!m_tables || open.part >= SampleKeys::kMostParts - 1)
        return false;
    const qint64 key = SampleKeys::list(SampleKeys::shardOf(m_id), open.buffer.hour(), open.part);
    return m_tables->lists().firstFrom(key) == key;
}

SamplePoints SeriesReading::samples(SampleSpan span)
{
    SamplePoints points;
    bool isMixed = false;
    const auto add = [&](const SamplePoints &more) {
        for (const SamplePoint &point : more) {
            if (point.ms < span.from || point.ms >= span.to)
                continue;
            isMixed = isMixed || (!points.empty() && point.ms <= points.back().ms);
            points.push_back(point);
        }
    };
    const qint64 last = (span.to - 1) / SampleKeys::kHour;
    if (m_tables) {
        readParts(m_tables->raw(), span, [&](qint64 hour, const QByteArray &bytes) {
            const auto chunk = ChunkCodec::decode(bytes, hour * SampleKeys::kHour);
            if (chunk)
                add(*chunk);
            return chunk.has_value();
        });
    }
    for (const SampleHead::Slot &open : m_open) {
        const bool isAsked = open.buffer.hour() <= last && open.buffer.hour() >= span.from / SampleKeys::kHour;
        if (isAsked && !isSealed(open))
            add(open.buffer.points());
    }
    if (isMixed) {
        std::stable_sort(points.begin(), points.end(), [](const auto &a, const auto &b) { return a.ms < b.ms; });
        points.erase(
            std::unique(points.begin(), points.end(), [](const auto &a, const auto &b) { return a.ms == b.ms; }),
            points.end());
    }
    return points;
}

Rollups SeriesReading::rollups(SampleSpan span, Resolution resolution)
{
    return resolution == Resolution::Hour ? hours(span) : minutes(span);
}

Rollups SeriesReading::minutes(SampleSpan span)
{
    span = {floorTo(span.from, SampleKeys::kMinute), span.to};
    Rollups result;
    const qint64 first = span.from / SampleKeys::kHour;
    const qint64 last = (span.to - 1) / SampleKeys::kHour;
    if (m_tables) {
        readParts(m_tables->minutes(), span, [&](qint64 hour, const QByteArray &bytes) {
            auto rollups = RollupCodec::decode(bytes, hour * SampleKeys::kHour, SampleKeys::kMinute);
            if (rollups)
                addWithin(result, span, std::move(*rollups));
            return rollups.has_value();
        });
    }
    for (const SampleHead::Slot &open : m_open) {
        if (open.buffer.hour() >= first && open.buffer.hour() <= last && !isSealed(open))
            addWithin(result, span, rollUp(open.buffer.points(), SampleKeys::kMinute));
    }
    return mergeRollups(std::move(result), SampleKeys::kMinute);
}

/// Of days that are over, up to @p lastDay.
Rollups SeriesReading::rolledHours(SampleSpan span, qint64 lastDay)
{
    Rollups result;
    std::set<qint64> days;
    for (const Part &part : lastDay >= span.from / SampleKeys::kDay ? parts(span) : std::vector<Part>())
        days.insert(part.hour * SampleKeys::kHour / SampleKeys::kDay);
    for (const qint64 day : days) {
        if (day > lastDay)
            break;
        const qint64 base = day * SampleKeys::kDay;
        const ChunkTable::Row row = m_tables->hours().read(SampleKeys::chunk(day, 0, m_id));
        auto hours = RollupCodec::decode(row.bytes, base, SampleKeys::kHour);
        if (hours)
            addWithin(result, span, std::move(*hours));
        else
            m_damaged.push_back({base, base + SampleKeys::kDay});
    }
    return result;
}

/// Of days that are over from their roll-ups, else from those of minutes.
Rollups SeriesReading::hours(SampleSpan span)
{
    span = {floorTo(span.from, SampleKeys::kHour), span.to};
    const qint64 rolled = m_id > 0 && m_tables ? m_tables->rolledDay(m_id) : -1;
    Rollups result = rolledHours(span, std::min(rolled, (span.to - 1) / SampleKeys::kDay));
    const qint64 restFrom = std::max(span.from, (rolled + 1) * SampleKeys::kDay);
    Rollups rest;
    if (restFrom < span.to)
        rest = minutes({restFrom, floorTo(span.to + SampleKeys::kHour - 1, SampleKeys::kHour)});
    for (const SampleHead::Slot &open : m_open) { // late ones of days that are over
        const qint64 ms = open.buffer.hour() * SampleKeys::kHour;
        if (ms >= span.from && ms < std::min(span.to, restFrom) && !isSealed(open)) {
            for (Rollup &hour : rollUp(open.buffer.points(), SampleKeys::kHour))
                rest.push_back(std::move(hour));
        }
    }
    result.insert(result.end(), std::make_move_iterator(rest.begin()), std::make_move_iterator(rest.end()));
    return mergeRollups(std::move(result), SampleKeys::kHour);
}

} // namespace graticule
