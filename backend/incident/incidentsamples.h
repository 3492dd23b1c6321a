// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/incident/incidentwriter.h"
#include "backend/telemetry/samplequery.h"

#include <QSet>

#include <optional>

namespace graticule {

/// Puts the samples of a stretch of time into an incident file, as fine as they were kept, and counts them in its
/// manifest. Used once, in one thread; waits for answers and for the taker.
class IncidentSamples
{
public:
    /// Waits for the answer; nothing when there is none to be had any more.
    using Ask = std::function<std::optional<SamplesAnswer>(const SamplesQuery &query)>;
    /// Told now and then how many entities are done; false: nobody wants the file any more.
    using Progress = std::function<bool(qsizetype done, qsizetype all)>;

    /// @p writer and @p manifest, whose span is set, outlive it.
    IncidentSamples(Ask ask, IncidentWriter &writer, IncidentManifest &manifest, Instant now);

    /// All series of @p measured.
    Result<Done> write(const QSet<EntityId> &measured, const Progress &progress);

private:
    Result<Done> writeSeries(const EntityId &entity, const QString &metric);
    Result<Done> writeRaw(const EntityId &entity, const QString &metric, Instant from, Instant to, bool &isThere);
    Result<Done> take(SampleAnswer &&series);
    bool flush();

    Ask m_ask;
    IncidentWriter &m_writer;
    IncidentManifest &m_manifest;
    TimeSpan m_span;
    Instant m_now;
    SamplesAnswer m_unwritten;
    size_t m_points = 0;  ///< in it
    qint64 m_coarse = 0;  ///< stretches of which no samples are left
    qint64 m_leftOut = 0; ///< series that there was no room for
};

} // namespace graticule
