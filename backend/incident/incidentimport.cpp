// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/incident/incidentimport.h"

#include "backend/control/samplescodec.h"
#include "backend/control/valuecodec.h"
#include "backend/history/historyfile.h"
#include "backend/incident/incidentsettings.h"

#include <control.pb.h>

#include <cmath>

namespace graticule {
namespace v1 = control::v1;
using namespace incidentform;
namespace {

constexpr Milliseconds kLongest{std::chrono::hours(24 * 401)};
constexpr qsizetype kLongestId = 4096;
constexpr qsizetype kLongestMetric = 200;
constexpr int kMostSettings = 100'000;
constexpr quint64 kMostOfStretch = 60; // samples that stand for one
constexpr size_t kStepsAtOnce = 500;
constexpr qint64 kChangesAtOnce = 4096;

Error wrong(const QString &text)
{
    return {ErrorKind::Malformed, Fault::Input, text, std::nullopt};
}

bool isTime(Instant at)
{
    return at > kNever && toMs(at) <= kLatestMs;
}

/// Changes of a stranger: as many as a file of ours has in a section, and no longer ids.
Result<std::vector<HistoryChange>> changesIn(QByteArrayView log)
{
    const auto items = itemsIn(log);
    if (!items)
        return wrong(QStringLiteral("it is no change log"));
    if (*items > kMostItems)
        return wrong(QStringLiteral("it tells of more than %1 things").arg(kMostItems));
    return readChanges(log);
}

template<class Message> Result<Message> parsed(const QByteArray &bytes)
{
    Message message;
    if (!message.ParseFromArray(bytes.constData(), int(bytes.size())))
        return wrong(QStringLiteral("it is no message"));
    return message;
}

/// Writes steps run by run, as a keeper would have.
class RunWriter
{
public:
    RunWriter(HistoryFile &file, QList<TimeSpan> runs)
        : m_file(file)
        , m_runs(std::move(runs))
    {
    }

    Result<Done> begin()
    {
        m_at = m_runs.first().from;
        return m_file.beginRun(1, m_at);
    }
    Result<Done> add(HistoryChange &&change)
    {
        while (m_run + 1 < m_runs.size() && change.at >= m_runs[m_run + 1].from) {
            if (const auto ended = endRun(); !ended)
                return ended.error();
            ++m_run;
            if (const auto begun = m_file.beginRun(quint64(m_run) + 1, m_runs[m_run].from); !begun)
                return begun.error();
        }
        m_at = change.at;
        m_tables.apply(change.delta);
        qint64 entities = 0;
        forEachKind([&](const auto &table) { entities += qint64(table.size()); }, m_tables);
        if (entities > kMostEntities)
            return wrong(QStringLiteral("there is more in it at once than %1 things").arg(kMostEntities));
        m_waiting += qint64(change.delta.size());
        m_steps.push_back({std::move(change), {}, {}, {}});
        return m_waiting < kChangesAtOnce && m_steps.size() < kStepsAtOnce ? Result<Done>(Done()) : flush();
    }
    Result<Done> add(Recording::Step step)
    {
        m_steps.push_back(std::move(step));
        return m_steps.size() < kStepsAtOnce ? Result<Done>(Done()) : flush();
    }
    Result<Done> end()
    {
        while (true) {
            if (const auto ended = endRun(); !ended || m_run + 1 >= m_runs.size())
                return ended;
            ++m_run;
            if (const auto begun = m_file.beginRun(quint64(m_run) + 1, m_runs[m_run].from); !begun)
                return begun.error();
        }
    }
    Result<Done> flush()
    {
        if (m_steps.empty())
            return Done();
        if (const auto written = m_file.write(m_steps, m_at); !written)
            return written.error();
        m_steps.clear();
        m_waiting = 0;
        return m_file.tidy(m_tables);
    }

private:
    Result<Done> endRun()
    {
        if (const auto flushed = flush(); !flushed)
            return flushed.error();
        return m_file.endRun({}, std::max(m_at, m_runs[m_run].until));
    }

