// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/loadmeter.h"
#include "backend/connectors/logreader.h"
#include "backend/connectors/measurement.h"
#include "backend/domain/action.h"
#include "backend/domain/connectionconfig.h"
#include "backend/domain/fleetdelta.h"
#include "backend/domain/fleetevent.h"
#include "backend/telemetry/sample.h"

#include <QObject>

#include <functional>
#include <vector>

namespace graticule {

class Bookmarks;
class SecretStore;
class SiteResolver;
struct OwnLabels;

/// What a connector works with. Everything referred to outlives the connector.
struct ConnectorContext
{
    ConnectionConfig config;
    Clock &clock;
    LoadMeter &load;
    const SiteResolver &sites;      ///< labels and provider hints -> site and place
    const SecretStore &secrets;     ///< reads token and key files by reference
    QString keeperId;               ///< of the keeper we work in; for loop detection
    Bookmarks *bookmarks = nullptr; ///< over restarts of the keeper; null: nothing is kept
};

/// Proof that the endpoint is alive, and what it said of itself on the way.
struct Beat
{
    double latencyMs = -1;
    /// What the beat measures of the way to the endpoint; Unknown: nothing, e.g. it has no way over a network.
    ProbeKind probe = ProbeKind::Unknown;
    double rttMs = -1;                       ///< by it; < 0: not this time, e.g. for it had to connect first
    std::optional<Milliseconds> clockOffset; ///< endpoint's clock minus ours
    double clockErrorMs = -1;                ///< clockOffset is right within this; < 0: not known
    EntityId site;                           ///< where the endpoint stands; empty: not known
    Instant certificateExpiry = kNever;
    QString version;
    QStringList keeperPath; ///< ids of the keepers behind the endpoint; empty for platforms
    QStringList warnings;   ///< lasting remarks that are no failure, e.g. "may not list volumes (403)"
    /// By what the endpoint is known again when another connection leads to it, too: "KIND:VALUE", the surest first.
    /// Empty: not known, or not yet. See isSameEndpoint().
    QStringList identities = {};
};

/// Speaks one platform's API for one connection: a transport plus a pure parser. Lives in the keeper's backend thread
/// and never blocks it; parsing of more than 64 kB goes to the thread pool.
///
/// A session is start() ... failed() or stop(). The supervisor owns the rest: when to start again (back-off), when a
/// beat is due, when silence is too long, the connection's state. So a connector
///  - never retries by itself, keeps nothing over sessions but what it needs to resume;
///  - signals failed() exactly once per session, and nothing after it or after stop();
///  - signals listed() when its full listing is in: what the listing lacks is gone. A session that could resume where
///    the last one ended signals changed() instead, even when there is nothing new: by either the facts are complete.
///    listed() again within a session says that something was missed: what is gone is known, but not since when;
///  - answers probe() by beat() or failed(), and leaves the deadline to the supervisor: one that it misses is asked
///    again, and the first answer counts;
///  - reports every request and byte to the load meter, and asks it before all but beats.
/// Entities carry ids made with EntityId::of(config.id, ...), or those a remote keeper gave. Fields that are recorded
/// are an allow-list: no environment variables, no command lines.
class Connector : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void start() = 0;
    virtual void stop() = 0;
    /// Proves the endpoint alive by the cheapest real call, apart from any silent watch.
    virtual void probe() = 0;
    /// Performs @p action; @p progress is called at least once, the last time with `finished`. The default refuses.
    virtual void perform(const Action &action, std::function<void(const ActionProgress &)> progress);
    /// What can be done to @p target, also between sessions: then what it knows without asking. The default has
    /// nothing.
    /// @p connection: of the asker, for those who pass it on.
    virtual void offers(const EntityId &target, const EntityId &connection, ActionReply<QList<ActionOffer>> done);
    /// What @p action would do; asks, and changes nothing. The default refuses, as that of the next does.
    virtual void preview(const Action &action, ActionReply<ActionPlan> done);
    /// Ends what perform() does under @p key as soon as that can be done cleanly.
    virtual void stopAction(const QString &key, ActionReply<ActionProgress> done);
    /// What can be read of @p target: what writes logs there. The default refuses, as that of the next does.
    virtual void logSources(const EntityId &target, LogSourcesReply done);
    /// Reads logs of its endpoint, beside its session and within it: as long as the reader lives, and no longer than
    /// the session does.
    virtual Result<std::unique_ptr<LogReader>> followLogs(const LogOrder &order);
    /// Events that somebody else keeps. The default has none; what the endpoint itself tells comes by happened().
    virtual void events(const EventQuery &query, std::function<void(const Result<EventAnswer> &)> done);
    /// What each container, workload and volume of its endpoint carries itself, as far as it was told since it was
    /// made; also between sessions. The default knows nothing.
    virtual std::vector<OwnLabels> ownLabels() const;

Q_SIGNALS:
    /// Everything the endpoint has: replaces all that this connection said before.
    void listed(const graticule::FleetDelta &all);
    void changed(const graticule::FleetDelta &delta);
    void beat(const graticule::Beat &beat);
    void sampled(const QList<graticule::Sample> &samples);
    /// What happened at the endpoint, by our clock; none: from now on it is told.
    void happened(const QList<graticule::FleetEvent> &events);
    void failed(const graticule::Error &error);
};

} // namespace graticule
