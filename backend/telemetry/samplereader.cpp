// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/telemetry/samplereader.h"

#include "backend/telemetry/samplebuckets.h"
#include "backend/telemetry/samplekeys.h"
#include "backend/telemetry/samplespans.h"

#include <QStringList>

#include <algorithm>

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

/// What fits between the 1st millisecond and the last one.
SampleSpan spanOf(const SampleQuery &query)
{
    const auto inside = [](Instant at) { return std::clamp(toMs(at), SampleKeys::kFirstMs, SampleKeys::kLastMs); };
    return {inside(query.from), std::max(inside(query.from), inside(query.to))};
}

} // namespace

SampleReader::SampleReader(QString path, const SampleHead &head)
    : m_path(std::move(path))
    , m_head(head)
{
}

SampleReader::~SampleReader() = default;

bool SampleReader::openTables()
{
    if (m_path.isEmpty())
        return false;
    const quint64 generation = m_head.generation();
    if (m_tables && m_generation == generation)
        return true;
    m_tables.reset(); // else we read a file that was set aside until the end
    m_together.clear();
    m_generation = generation;
    m_tables = SampleTables::open(m_path);
    return m_tables != nullptr;
}

/// The heads first: what is sealed meanwhile is then found on disk.
void SampleReader::beginTogether(const QList<Series> &series)
{
    endTogether();
    QHash<Name, std::optional<SampleHead::Copy>> copies;
    copies.reserve(series.size());
    for (const Series &one : series)
        copies.insert({one.entity, one.metric}, m_head.copy(one.entity, one.metric));
    if (openTables() && m_tables->begin()) // else each asks for itself, and says what it could not read
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
    return m_together.contains(name) && m_tables && m_generation == m_head.generation();
}

/// The head first: what is sealed meanwhile is then found on disk.
SampleReader::Found SampleReader::find(const SampleQuery &query)
{
    const Name name(query.entity, query.metric);
    const bool hasBegun = isTogether(name);
    if (!hasBegun)
        endTogether();
    quint32 id = 0;
    std::vector<SampleHead::Slot> open;
    if (auto copy = hasBegun ? m_together.value(name) : m_head.copy(query.entity, query.metric)) {
        id = copy->id;
        open = std::move(copy->hours);
    }
    if (!hasBegun && (!openTables() || !m_tables->begin()))
        return {SeriesReading(m_tables.get(), id, std::move(open)), !m_path.isEmpty()};
    if (id == 0)
        id = m_tables->book().find(query.entity, query.metric).value_or(0);
    return {SeriesReading(m_tables.get(), id, std::move(open)), false};
}

Resolution SampleReader::kept(Resolution wanted, qint64 from)
{
    return m_tables ? m_tables->kept(wanted, from) : wanted;
}

bool SampleReader::keepsRaw(qint64 ms)
{
    return !openTables() || kept(Resolution::Raw, ms) == Resolution::Raw;
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
        const SamplePoints points = found.series.samples(span);
        if (isAutomatic && qsizetype(points.size()) > 2 * qsizetype(query.points))
            answer.stepMs = std::max<qint64>(each, 1);
        answer.buckets = bucketsOf(points, answer.stepMs);
    } else {
        Rollups rollups = found.series.rollups(span, answer.resolution);
        if (isAutomatic && qsizetype(rollups.size()) > 2 * qsizetype(query.points)) {
            answer.stepMs = floorTo(each, answer.stepMs);
            rollups = mergeRollups(std::move(rollups), answer.stepMs);
        }
        answer.buckets = bucketsOf(rollups);
    }
    answer.unwatched = unwatched(span);
    answer.damaged = spansWithin(span, found.series.damaged());
    answer.isFailed = found.isFailed;
    endRead();
    return answer;
}

void SampleReader::endRead()
{
    if (m_tables && m_together.isEmpty())
        m_tables->end();
}

/// Of whole minutes or hours, to which it widens @p span.
Rollup SampleReader::totalOf(Found &found, SampleSpan &span, Resolution resolution)
{
    Rollup all;
    if (resolution == Resolution::Raw) {
        for (const SamplePoint &point : found.series.samples(span))
            all.add(point.value);
        return all;
    }
    const qint64 width = widthOf(resolution);
    span = {floorTo(span.from, width), floorTo(span.to + width - 1, width)};
    for (const Rollup &rollup : found.series.rollups(span, resolution))
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
    answer.damaged = spansWithin(answer.span, found.series.damaged());
    endRead();
    return answer;
}

SampleReader::Points SampleReader::points(const SampleQuery &query)
{
    Found found = find(query);
    Points result{found.series.samples(spanOf(query)), true};
    result.isWhole = found.isWhole();
    endRead();
    return result;
}

SampleReader::Total SampleReader::total(const SampleQuery &query)
{
    Found found = find(query);
    SampleSpan span = spanOf(query);
    Total result{totalOf(found, span, fittingTotal(query.resolution, span)), true};
    result.isWhole = found.isWhole();
    endRead();
    return result;
}

QStringList SampleReader::metrics(const EntityId &entity)
{
    QStringList names = m_head.metrics(entity);
    if (openTables()) {
        for (const SeriesBook::Series &series : m_tables->book().of(entity))
            names.append(series.metric);
    }
    names.sort();
    names.removeDuplicates();
    return names;
}

std::vector<SampleSpan> SampleReader::unwatched(SampleSpan span)
{
    return m_tables ? m_tables->unwatched(span) : std::vector<SampleSpan>();
}

} // namespace graticule
