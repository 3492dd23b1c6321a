// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/incident/incidentsamples.h"

#include "backend/control/samplescodec.h"
#include "backend/domain/saying.h"
#include "backend/telemetry/samplelimits.h"

#include <control.pb.h>

#include <algorithm>

namespace graticule {
namespace v1 = control::v1;
using namespace incidentform;
namespace {

constexpr size_t kSectionPoints = 100'000;
constexpr Milliseconds kWindow{std::chrono::hours(24)};
constexpr Milliseconds kShortestWindow{std::chrono::minutes(1)};
constexpr int kMostPoints = 100'000; // of one answer

} // namespace

IncidentSamples::IncidentSamples(Ask ask, IncidentWriter &writer, IncidentManifest &manifest, Instant now)
    : m_ask(std::move(ask))
    , m_writer(writer)
    , m_manifest(manifest)
    , m_span(manifest.span)
    , m_now(now)
{
}

Result<Done> IncidentSamples::write(const QSet<EntityId> &measured, const Progress &progress)
{
    QList<EntityId> entities(measured.cbegin(), measured.cend());
    std::sort(entities.begin(), entities.end());
    for (qsizetype i = 0; i < entities.size(); ++i) {
        if ((i % 64 == 0 || i + 1 == entities.size()) && !progress(i + 1, entities.size()))
            return IncidentWriter::ended();
        // What there is of it, hour by hour: of most entities nothing.
        const auto overview =
            m_ask({entities[i], {}, m_span.from, m_span.until + Milliseconds(1), Resolution::Automatic, 2});
        if (!overview)
            return IncidentWriter::ended();
        for (const SampleAnswer &series : overview->series) {
            if (m_manifest.samples >= kMostSamples) {
                ++m_leftOut;
                continue;
            }
            ++m_manifest.series;
            if (const auto written = writeSeries(entities[i], series.metric); !written)
                return written.error();
        }
    }
    if (!flush())
        return IncidentWriter::ended();
    if (m_leftOut > 0)
        m_manifest.notes.append(
            phrase("phrase.incident-left-out", {QString::number(m_leftOut), QString::number(kMostSamples)}));
    if (m_coarse > 0)
        m_manifest.notes.append(phrase("phrase.incident-coarse", {QString::number(m_coarse)}));
    return Done();
}

/// Day by day: each as fine as it was kept.
Result<Done> IncidentSamples::writeSeries(const EntityId &entity, const QString &metric)
{
    const Instant end = m_span.until + Milliseconds(1);
    for (Instant from = m_span.from; from < end; from += kWindow) {
        const Instant to = std::min(end, from + kWindow);
        bool isThere = false;
        if (const auto written = writeRaw(entity, metric, from, to, isThere); !written)
            return written;
        const bool isOld = m_now - from > SampleLimits().rawKept - SampleLimits::Days(1);
        for (const Resolution resolution : {Resolution::Minute, Resolution::Hour}) {
            if (isThere || !isOld)
                break; // or nothing was measured
            auto answer = m_ask({entity, {metric}, from, to, resolution, kMostPoints});
            if (!answer)
                return IncidentWriter::ended();
            isThere = !answer->series.isEmpty() && !answer->series.first().buckets.empty();
            if (!isThere)
                continue;
            if (const auto taken = take(std::move(answer->series.first())); !taken)
                return taken;
        }
    }
    return Done();
}

/// The samples themselves; where there are more than one answer may have, in parts.
Result<Done> IncidentSamples::writeRaw(const EntityId &entity, const QString &metric, Instant from, Instant to,
                                       bool &isThere)
{
    auto answer = m_ask({entity, {metric}, from, to, Resolution::Raw, kMostPoints});
    if (!answer)
        return IncidentWriter::ended();
    if (answer->series.isEmpty() || answer->series.first().buckets.empty())
        return Done();
    isThere = true;
    const Milliseconds half = (to - from) / 2;
    if (answer->series.first().stepMs == 0 || half < kShortestWindow)
        return take(std::move(answer->series.first()));
    const auto first = writeRaw(entity, metric, from, from + half, isThere);
    return first ? writeRaw(entity, metric, from + half, to, isThere) : first;
}

Result<Done> IncidentSamples::take(SampleAnswer &&series)
{
    const size_t points = series.buckets.size();
    if (series.stepMs > 0)
        m_coarse += qint64(points);
    m_points += points;
    m_manifest.samples += qint64(points);
    m_unwritten.series.append(std::move(series));
    return m_points < kSectionPoints || flush() ? Result<Done>(Done()) : Result<Done>(IncidentWriter::ended());
}

bool IncidentSamples::flush()
{
    if (m_unwritten.series.isEmpty())
        return true;
    v1::SamplesReply reply;
    encode(m_unwritten, &reply);
    reply.clear_store(); // how this keeper's disk does is nothing of the incident's
    m_unwritten = {};
    m_points = 0;
    return m_writer.add(Kind::Samples, QByteArray::fromStdString(reply.SerializeAsString()));
}

} // namespace graticule
