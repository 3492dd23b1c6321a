// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/connectionstate.h"
#include "backend/connectors/connectorregistry.h"
#include "backend/connectors/entrustedacts.h"
#include "backend/connectors/supervisorbackoff.h"
#include "backend/connectors/supervisorgate.h"
#include "backend/connectors/supervisorreport.h"
#include "backend/connectors/wayschedule.h"

namespace graticule {

/// What all supervisors of a keeper work with; everything referred to outlives them.
struct SupervisorContext
{
    Clock &clock;
    const SiteResolver &sites;
    const SecretStore &secrets;
    StartGate &gate;
    QString keeperId;
    std::function<double()> chance; ///< 0..1, for jitter
    bool measures = true;           ///< ways to endpoints, beside what beats tell of them
    Bookmarks *bookmarks = nullptr; ///< of connectors; null: nothing is kept over restarts
};

/// Owns one connection: starts its connector, proves the endpoint alive every two seconds, tries again after failures,
/// and tells how the connection is doing. Backend thread.
///
/// - A beat that is not answered within 2 s makes the connection stale while we go on waiting for it; after 10 s of
///   silence the session is given up and begun anew. A session that has heard nothing yet gets one beat more.
/// - Kinds whose streams tell of most deaths at once have rarer beats (ConnectorType::calmBeat) while all is well,
///   every two seconds again as soon as one was late or lost. Silence is counted from when we asked.
/// - While a failed connection is tried again it keeps its failed state (no flicker): it becomes live by proof only.
///   One that is paused and resumed meanwhile keeps its error, so that nobody takes its facts for good.
/// - One that drops again and again says so with a count, and counts as live once it has held for five seconds.
/// Beside the beats it has the way to the endpoint measured where its kind can (ConnectorType::probe), now and then,
/// within the load budget, and also while there is no session: a dead service and a dead way are told apart by it.
///
/// What it tells of the connection (`reported`) is a source of its own beside the endpoint's facts (`listed`,
/// `changed`).
class Supervisor : public QObject
{
    Q_OBJECT

public:
    static constexpr Milliseconds kBeat{2000};           ///< from one beat to the next, and until one is missed
    static constexpr Milliseconds kGiveUp{10'000};       ///< of silence
    static constexpr Milliseconds kListing{30'000};      ///< until an endpoint that answers must have listed
    static constexpr Milliseconds kListingMost{300'000}; ///< then the session is given up
    static constexpr int kFlapping = 3;                  ///< drops in a row
    static constexpr Milliseconds kProbation{5000};      ///< what a flapping one must hold to be live
    static constexpr double kSlowAfterMs = 1000;         ///< unless option "slow-after" says otherwise

    /// Options read here: "slow-after" (milliseconds).
    Supervisor(const ConnectorType &type, ConnectionConfig config, SupervisorContext context,
               QObject *parent = nullptr);
    ~Supervisor() override;

    /// Tells of the connection, "never asked" or paused, without asking anything.
    void announce();
    /// Begins, when the gate lets it. Nothing when paused, or begun already.
    void start();
    void setPaused(bool paused);
    /// Nothing is asked for now, for others have their turn; shown as paused, with a remark. Not configured.
    void setResting(bool resting);
    /// Ends the wait for the next attempt; nothing when there is none.
    void retryNow();
    /// What an earlier run knew stands until the endpoint reports: how fresh its facts are (@p feed), and that it was
    /// out of sight (@p failure; text empty: it was not). Call before start(), when the fleet has the facts.
    void restore(const Feed &feed, const Error &failure = {});
    /// As the connector does, but refused when there is no session. A session that ends ends it with an error; what
    /// another keeper does is followed again in the next one.
    void perform(const Action &action, const std::function<void(const ActionProgress &)> &progress);
    /// Why the endpoint would not be asked; text empty: it would.
    Error whyNot() const;
    /// As the connector has them; while the endpoint is not seen, none of them is possible.
    void offers(const EntityId &target, const EntityId &connection, const ActionReply<QList<ActionOffer>> &done);
    void preview(const Action &action, const ActionReply<ActionPlan> &done);
    void stopAction(const QString &key, const ActionReply<ActionProgress> &done);

    /// As the connector does, but refused while there is no session.
    void logSources(const EntityId &target, const LogSourcesReply &done);
    Result<std::unique_ptr<LogReader>> followLogs(const LogOrder &order);
    void events(const EventQuery &query, const std::function<void(const Result<EventAnswer> &)> &done);
    /// As the connector has them, once it has listed.
    std::vector<OwnLabels> ownLabels() const;

    const ConnectionConfig &config() const { return m_config; }
    const Connection &connection() const { return m_report.connection(); }
    const Feed &feed() const { return m_report.feed(); }
    /// Why it is out of sight, until it answers again; text empty: it is not, or nothing is known of that yet.
    Error failure() const { return failureOf(connection()); }
    /// Ids of the keepers that the endpoint reads, itself first; only for keepers.
    const QStringList &keeperPath() const { return m_keeperPath; }
    /// Where the endpoint stands, once it has told; empty: not known.
    const EntityId &site() const { return m_site; }
    /// By what its endpoint is known again (Beat::identities), as it told last; empty: it has not.
    const QStringList &identities() const { return m_identities; }
    /// As its endpoint told @p identities to the one before; until it tells.
    void recall(const QStringList &identities) { m_identities = identities; }
    /// Other connections, by name, lead to its endpoint, too: said of this one as long as they do. Empty: none.
    /// @p counted: the one of them that totals count instead of this; null: this one counts.
    void setTwins(const QStringList &names, const Connection *counted = nullptr);
    /// From one probe of the way to it to the next, of those that no beat is; 0: there are none.
    Milliseconds probeInterval() const { return m_ways.interval(); }
    /// From one beat to the next while all is well.
    Milliseconds beatInterval() const { return m_calmBeat; }

Q_SIGNALS:
    void listed(const graticule::FleetDelta &all);
    void changed(const graticule::FleetDelta &delta);
    /// Connection and feed; never empty.
    void reported(const graticule::FleetDelta &delta);
    void sampled(const QList<graticule::Sample> &samples);
    void happened(const QList<graticule::FleetEvent> &events);
    /// What each beat told of the way to the endpoint, and each that was not answered in time.
    void measured(const graticule::Measurement &found);
    /// Its site() is another one.
    void moved();
    /// Its identities() are other ones.
    void identified();

private:
    bool isIdle() const { return m_config.paused || m_resting; }
    void becomeIdleOrGoOn();
    void queue();
    void open();
    void close(const Error &why);
    void onListed(const FleetDelta &all);
    void onChanged(const FleetDelta &delta);
    void onBeat(const Beat &beat);
    void onFailed(const Error &error);
    void sendProbe();
    void countLost();
    ConnectorContext connectorContext();
    void watchProbe(Milliseconds delay);
    void missed();
    void facts();
    bool isCalm() const;
    void settle();
    void fail(const Error &error);
    void show(ConnectionState state, const Error &error = {}, Instant retryAt = kNever);
    void tell();
    Error withFlaps(const Error &error) const;
    Error notConnected() const;
    void after(Milliseconds delay, std::function<void()> task);

    ConnectionConfig m_config;
    SupervisorContext m_context;
    std::function<std::unique_ptr<WayProbe>(const ConnectorContext &)> m_makeWay; ///< null: its kind has none
    const Milliseconds m_calmBeat;
    LoadMeter m_load;
    ConnectionReport m_report;
    BackOff m_backOff;
    SlowJudge m_slow;
    std::unique_ptr<Connector> m_connector; ///< kept over sessions: it knows from where to resume
    WaySchedule m_ways;
    std::unique_ptr<QObject> m_timers; ///< context of this session's or this wait's timers
    StartGate::Place m_place;
    EntrustedActs m_acts;
    QStringList m_keeperPath;
    EntityId m_site;
    QStringList m_identities;

    bool m_resting = false;
    bool m_started = false;    ///< start() was called
    bool m_open = false;       ///< a session runs
    bool m_hasListed = false;  ///< in this session
    bool m_everListed = false; ///< by this connector, which may resume
    bool m_heard = false;      ///< anything in this session
    bool m_probing = false;
    bool m_isLost = false;                      ///< the probe under way counts as lost
    ProbeKind m_beatProbe = ProbeKind::Unknown; ///< what beats measure, once one has told
    quint64 m_probe = 0;
    Milliseconds m_began{0};    ///< of the session, steady
    Milliseconds m_probedAt{0}; ///< steady
    Milliseconds m_pause{0};    ///< from the beat before to the one under way
    Milliseconds m_heardAt{0};  ///< steady; begin of the session at first
};

} // namespace graticule
