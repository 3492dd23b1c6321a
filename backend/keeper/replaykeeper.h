// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/controlserver.h"
#include "backend/history/pastsnapshots.h"
#include "backend/incident/incidentfile.h"
#include "backend/telemetry/samplestore.h"

#include <QTemporaryDir>

#include <atomic>

namespace graticule {

/// A keeper that reads a file: serves what an incident file has as if it were its own past, and nothing else. It has
/// no connections, knows no home, and refuses whatever would act. What the file has is unpacked into a directory of
/// its own, which goes with it. Lives in one thread.
class ReplayKeeper : public QObject, public KeeperCommands
{
    Q_OBJECT

public:
    /// Reads and unpacks @p path, which takes a while: @p told hears how far it is, in thousandths. @p clock outlives
    /// the keeper.
    static Result<std::unique_ptr<ReplayKeeper>> open(const QString &path, const QString &build, Clock &clock,
                                                      std::function<void(int permille)> told = {});
    ~ReplayKeeper() override;

    Result<ControlServer *> serve(const ServerOptions &options);
    /// Watch streams open now.
    int watchers() const;
    const IncidentFile &file() const { return *m_file; }

    // KeeperCommands
    Description describe() const override;
    void samples(const SamplesQuery &query, std::function<void(const SamplesAnswer &)> done) override;
    void linkWindows(const LinkWindowsQuery &query, std::function<void(const LinkWindowsAnswer &)> done) override;
    void perform(const Action &action, Progress progress) override;
    QList<ConnectionConfig> connections() const override { return m_connections; }
    Result<ConnectionConfig> save(ConnectionConfig config) override;
    Result<ConnectionConfig> replace(ConnectionConfig config, const ConnectionConfig &before) override;
    Result<ConnectionConfig> remove(const QString &nameOrId) override;
    Result<ConnectionConfig> setPaused(const QString &nameOrId, bool paused) override;
    Result<ConnectionConfig> retry(const QString &nameOrId) override;
    void test(const ConnectionConfig &config, Steps steps) override;
    void discover(std::function<void(const QList<DiscoveredEndpoint> &)> done) override;
    QList<ConnectorTypeInfo> connectorTypes() const override { return {}; }
    QList<BrokenFile> brokenFiles() const override { return {}; }
    Result<LabStatus> startLab(int sites, quint64 seed) override;
    Result<LabStatus> stopLab() override;
    LabStatus labStatus() const override { return {}; }

private:
    ReplayKeeper(std::unique_ptr<IncidentFile> file, QString build, Clock &clock);
    Result<Done> unpack();
    std::vector<SampleSpan> unwatched(qint64 from, qint64 to) const;

    std::unique_ptr<IncidentFile> m_file;
    const QString m_build;
    Clock &m_clock;
    const quint64 m_epoch;
    QTemporaryDir m_directory; ///< 0700
    SnapshotHub m_hub;         ///< has the last moment
    std::atomic<qint64> m_nowMs;
    std::unique_ptr<SampleStore> m_samples;
    std::unique_ptr<PastSnapshots> m_past;
    QList<ConnectionConfig> m_connections;
    QList<TimeSpan> m_holes;                               ///< nobody watched
    std::vector<std::unique_ptr<ControlServer>> m_servers; ///< last: they end before what they serve
};

} // namespace graticule
