// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/history/historyfile.h"
#include "backend/incident/incidentexport.h"
#include "backend/incident/incidentfile.h"
#include "tests/history/historyscript.h"
#include "tests/testing/must.h"

#include <QFile>
#include <QTemporaryDir>

namespace graticule::testing {

/// A keeper's morning, recorded: fra breaks at 20 s and is well again at 40; nobody watches from 60 to 80; one link is
/// measured every second. The recording is what incident files are made of.
class IncidentScript
{
public:
    IncidentScript()
    {
        const auto file = must(HistoryFile::open(historyFile()));
        HistoryScript fleet;
        const auto run = [&](double from, const std::vector<std::pair<double, SiteState>> &states, double until) {
            auto last = must(file->last());
            must(file->beginRun(quint64(from) + 1, HistoryScript::at(from)));
            Recording recording(std::move(last.tables), HistoryScript::at(from));
            for (const auto &[at, state] : states) {
                fleet.site("fra", state, at);
                must(file->write({recording.take(fleet.snapshot(at))}, HistoryScript::at(at)));
                must(file->tidy(recording.tables(), true));
            }
            must(file->endRun(recording.mark().end(), HistoryScript::at(until)));
        };
        Connection connection;
        connection.id = EntityId("connection");
        connection.name = QStringLiteral("eu");
        connection.address = QStringLiteral("https://reader:plantedaddress@eu.example:2376/?token=plantedquery");
        fleet.tables.connections.insert(std::move(connection));
        fleet.feed(1, 1);
        fleet.site("ams", SiteState::Healthy, 1);
        run(0, {{1, SiteState::Healthy}, {20, SiteState::Down}, {40, SiteState::Healthy}}, 60);
        run(80, {{81, SiteState::Degraded}}, 100);
    }

    QString historyFile() const { return path("history.db"); }
    QString path(const char *name) const { return m_directory.filePath(QLatin1String(name)); }
    IncidentExport::From from() const
    {
        ConnectionConfig config;
        config.id = EntityId("connection");
        config.name = QStringLiteral("eu");
        config.type = QStringLiteral("docker");
        config.address = QStringLiteral("https://reader:plantedaddress@eu.example:2376");
        config.token = QStringLiteral("file:/srv/keys/plantedtoken");
        config.keyFile = QStringLiteral("/srv/keys/plantedkey");
        config.caFile = QStringLiteral("/srv/keys/plantedca");
        config.options = {{QStringLiteral("password"), QStringLiteral("plantedoption")}};
        config.labels = {{QStringLiteral("note"), QStringLiteral("plantedlabel")}};
        return {.historyFile = historyFile(),
                .keyFile = path("incident.key"),
                .keeperId = QStringLiteral("keeper"),
                .keeperName = QStringLiteral("desk"),
                .version = QStringLiteral("test"),
                .connections = {config},
                .samples = &IncidentScript::samples,
                .now = HistoryScript::at(200)};
    }
    /// The whole file of the seconds @p begin to @p end.
    Result<QByteArray> made(double begin, double end) const
    {
        QByteArray bytes;
        IncidentExport work(from(), {{HistoryScript::at(begin), HistoryScript::at(end)}, QStringLiteral("a test")},
                            [&bytes](const IncidentPart &part) {
                                bytes += part.data;
                                return true;
                            });
        const auto done = work.run();
        return done ? Result<QByteArray>(bytes) : Result<QByteArray>(done.error());
    }
    QString write(const QByteArray &bytes, const char *name = "it.graticule-incident") const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("%s", qPrintable(file.errorString()));
        return file.fileName();
    }

private:
    /// fra has one value a second.
    static std::optional<SamplesAnswer> samples(const SamplesQuery &query)
    {
        SamplesAnswer answer;
        if (query.entity != EntityId("fra"))
            return answer;
        SampleAnswer series;
        series.entity = query.entity;
        series.metric = QStringLiteral("cpu.cores");
        for (double second = 0; second < 100; ++second) {
            const Instant at = HistoryScript::at(second);
            if (at >= query.from && at < query.to)
                series.buckets.push_back({toMs(at), 1, second, second, second});
        }
        answer.series.append(series);
        return answer;
    }

    QTemporaryDir m_directory;
};

} // namespace graticule::testing
