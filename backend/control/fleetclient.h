// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/watchstream.h"
#include "backend/domain/clock.h"
#include "backend/domain/fleetsnapshot.h"

#include <QObject>

namespace graticule {

/// How a console stands with its keeper.
struct KeeperLink
{
    enum class State { Unknown, Connecting, Live, Lost };
    State state = State::Unknown;
    Error error;                 ///< why lost
    Instant since = kNever;      ///< in this state since (our clock)
    Instant lastHeard = kNever;  ///< last message (our clock)
    Milliseconds clockOffset{0}; ///< keeper's clock minus ours: add to now() before comparing with times of a snapshot

    friend bool operator==(const KeeperLink &, const KeeperLink &) = default;
};

/// Follows one keeper: watches, reconnects with back-off, resumes from the last revision, folds deltas into snapshots.
/// Lives in the client thread; its signals are meant for queued connections. A keeper that is silent for two heartbeats
/// is lost.
class FleetClient : public QObject
{
    Q_OBJECT

public:
    /// @p clock outlives the client. @p cached is what was shown last time: shown first, resumed from.
    FleetClient(Clock &clock, SnapshotPtr cached, QObject *parent = nullptr);
    ~FleetClient() override;

    const KeeperLink &link() const { return m_link; }
    SnapshotPtr snapshot() const { return m_snapshot; }

public Q_SLOTS:
    /// Starts to follow the keeper behind @p channel, leaving the one before. Call again to try at once.
    void follow(std::shared_ptr<graticule::ControlChannel> channel);
    void stop();

Q_SIGNALS:
    void snapshotChanged(const graticule::SnapshotPtr &snapshot);
    void linkChanged(const graticule::KeeperLink &link);

private:
    void open();
    void take(std::vector<WatchEvent> events);
    void lose(const Error &why);
    void watchSilence();
    void setState(KeeperLink::State state, const Error &error = {});

    Clock &m_clock;
    std::shared_ptr<ControlChannel> m_channel;
    std::unique_ptr<WatchStream> m_stream;
    SnapshotPtr m_snapshot;
    FleetTables m_tables; ///< being filled; becomes the snapshot when complete
    KeeperLink m_link;
    Milliseconds m_heartbeat{2000};
    Milliseconds m_lastHeard{0}; ///< steady
    int m_attempts = 0;
    quint64 m_session = 0; ///< timers of an older session do nothing
};

} // namespace graticule
