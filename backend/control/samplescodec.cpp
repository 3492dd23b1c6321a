// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/samplescodec.h"

#include "control.pb.h"

#include <QSet>

#include <algorithm>
#include <cmath>

namespace graticule {
namespace v1 = control::v1;
namespace {

constexpr quint32 kMostPoints = 1'000'000;

Resolution resolutionOf(int wire)
{
    return wire >= int(Resolution::Raw) && wire <= int(Resolution::Hour) ? Resolution(wire) : Resolution::Automatic;
}

template<class Spans> void encodeSpans(const std::vector<SampleSpan> &from, Spans *to)
{
    for (const SampleSpan &span : from) {
        v1::TimeSpan *message = to->Add();
        message->set_from_ms(span.from);
        message->set_to_ms(span.to);
    }
}

template<class Spans> std::vector<SampleSpan> decodeSpans(const Spans &from)
{
    std::vector<SampleSpan> spans;
    for (const v1::TimeSpan &span : from) {
        if (span.from_ms() < span.to_ms())
            spans.push_back({span.from_ms(), span.to_ms()});
    }
    return spans;
}

void encode(const SampleAnswer &from, v1::Series *to)
{
    to->set_entity(from.entity.utf8().toStdString());
    to->set_metric(from.metric.toStdString());
    to->set_resolution(v1::SamplesRequest::Resolution(from.resolution));
    to->set_step_ms(from.stepMs);
    for (const SampleBucket &bucket : from.buckets) {
        to->add_at_ms(bucket.ms);
        to->add_value(bucket.mean);
        if (from.stepMs == 0)
            continue;
        to->add_count(bucket.count);
        to->add_min(bucket.min);
        to->add_max(bucket.max);
    }
    encodeSpans(from.unwatched, to->mutable_unwatched());
    encodeSpans(from.damaged, to->mutable_damaged());
    to->set_failed(from.isFailed);
    for (const QString &source : from.sources)
        to->add_sources(source.toStdString());
}

SampleAnswer decode(const v1::Series &from)
{
    SampleAnswer answer;
    answer.entity = EntityId(QByteArray::fromStdString(from.entity()));
    answer.metric = QString::fromStdString(from.metric());
    answer.resolution = resolutionOf(from.resolution());
    answer.stepMs = from.step_ms();
    const bool hasSpread = from.count_size() == from.value_size() && from.min_size() == from.value_size() &&
                           from.max_size() == from.value_size();
    for (int i = 0; i < std::min(from.at_ms_size(), from.value_size()); ++i) {
        const double value = from.value(i);
        SampleBucket bucket{from.at_ms(i), 1, value, value, value};
        if (hasSpread)
            bucket = {from.at_ms(i), from.count(i), from.min(i), from.max(i), value};
        if (std::isfinite(bucket.min) && std::isfinite(bucket.max) && std::isfinite(bucket.mean))
            answer.buckets.push_back(bucket);
    }
    answer.unwatched = decodeSpans(from.unwatched());
    answer.damaged = decodeSpans(from.damaged());
    answer.isFailed = from.failed();
    for (const std::string &source : from.sources())
        answer.sources.append(QString::fromStdString(source));
    return answer;
}

void encode(const SampleStatus &from, v1::SampleStore *to)
{
    to->set_trouble(from.error.text.toStdString());
    to->set_unsaved(from.unsaved);
    to->set_stored(from.counts.stored);
    to->set_out_of_order(from.counts.outOfOrder);
    to->set_duplicate(from.counts.duplicate);
    to->set_too_old(from.counts.tooOld);
    to->set_too_new(from.counts.tooNew);
    to->set_not_number(from.counts.notNumber);
    to->set_no_room(from.counts.noRoom);
    to->set_queue_full(from.counts.queueFull);
    to->set_damaged(from.counts.damaged);
    for (const QString &note : from.notes)
        to->add_notes(note.toStdString());
}

SampleStatus decode(const v1::SampleStore &from)
{
    SampleStatus status;
    status.error.text = QString::fromStdString(from.trouble());
    status.isOpen = status.error.text.isEmpty();
    status.unsaved = from.unsaved();
    status.counts = {from.stored(),     from.out_of_order(), from.duplicate(),  from.too_old(), from.too_new(),
                     from.not_number(), from.no_room(),      from.queue_full(), from.damaged()};
    for (const std::string &note : from.notes())
        status.notes.append(QString::fromStdString(note));
    return status;
}

} // namespace

void encode(const SamplesQuery &from, v1::SamplesRequest *to)
{
    to->set_entity(from.entity.utf8().toStdString());
    for (const QString &metric : from.metrics)
        to->add_metrics(metric.toStdString());
    to->set_from_ms(toMs(from.from));
    to->set_to_ms(toMs(from.to));
    to->set_resolution(v1::SamplesRequest::Resolution(from.resolution));
    to->set_points(quint32(std::max(from.points, 0)));
}

Result<SamplesQuery> decode(const v1::SamplesRequest &from)
{
    SamplesQuery query;
    query.entity = EntityId(QByteArray::fromStdString(from.entity()));
    QSet<QString> seen;
    for (const std::string &metric : from.metrics()) {
        const QString name = QString::fromStdString(metric);
        if (seen.contains(name))
            continue;
        if (seen.size() == kMostMetrics)
            return Error{ErrorKind::Invalid, Fault::Input,
                         QStringLiteral("metrics: names more than %1; ask for fewer at once, or for none, which means "
                                        "all.")
                             .arg(kMostMetrics),
                         std::nullopt};
        seen.insert(name);
        query.metrics.append(name);
    }
    query.from = instantFromMs(from.from_ms());
    query.to = instantFromMs(from.to_ms());
    query.resolution = resolutionOf(from.resolution());
    if (from.points() == 0 && query.resolution == Resolution::Automatic)
        query.resolution = Resolution::Raw;
    query.points = int(std::clamp<quint32>(from.points(), 1, kMostPoints));
    return query;
}

void encode(const SamplesAnswer &from, v1::SamplesReply *to)
{
    for (const SampleAnswer &series : from.series) {
        if (!series.buckets.empty() || !series.damaged.empty() || series.isFailed)
            encode(series, to->add_series());
    }
    encode(from.store, to->mutable_store());
}

SamplesAnswer decode(const v1::SamplesReply &from)
{
    SamplesAnswer answer;
    for (const v1::Series &series : from.series())
        answer.series.append(decode(series));
    answer.store = decode(from.store());
    return answer;
}

} // namespace graticule
