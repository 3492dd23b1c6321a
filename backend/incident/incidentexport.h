// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/incidentsource.h"
#include "backend/domain/connectionconfig.h"
#include "backend/incident/incidentfilter.h"
#include "backend/incident/incidentsamples.h"

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
        IncidentSamples::Ask samples;
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
    Result<Done> writeSettings();
    void note(const FleetDelta &delta);

    From m_from;
    IncidentOrder m_order;
    IncidentSource::Take m_take;
    IncidentFilter m_filter;
    IncidentManifest m_manifest;
    std::unique_ptr<IncidentWriter> m_writer;
    QString m_step;
    int m_permille = 0;
    QSet<EntityId> m_entities; ///< that samples may be of
};

} // namespace graticule
