// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/clockfilter.h"
#include "backend/connectors/connector.h"

namespace graticule {

/// What a supervisor tells of its connection: the Connection entity and the freshness of its feed, kept as they are now
/// and told as deltas. Beats that change nothing move the feed's time only; the connection itself is told when
/// something about it changed, else every few seconds.
class ConnectionReport
{
public:
    /// Figures (last seen, latency, load) are told at most this often.
    static constexpr Milliseconds kFigures{5000};
    /// Without a beat for so long, what the feed told is stale; longer where beats are rarer.
    static constexpr Milliseconds kFeedLimit{10'000};

    ConnectionReport(const ConnectionConfig &config, const QString &keeperId, Milliseconds feedLimit = kFeedLimit);

    const Connection &connection() const { return m_connection; }
    const Feed &feed() const { return m_feed; }

    /// Takes up how fresh the facts of an earlier run are.
    void restore(const Feed &feed);
    /// `since` moves only when @p state is another one.
    void setState(ConnectionState state, const Error &error, Instant retryAt, Instant now);
    void setWarnings(const QStringList &warnings);
    /// Beside the warnings of beats, which replace each other; empty: none. And what counts instead of it. False: it
    /// was that before.
    bool setStanding(const QString &warning, const EntityId &countedBy);
    void takeBeat(const Beat &beat, Instant now, Milliseconds steady);
    /// The endpoint's facts are in as of @p now; @p anew: after a hole.
    void takeListing(bool anew, Instant now);

    /// What is to be told at @p steady; empty when nothing is.
    FleetDelta take(Milliseconds steady, LoadMeter &load);

private:
    bool isNews() const;
    void joinWarnings();

    Connection m_connection;
    Connection m_toldConnection;
    Feed m_feed;
    Feed m_toldFeed;
    QStringList m_remarks; ///< of the last beat, or instead of them
    QString m_standing;
    Milliseconds m_toldAt{0};
    ClockFilter m_clocks;
};

} // namespace graticule
