// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/telemetry/samplereader.h"

#include "backend/telemetry/chunkcodec.h"
#include "backend/telemetry/rollupcodec.h"
#include "backend/telemetry/samplekeys.h"
#include "backend/telemetry/sampleschema.h"
#include "backend/telemetry/sealedlist.h"

#include <QStringList>

#include <algorithm>
#include <set>

namespace graticule {
namespace {

constexpr qint64 kLongRaw = 2 * SampleKeys::kHour;    ///< quantiles over more than this are of minutes,
constexpr qint64 kLongMinutes = 3 * SampleKeys::kDay; ///< and over more than this of hours

qint64 widthOf(Resolution resolution)
{
    return resolution == Resolution::Hour     ? SampleKeys::kHour
           : resolution == Resolution::Minute ? SampleKeys::kMinute
                                              : 0;
}

Resolution coarsest(SampleSpan span, int points)
{
    const qint64 each = (span.to - span.from) / std::max(points, 1);
    return each >= SampleKeys::kHour     ? Resolution::Hour
           : each >= SampleKeys::kMinute ? Resolution::Minute
                                         : Resolution::Raw;
}

/// What all values of @p span are taken from.
Resolution fittingTotal(Resolution asked, SampleSpan span)
{
    const qint64 length = span.to - span.from;
    return asked != Resolution::Automatic ? asked
           : length > kLongMinutes        ? Resolution::Hour
           : length > kLongRaw            ? Resolution::Minute
                                          : Resolution::Raw;
}

/// Sorted, and those that touch put together.
std::vector<SampleSpan> joined(std::vector<SampleSpan> spans)
{
    std::sort(spans.begin(), spans.end(), [](const auto &a, const auto &b) { return a.from < b.from; });
    std::vector<SampleSpan> result;
    for (const SampleSpan &span : spans) {
        if (!result.empty() && span.from <= result.back().to)
            result.back().to = std::max(result.back().to, span.to);
        else
            result.push_back(span);
    }
    return result;
}

std::vector<SampleSpan> within(SampleSpan span, std::vector<SampleSpan> spans)
{
    for (SampleSpan &one : spans)
        one = {std::max(one.from, span.from), std::min(one.to, span.to)};
    std::erase_if(spans, [](const SampleSpan &one) { return one.from >= one.to; });
    return joined(std::move(spans));
}

/// What fits between the 1st millisecond and the last one.
SampleSpan spanOf(const SampleQuery &query)
{
    const auto inside = [](Instant at) { return std::clamp(toMs(at), SampleKeys::kFirstMs, SampleKeys::kLastMs); };
    return {inside(query.from), std::max(inside(query.from), inside(query.to))};
}

std::vector<SampleBucket> bucketsOf(const SamplePoints &points, qint64 step)
{
    std::vector<SampleBucket> result;
    double sum = 0;
    for (const SamplePoint &point : points) {
        const qint64 ms = step > 0 ? floorTo(point.ms, step) : point.ms;
        if (result.empty() || result.back().ms != ms) {
            result.push_back({ms, 1, point.value, point.value, point.value});
            sum = point.value;
            continue;
        }
        SampleBucket &last = result.back();
        ++last.count;
        last.min = std::min(last.min, point.value);
        last.max = std::max(last.max, point.value);
        sum += point.value;
        last.mean = sum / double(last.count);
    }
    return result;
}

std::vector<SampleBucket> bucketsOf(const Rollups &rollups)
{
    std::vector<SampleBucket> result;
    result.reserve(rollups.size());
    for (const Rollup &rollup : rollups)
        result.push_back({rollup.ms, rollup.count, rollup.min, rollup.max, rollup.mean()});
    return result;
}

} // namespace

SampleReader::SampleReader(QString path, const SampleHead &head)
    : m_path(std::move(path))
    , m_head(head)
{
}

SampleReader::~SampleReader() = default;

bool SampleReader::openParts()
{
    if (m_path.isEmpty())
        return false;
    const quint64 generation = m_head.generation();
    if (m_parts && m_parts->generation == generation)
        return true;
    m_parts.reset(); // else we read a file that was set aside until the end
    m_together.clear();
    auto parts = std::make_unique<Parts>();
    parts->generation = generation;
    if (!parts->database.open(m_path, Database::Mode::ReadOnly) ||
        parts->database.number("PRAGMA user_version") != SampleSchema::kVersion ||
        !parts->database.run("PRAGMA cache_size=-8192"))
        return false;
    parts->book.emplace(parts->database);
    parts->raw.emplace(parts->database, ChunkTable::Kind::Raw);
    parts->lists.emplace(parts->database, ChunkTable::Kind::Sealed);
    parts->minute.emplace(parts->database, ChunkTable::Kind::Minute);
    parts->hour.emplace(parts->database, ChunkTable::Kind::Hour);
    if (parts->database.trouble() != DatabaseTrouble::None)
        return false;
    m_parts = std::move(parts);
    return true;
}

/// The heads first: what is sealed meanwhile is then found on disk.
void SampleReader::beginTogether(const QList<Series> &series)
{
    endTogether();
    QHash<Name, std::optional<SampleHead::Copy>> copies;
    copies.reserve(series.size());
    for (const Series &one : series)
        copies.insert({one.entity, one.metric}, m_head.copy(one.entity, one.metric));
    if (openParts() && m_parts->database.run("BEGIN")) // else each asks for itself, and says what it could not read
        m_together = std::move(copies);
}

void SampleReader::endTogether()
{
    if (m_together.isEmpty())
        return;
    m_together.clear();
    endRead();
}

/// A store that was replaced meanwhile is opened anew.
bool SampleReader::isTogether(const Name &name) const
{
    return m_together.contains(name) && m_parts && m_parts->generation == m_head.generation();
}

/// The head first: what is sealed meanwhile is then found on disk.
SampleReader::Found SampleReader::find(const SampleQuery &query)
{
    const Name name(query.entity, query.metric);
    const bool hasBegun = isTogether(name);
    if (!hasBegun)
        endTogether();
    Found found;
    if (auto copy = hasBegun ? m_together.value(name) : m_head.copy(query.entity, query.metric)) {
        found.id = copy->id;
        found.open = std::move(copy->hours);
    }
    if (!hasBegun && (!openParts() || !m_parts->database.run("BEGIN"))) {
        found.isFailed = !m_path.isEmpty();
        return found;
    }
    if (found.id == 0)
        found.id = m_parts->book->find(query.entity, query.metric).value_or(0);
    return found;
}

/// Parts of hours within @p span that have the series.
std::vector<SampleReader::Part> SampleReader::parts(Found &found, SampleSpan span)
{
    std::vector<Part> result;
    if (found.id == 0 || !m_parts)
        return result;
    const quint32 shard = SampleKeys::shardOf(found.id);
    const qint64 first = SampleKeys::list(shard, span.from / SampleKeys::kHour, 0);
    const qint64 last = SampleKeys::list(shard, (span.to - 1) / SampleKeys::kHour + 1, 0) - 1;
    m_parts->lists->read(first, last, [&](const ChunkTable::Row &row) {
        const auto list = SealedList::decode(row.bytes);
        if (!list || std::binary_search(list->cbegin(), list->cend(), found.id))
            result.push_back({SampleKeys::listHourOf(row.key), SampleKeys::listPartOf(row.key)});
    });
    return result;
}

/// Reads those parts of @p table and gives each to @p take, which says whether it could read it. What is gone of old
/// age is not asked for.
void SampleReader::readParts(Found &found, ChunkTable &table, SampleSpan span,
                             const std::function<bool(qint64 hour, const QByteArray &bytes)> &take)
{
    const std::vector<Part> all = parts(found, span);
    const qint64 oldest = all.empty() ? -1 : table.firstFrom(0);
    for (const Part &part : all) {
        if (oldest < 0 || part.hour < SampleKeys::slotOf(oldest))
            continue;
        const ChunkTable::Row row = table.read(SampleKeys::chunk(part.hour, part.part, found.id));
        if (!take(part.hour, row.bytes))
            found.damaged.push_back({part.hour * SampleKeys::kHour, (part.hour + 1) * SampleKeys::kHour});
    }
}

/// What was in memory when we looked is on disk by now.
bool SampleReader::isSealed(const Found &found, const SampleHead::Slot &open)
{
    if (!m_parts || open.part >= SampleKeys::kMostParts - 1)
        return false;
    const qint64 key = SampleKeys::list(SampleKeys::shardOf(found.id), open.buffer.hour(), open.part);
    return m_parts->lists->firstFrom(key) == key;
}

SamplePoints SampleReader::rawOf(Found &found, SampleSpan span)
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
    if (m_parts) {
        readParts(found, *m_parts->raw, span, [&](qint64 hour, const QByteArray &bytes) {
            const auto chunk = ChunkCodec::decode(bytes, hour * SampleKeys::kHour);
            if (chunk)
                add(*chunk);
            return chunk.has_value();
        });
    }
    for (const SampleHead::Slot &open : found.open) {
        const bool isAsked = open.buffer.hour() <= last && open.buffer.hour() >= span.from / SampleKeys::kHour;
        if (isAsked && !isSealed(found, open))
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

/// @p wanted, or a coarser one that reaches further back where @p wanted is not kept any more.
Resolution SampleReader::kept(Resolution wanted, qint64 from)
{
    if (!m_parts)
        return wanted;
    const auto begin = [](ChunkTable &table, qint64 width) {
        const qint64 first = table.firstFrom(0);
        return first < 0 ? SampleKeys::kLastMs : SampleKeys::slotOf(first) * width;
    };
    const qint64 raw = begin(*m_parts->raw, SampleKeys::kHour);
    const qint64 minutes = begin(*m_parts->minute, SampleKeys::kHour);
    if (wanted == Resolution::Raw && from < raw && minutes < raw)
        wanted = Resolution::Minute;
    if (wanted == Resolution::Minute && from < minutes && begin(*m_parts->hour, SampleKeys::kDay) < minutes)
        wanted = Resolution::Hour;
    return wanted;
}

bool SampleReader::keepsRaw(qint64 ms)
{
    return !openParts() || kept(Resolution::Raw, ms) == Resolution::Raw;
}

/// Whole minutes that touch @p span.
Rollups SampleReader::minutesOf(Found &found, SampleSpan span)
{
    span = {floorTo(span.from, SampleKeys::kMinute), span.to};
    Rollups result;
    const auto add = [&](Rollups &&more) {
        for (Rollup &rollup : more) {
            if (rollup.ms >= span.from && rollup.ms < span.to)
                result.push_back(std::move(rollup));
        }
    };
    const qint64 first = span.from / SampleKeys::kHour;
    const qint64 last = (span.to - 1) / SampleKeys::kHour;
    if (m_parts) {
        readParts(found, *m_parts->minute, span, [&](qint64 hour, const QByteArray &bytes) {
            auto rollups = RollupCodec::decode(bytes, hour * SampleKeys::kHour, SampleKeys::kMinute);
            if (rollups)
                add(std::move(*rollups));
            return rollups.has_value();
        });
    }
    for (const SampleHead::Slot &open : found.open) {
        if (open.buffer.hour() >= first && open.buffer.hour() <= last && !isSealed(found, open))
            add(rollUp(open.buffer.points(), SampleKeys::kMinute));
    }
    return mergeRollups(std::move(result), SampleKeys::kMinute);
}

qint64 SampleReader::rolledDay(quint32 series)
{
    Statement rolled(m_parts->database, "SELECT day FROM rolled WHERE shard=?");
    return rolled.bind(qint64(SampleKeys::shardOf(series))).next() ? rolled.number(0) : -1;
}

/// Whole hours that touch @p span: of days that are over from their roll-ups, else from those of minutes.
Rollups SampleReader::hoursOf(Found &found, SampleSpan span)
{
    span = {floorTo(span.from, SampleKeys::kHour), span.to};
    const qint64 rolled = found.id > 0 && m_parts ? rolledDay(found.id) : -1;
    const qint64 lastDay = std::min(rolled, (span.to - 1) / SampleKeys::kDay);
    Rollups result;
    std::set<qint64> days;
    for (const Part &part : lastDay >= span.from / SampleKeys::kDay ? parts(found, span) : std::vector<Part>())
        days.insert(part.hour * SampleKeys::kHour / SampleKeys::kDay);
    for (const qint64 day : days) {
        if (day > lastDay)
            break;
        const qint64 base = day * SampleKeys::kDay;
        const ChunkTable::Row row = m_parts->hour->read(SampleKeys::chunk(day, 0, found.id));
        auto hours = RollupCodec::decode(row.bytes, base, SampleKeys::kHour);
        if (!hours)
            found.damaged.push_back({base, base + SampleKeys::kDay});
        for (Rollup &hour : hours ? *hours : Rollups()) {
            if (hour.ms >= span.from && hour.ms < span.to)
                result.push_back(std::move(hour));
        }
    }
    const qint64 restFrom = std::max(span.from, (rolled + 1) * SampleKeys::kDay);
    Rollups rest;
    if (restFrom < span.to)
        rest = minutesOf(found, {restFrom, floorTo(span.to + SampleKeys::kHour - 1, SampleKeys::kHour)});
    for (const SampleHead::Slot &open : found.open) { // late ones of days that are over
        const qint64 ms = open.buffer.hour() * SampleKeys::kHour;
        if (ms >= span.from && ms < std::min(span.to, restFrom) && !isSealed(found, open)) {
            for (Rollup &hour : rollUp(open.buffer.points(), SampleKeys::kHour))
                rest.push_back(std::move(hour));
        }
    }
    result.insert(result.end(), std::make_move_iterator(rest.begin()), std::make_move_iterator(rest.end()));
    return mergeRollups(std::move(result), SampleKeys::kHour);
}

Rollups SampleReader::rollupsOf(Found &found, SampleSpan span, Resolution resolution)
{
    return resolution == Resolution::Hour ? hoursOf(found, span) : minutesOf(found, span);
}

SampleAnswer SampleReader::read(const SampleQuery &query)
{
    const SampleSpan span = spanOf(query);
    const bool isAutomatic = query.resolution == Resolution::Automatic;
    SampleAnswer answer;
    answer.entity = query.entity;
    answer.metric = query.metric;
    answer.resolution = isAutomatic ? coarsest(span, query.points) : query.resolution;
    answer.stepMs = widthOf(answer.resolution);
    if (span.from >= span.to)
        return answer;
    Found found = find(query);
    if (isAutomatic) {
        answer.resolution = kept(answer.resolution, span.from);
        answer.stepMs = widthOf(answer.resolution);
    }
    const qint64 each = (span.to - span.from) / std::max(query.points, 1);
    if (answer.resolution == Resolution::Raw) {
        const SamplePoints points = rawOf(found, span);
        if (isAutomatic && qsizetype(points.size()) > 2 * qsizetype(query.points))
            answer.stepMs = std::max<qint64>(each, 1);
        answer.buckets = bucketsOf(points, answer.stepMs);
    } else {
        Rollups rollups = rollupsOf(found, span, answer.resolution);
        if (isAutomatic && qsizetype(rollups.size()) > 2 * qsizetype(query.points)) {
            answer.stepMs = floorTo(each, answer.stepMs);
            rollups = mergeRollups(std::move(rollups), answer.stepMs);
        }
        answer.buckets = bucketsOf(rollups);
    }
    answer.unwatched = unwatched(span);
    answer.damaged = within(span, std::move(found.damaged));
    answer.isFailed = found.isFailed;
    endRead();
    return answer;
}

void SampleReader::endRead()
{
    if (m_parts && m_together.isEmpty())
        m_parts->database.run("COMMIT");
}

/// Of whole minutes or hours, to which it widens @p span.
Rollup SampleReader::totalOf(Found &found, SampleSpan &span, Resolution resolution)
{
    Rollup all;
    if (resolution == Resolution::Raw) {
        for (const SamplePoint &point : rawOf(found, span))
            all.add(point.value);
        return all;
    }
    const qint64 width = widthOf(resolution);
    span = {floorTo(span.from, width), floorTo(span.to + width - 1, width)};
    for (const Rollup &rollup : rollupsOf(found, span, resolution))
        all.merge(rollup);
    return all;
}

QuantileAnswer SampleReader::quantiles(const SampleQuery &query, const std::vector<double> &ranks)
{
    QuantileAnswer answer;
    answer.span = spanOf(query);
    Found found = find(query);
    const Rollup all = totalOf(found, answer.span, fittingTotal(query.resolution, answer.span));
    answer.count = all.count;
    for (const double rank : ranks)
        answer.values.push_back(std::clamp(all.sketch.quantile(rank), all.min, all.max));
    answer.unwatched = unwatched(answer.span);
    answer.damaged = within(answer.span, std::move(found.damaged));
    endRead();
    return answer;
}

SampleReader::Points SampleReader::points(const SampleQuery &query)
{
    Found found = find(query);
    Points result{rawOf(found, spanOf(query)), true};
    result.isWhole = found.damaged.empty() && !found.isFailed;
    endRead();
    return result;
}

SampleReader::Total SampleReader::total(const SampleQuery &query)
{
    Found found = find(query);
    SampleSpan span = spanOf(query);
    Total result{totalOf(found, span, fittingTotal(query.resolution, span)), true};
    result.isWhole = found.damaged.empty() && !found.isFailed;
    endRead();
    return result;
}

QStringList SampleReader::metrics(const EntityId &entity)
{
    QStringList names = m_head.metrics(entity);
    if (openParts()) {
        for (const SeriesBook::Series &series : m_parts->book->of(entity))
            names.append(series.metric);
    }
    names.sort();
    names.removeDuplicates();
    return names;
}

std::vector<SampleSpan> SampleReader::unwatched(SampleSpan span)
{
    if (!m_parts)
        return {};
    std::vector<SampleSpan> watched;
    Statement runs(m_parts->database, "SELECT begun, ended, id FROM run ORDER BY id");
    while (runs.next())
        watched.push_back({runs.number(0), runs.number(1)});
    if (watched.empty())
        return {};
    watched.back().to = SampleKeys::kLastMs; // goes on
    std::vector<SampleSpan> result;
    qint64 at = span.from;
    for (const SampleSpan &run : within(span, std::move(watched))) {
        if (run.from > at)
            result.push_back({at, run.from});
        at = run.to;
    }
    if (at < span.to)
        result.push_back({at, span.to});
    return result;
}

} // namespace graticule
