// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/incidentsource.h"
#include "backend/domain/connectionconfig.h"
#include "backend/incident/incidentfilter.h"
#include "backend/incident/incidentwriter.h"
#include "backend/telemetry/samplequery.h"

#include <QSet>

namespace graticule {

class HistoryReader;

/// Puts one stretch of what a keeper recorded into an incident file. Used once, in one thread; waits for disk and
/// taker.
class IncidentExport
{
public:
    struct From
    {
        QString historyFile;
        QString keyFile;
        QString keeperId;
        QString keeperName;
        QString version;
        QList<ConnectionConfig> connections;
        /// Waits for the answer; nothing when there is none to be had any more.
        std::function<std::optional<SamplesAnswer>(const SamplesQuery &query)> samples;
        Instant now = kNever;
    };

    static constexpr Milliseconds kLongest{std::chrono::hours(24 * 400)};

    IncidentExport(From from, IncidentOrder order, IncidentSource::Take take);

    Result<Done> run();

private:
    bool put(const QByteArray &bytes);
    bool tell(const QString &step, int permille);
    Result<Done> lookThrough(HistoryReader &history);
    Result<Done> writeFacts(HistoryReader &history);
    Result<Done> writeLate(HistoryReader &history);
    Result<Done> writeTurns(HistoryReader &history);
    Result<Done> writeCoverage(HistoryReader &history);
    Result<Done> writeSamples();
    Result<Done> writeSeries(const EntityId &entity, const QString &metric);
    Result<Done> writeRaw(const EntityId &entity, const QString &metric, Instant from, Instant to, bool &isThere);
    Result<Done> take(SampleAnswer &&series);
    bool flushSamples();
    Result<Done> writeSettings();
    void note(const FleetDelta &delta);
    Error enough() const;

    From m_from;
    IncidentOrder m_order;
    IncidentSource::Take m_take;
    IncidentFilter m_filter;
    IncidentManifest m_manifest;
    std::unique_ptr<IncidentWriter> m_writer;
    QString m_step;
    int m_permille = 0;
    QSet<EntityId> m_entities; ///< that samples may be of
    SamplesAnswer m_samples;   ///< not written yet
    size_t m_points = 0;       ///< in it
    qint64 m_coarse = 0;       ///< stretches of which no samples are left
    qint64 m_leftOut = 0;      ///< series that there was no room for
};

/// What of a connection goes into an incident file: id, name, kind, its address without credentials, where it comes
/// from. Everything else stays at home, whatever is added to ConnectionConfig later.
ConnectionConfig forIncident(const ConnectionConfig &config);
/// @p address without "user:password@", and without what follows "?" or "#".
QString withoutCredentials(const QString &address);

} // namespace graticule
