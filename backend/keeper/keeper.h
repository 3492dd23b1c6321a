// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/config/connectionfiles.h"
#include "backend/connectors/bookmarks.h"
#include "backend/control/controlserver.h"
#include "backend/keeper/actiondesk.h"
#include "backend/keeper/connectionset.h"
#include "backend/keeper/keeperlogs.h"
#include "backend/keeper/keeperoptions.h"
#include "backend/keeper/lastfacts.h"
#include "backend/keeper/publisher.h"
#include "backend/keeper/rulebook.h"
#include "backend/keeper/samebook.h"
#include "backend/keeper/samplesources.h"
#include "backend/keeper/survey.h"
#include "backend/telemetry/samplestore.h"
#include "backend/telemetry/sampletail.h"

#include <atomic>

namespace graticule {

class ActRecord;
class IncidentExporter;
class LabHost;
class PastSnapshots;
class Recorder;

/// A keeper: connections, the fleet they tell of, verdicts on it, samples, and what consoles ask for, served by any
/// number of control servers. Lives in one thread, the backend thread.
class Keeper : public QObject, public KeeperCommands
{
    Q_OBJECT

public:
    struct Parts
    {
        Clock &clock;
        const ConnectorRegistry &registry;
        const SiteResolver &sites;
        const SecretStore &secrets;
    };

    /// All parts outlive the keeper.
    Keeper(KeeperOptions options, const Parts &parts);
    ~Keeper() override;

    /// Of the file of label rules that is beside such a directory of connections.
    static QString rulesBeside(const QString &connectionsDirectory);
    /// Reads connections and last facts (large ones take a while, off this thread), then publishes them and begins to
    /// ask the endpoints.
    void start();
    /// Reads the connection files and the label rules again and adopts what changed.
    void reload();
    /// Serves the control API in one more way; see ControlServer::start(). @p faults outlives the keeper.
    Result<ControlServer *> serve(const ServerOptions &options, const ServerFaults *faults = nullptr);
    /// Watch streams open now, over all servers.
    int watchers() const;
    void setVerbHandler(VerbHandler handler) { m_verbHandler = std::move(handler); }
    /// The lab that this keeper can run; null (the default): none. Outlives the keeper.
    void setLab(LabHost *lab);

    SnapshotHub &hub() { return m_hub; }
    const ConnectionFiles &files() const { return m_files; }
    RuleBook &rules() { return m_rules; }
    SameBook &same() { return m_same; }

    // KeeperCommands
    Description describe() const override;
    void samples(const SamplesQuery &query, std::function<void(const SamplesAnswer &)> done) override;
    void linkWindows(const LinkWindowsQuery &query, std::function<void(const LinkWindowsAnswer &)> done) override;
    void perform(const Action &action, Progress progress) override;
    bool knowsAction(const QString &key) const override { return m_actions.knows(key); }
    void offers(const EntityId &target, const EntityId &connection, ActionReply<QList<ActionOffer>> done) override;
    void preview(const Action &action, ActionReply<ActionPlan> done) override;
    void stopAction(const QString &key, ActionReply<ActionProgress> done) override;
    QList<ActionUnderWay> running() const override { return m_actions.running(); }
    ActionTarget targetOf(const Action &action) const override;
    Error whyNot(const Action &action) const override;
    QList<ConnectionConfig> connections() const override;
    Result<ConnectionConfig> save(ConnectionConfig config) override;
    Result<ConnectionConfig> replace(ConnectionConfig config, const ConnectionConfig &before) override;
    Result<ConnectionConfig> remove(const QString &nameOrId) override;
    Result<ConnectionConfig> setPaused(const QString &nameOrId, bool paused) override;
    Result<ConnectionConfig> retry(const QString &nameOrId) override;
    void test(const ConnectionConfig &config, Steps steps) override;
    void discover(std::function<void(const QList<DiscoveredEndpoint> &)> done) override;
    QList<ConnectorTypeInfo> connectorTypes() const override;
    QList<BrokenFile> brokenFiles() const override;
    Result<LabStatus> startLab(int sites, quint64 seed) override;
    Result<LabStatus> stopLab() override;
    LabStatus labStatus() const override;

Q_SIGNALS:
    /// Somebody asked for something: this keeper is of use.
    void asked() const;

private:
    Error noConnection(const QString &nameOrId) const;
    Result<ConnectionConfig> mayChange(const QString &nameOrId) const;
    Result<Done> adoptFromDisk(const EntityId &id);
    QString twinsOf(const FoundEndpoint &found, const std::vector<FoundEndpoint> &all) const;
    QStringList complaintsOf(const ConnectionConfig &config) const;
    Result<Done> checkNew(const ConnectionConfig &config) const;
    void takeBack(const EntityId &id, const LastFacts::Kept &kept);
    void begin();
    void begin(Supervisor &supervisor);
    void tellTime();
    /// Stores what was measured by @p source, and hands it to the keepers that follow this one.
    void take(const EntityId &source, const QList<Sample> &samples);
    void openRecord();
    void add(const ConnectionConfig &config);
    void readRuledAgain();
    /// Those of @p connections through which something is done are put off until it has ended: to be read again, a
    /// connection is cut, and with it a drain or a rollout of somebody else.
    void readAgain(const QList<EntityId> &connections);
    /// Those that are put off, by name.
    QList<WaitingConnection> waiting() const;
    RuleBook::Parts ruleParts();
    void showLabConnections();
    Error severalPerformers(const Action &action) const;
    Supervisor *performerOf(const EntityId &target, const EntityId &connection) const;
    Error noPerformer(const Action &action) const;

    KeeperOptions m_options;
    Parts m_parts;
    Fleet m_fleet;
    SnapshotHub m_hub;
    Publisher m_publisher;
    std::atomic<qint64> m_nowMs;           ///< by our clock, for the threads of the samples
    std::unique_ptr<Recorder> m_recorder;  ///< null: nothing is recorded
    std::unique_ptr<PastSnapshots> m_past; ///< asks the recorder
    std::unique_ptr<ActRecord> m_acts;     ///< null: what people do is not recorded
    Bookmarks m_bookmarks;                 ///< ends after what is below, which stores what they stand for
    SampleStore m_samples;
    SampleTail m_tail;
    SampleSources m_sources;
    ConnectionFiles m_files;
    LastFacts m_last;
    RuledSites m_sites;
    ConnectionSet m_connections;
    RuleBook m_rules;
    SameBook m_same;
    KeeperLogs m_logs;
    Survey m_survey;
    std::unique_ptr<IncidentExporter> m_incidents; ///< null: nothing is recorded; asks what is above
    LabHost *m_lab = nullptr;
    VerbHandler m_verbHandler;
    bool m_begun = false; ///< last facts are back
    ActionDesk m_actions;
    QHash<EntityId, Instant> m_putOff;                     ///< connections that are to be read again, since when
    std::vector<std::unique_ptr<ControlServer>> m_servers; ///< last: they end before what they serve
};

} // namespace graticule
