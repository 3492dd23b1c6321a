// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/clock.h"
#include "backend/fleet/fleet.h"

#include <QSet>
#include <QThreadPool>

#include <optional>

namespace graticule {

/// What each connection last told, kept on disk so that a keeper that starts again shows it (marked stale) until the
/// endpoints report. One file of facts per connection, written when they changed, and one file with the freshness of
/// all feeds, how our connections do, and the verdicts, which is small; it is never newer than the facts. Written after
/// 2 s, 4 s and so on to every 30 s; where that would take more than a three thousandth of a core, less often, to every
/// 5 min, for what is lost with a crash is only what the endpoints tell again. In a thread of its own, from shared
/// values.
class LastFacts : public QObject
{
    Q_OBJECT

public:
    static constexpr Milliseconds kFirst{2'000};
    static constexpr Milliseconds kEvery{30'000};
    static constexpr Milliseconds kAtLeastEvery{300'000};

    /// An empty @p directory keeps nothing. @p fleet and @p clock outlive this.
    LastFacts(QString directory, const Fleet &fleet, Clock &clock);
    ~LastFacts() override;

    /// What was kept of one connection.
    struct Kept
    {
        FleetDelta facts;         ///< of the endpoint; feeds as fresh as they were
        std::optional<Feed> feed; ///< of the connection itself
        Error failure;            ///< why the connection was out of sight; text empty: it was not
        EntityId countedBy = {};  ///< Connection::countedBy
    };
    /// Reads what was kept of @p connections in the thread pool, and deletes what was kept of others. @p restored is
    /// called for each, then @p done with the verdicts: in this thread, from the event loop; at once when nothing is
    /// kept.
    void restore(const QList<EntityId> &connections, std::function<void(const EntityId &, const Kept &)> restored,
                 std::function<void(const FleetDelta &verdicts)> done);

    void touch(const EntityId &connection) { m_changed.insert(connection); }
    void forget(const EntityId &connection);
    /// Starts writing; when what was kept is restored, or it would be overwritten by what is not there yet.
    void start();
    /// Writes what changed, and waits for it; for the orderly end. Nothing before start().
    void finish();

private:
    void removeOthers(const QList<EntityId> &known);
    void writeNowAndThen();
    void write();
    QString pathOf(const EntityId &connection) const;
    QString freshnessPath() const;
    /// How long to wait, when the last writing took so long.
    Milliseconds pauseAfter(Milliseconds took) const;

    QString m_directory;
    const Fleet &m_fleet;
    Clock &m_clock;
    QSet<EntityId> m_changed;
    bool m_started = false;
    Milliseconds m_pause = kFirst;
    std::atomic<qint64> m_tookMs{0};
    QSet<EntityId> m_behind; ///< of the pool's one thread: their facts on disk are older than their freshness would say
    QThreadPool m_pool;      ///< last: its tasks, which the destructor waits for, use what is above
};

} // namespace graticule