    HistoryFile &m_file;
    const QList<TimeSpan> m_runs; ///< never empty
    qsizetype m_run = 0;
    FleetTables m_tables;
    std::vector<Recording::Step> m_steps;
    qint64 m_waiting = 0;
    Instant m_at = kNever;
};

} // namespace

IncidentImport::IncidentImport(IncidentFile &file)
    : m_file(file)
    , m_span(file.manifest().span)
{
}

/// When somebody watched, within the span: all of it but the holes.
Result<QList<TimeSpan>> IncidentImport::runs()
{
    QList<TimeSpan> holes;
    const auto read = m_file.read(Kind::Coverage, [&](const QByteArray &bytes) -> Result<Done> {
        const auto reply = parsed<v1::CoverageReply>(bytes);
        if (!reply)
            return reply.error();
        holes += decode(*reply).holes;
        if (holes.size() > kMostHoles)
            return wrong(QStringLiteral("it tells of more than %1 holes").arg(kMostHoles));
        return Done();
    });
    if (!read)
        return read.error();
    std::sort(holes.begin(), holes.end(), [](const TimeSpan &a, const TimeSpan &b) { return a.from < b.from; });
    QList<TimeSpan> runs;
    m_holes.clear();
    Instant from = m_span.from;
    for (const TimeSpan &hole : std::as_const(holes)) {
        const Instant until = std::max(hole.from, m_span.from);
        if (until < from || until > m_span.until || hole.until <= until)
            continue;
        runs.append({from, until});
        from = std::min(hole.until, m_span.until);
        m_holes.append({until, from});
    }
    if (from < m_span.until || runs.isEmpty())
        runs.append({from, m_span.until});
    return runs;
}

Result<Done> IncidentImport::history(const QString &path)
{
    if (m_span.from <= kNever || m_span.until <= m_span.from || !isTime(m_span.until) ||
        m_span.until - m_span.from > kLongest)
        return wrong(QStringLiteral("%1: section manifest: the span is none.").arg(m_file.path()));
    const auto runs = this->runs();
    if (!runs)
        return runs.error();
    auto file = HistoryFile::open(path);
    if (!file)
        return file.error();
    RunWriter writer(**file, *runs);
    if (const auto begun = writer.begin(); !begun)
        return begun.error();
    Instant at = m_span.from;
    qint64 count = 0;
    const auto facts = m_file.read(Kind::Facts, [&](const QByteArray &bytes) -> Result<Done> {
        auto changes = changesIn(bytes);
        if (!changes)
            return changes.error();
        for (HistoryChange &change : changes.value()) {
            if (change.at < at || change.at > m_span.until)
                return wrong(QStringLiteral("time goes back in it, or leaves the span"));
            at = change.at;
            count += qint64(change.delta.size());
            if (count > kMostChanges)
                return wrong(QStringLiteral("it tells of more than %1 changes").arg(kMostChanges));
            if (const auto added = writer.add(std::move(change)); !added)
                return added.error();
        }
        return Done();
    });
    if (!facts)
        return facts.error();
    qint64 lateFacts = 0;
    const auto late = m_file.read(Kind::Late, [&](const QByteArray &bytes) -> Result<Done> {
        const auto message = parsed<v1::IncidentLate>(bytes);
        if (!message)
            return message.error();
        for (const v1::IncidentLateFact &fact : message->facts()) {
            const Instant since = instantFromMs(fact.since_ms());
            const Instant learnt = instantFromMs(fact.learnt_ms());
            if (!isTime(since) || !isTime(learnt) || learnt < since)
                return wrong(QStringLiteral("something was learnt in it before it was so"));
            if (++lateFacts > kMostLate)
                return wrong(QStringLiteral("it tells of more than %1 facts").arg(kMostLate));
            const auto changes = changesIn(QByteArrayView(fact.log().data(), qsizetype(fact.log().size())));
            if (!changes)
                return changes.error();
            Recording::Step step;
            for (const HistoryChange &change : *changes)
                step.late.push_back({since, learnt, change.delta});
            if (const auto added = writer.add(std::move(step)); !added)
                return added.error();
        }
        return Done();
    });
    if (!late)
        return late.error();
    qint64 turns = 0;
    const auto read = m_file.read(Kind::Turns, [&](const QByteArray &bytes) -> Result<Done> {
        const auto message = parsed<v1::TurnsReply>(bytes);
        if (!message)
            return message.error();
        Recording::Step step;
        step.turns = [](const QList<SiteTurn> &list) {
            return std::vector<SiteTurn>(list.cbegin(), list.cend());
        }(decode(*message));
        for (const SiteTurn &turn : step.turns) {
            if (!isTime(turn.at) || turn.at > m_span.until || turn.site.isEmpty() ||
                turn.site.utf8().size() > kLongestId)
                return wrong(QStringLiteral("it has a turn that is none"));
        }
        turns += qint64(step.turns.size());
        if (turns > kMostTurns)
            return wrong(QStringLiteral("it tells of more than %1 turns").arg(kMostTurns));
        return writer.add(std::move(step));
    });
    if (!read)
        return read.error();
    return writer.end();
}

Result<Done> IncidentImport::samples(const std::function<void(const QList<Sample> &)> &take)
{
    QList<Sample> batch;
    qint64 count = 0; // given on
    qint64 told = 0;
    const qint64 from = toMs(m_span.from);
    const qint64 until = toMs(m_span.until);
    const auto add = [&](const SampleAnswer &series, qint64 ms, double value) {
        batch.append({series.entity, series.metric, instantFromMs(std::min(ms, until)), value});
        ++count;
        if (batch.size() >= kSamplesAtOnce)
            take(std::exchange(batch, {}));
    };
    const auto addStretch = [&](const SampleAnswer &series, const SampleBucket &bucket) {
        // As many samples as there were, so that mean and count come out as they were too, and no spike is lost; of a
        // stretch of very many fewer.
        const auto number = int(std::clamp<quint64>(bucket.count, 1, count < kMostSamples ? kMostOfStretch : 3));
        const double rest = number > 2 ? (bucket.mean * number - bucket.min - bucket.max) / (number - 2) : bucket.mean;
        for (int i = 0; i < number; ++i) {
            const double value = number == 1 ? bucket.mean
                                 : i == 0    ? bucket.min
                                 : i == 1    ? bucket.max
                                             : std::clamp(rest, bucket.min, bucket.max);
            add(series, bucket.ms + series.stepMs * i / number, value);
        }
    };
    const auto read = m_file.read(Kind::Samples, [&](const QByteArray &bytes) -> Result<Done> {
        const auto message = parsed<v1::SamplesReply>(bytes);
        if (!message)
            return message.error();
        const SamplesAnswer answer = decode(*message);
        for (const SampleAnswer &series : answer.series) {
            if (series.entity.isEmpty() || series.entity.utf8().size() > kLongestId || series.metric.isEmpty() ||
                series.metric.size() > kLongestMetric || series.stepMs < 0 || series.stepMs > 86'400'000)
                return wrong(QStringLiteral("it has a series that is none"));
            told += qint64(series.buckets.size());
            if (told > kMostSamples)
                return wrong(QStringLiteral("it has more than %1 samples").arg(kMostSamples));
            for (const SampleBucket &bucket : series.buckets) {
                // A stretch begins with its minute or hour, which may be before the span.
                if (bucket.ms < from - series.stepMs || bucket.ms > until || !(bucket.min <= bucket.max))
                    ++m_refused;
                else if (series.stepMs == 0)
                    add(series, bucket.ms, bucket.mean);
                else
                    addStretch(series, bucket);
            }
        }
        return Done();
    });
    if (!batch.isEmpty())
        take(batch);
    return read;
}

Result<QList<ConnectionConfig>> IncidentImport::settings()
{
    QList<ConnectionConfig> result;
    const auto read = m_file.read(Kind::Settings, [&](const QByteArray &bytes) -> Result<Done> {
        const auto list = parsed<v1::ConnectionList>(bytes);
        if (!list)
            return list.error();
        if (list->connections_size() > kMostSettings)
            return wrong(QStringLiteral("it names more than %1 connections").arg(kMostSettings));
        for (const ConnectionConfig &config : decode(*list)) // nothing that a file of ours would not have
            result.append(forIncident(config));
        return Done();
    });
    if (!read)
        return read.error();
    return result;
}

} // namespace graticule
