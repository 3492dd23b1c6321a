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
/// all feeds and the verdicts, which is small. Written after 2 s, 4 s and so on to every 30 s, and not more often than
/// twenty times what writing took; in a thread of its own, from shared values.
class LastFacts : public QObject
{
    Q_OBJECT

public:
    static constexpr Milliseconds kFirst{2'000};
    static constexpr Milliseconds kEvery{30'000};

    /// An empty @p directory keeps nothing. @p fleet and @p clock outlive this.
    LastFacts(QString directory, const Fleet &fleet, Clock &clock);
    ~LastFacts() override;

    /// What was kept of one connection.
    struct Kept
    {
        /// Of the endpoint; feeds as fresh as they were, relayed connections "never asked" again.
        FleetDelta facts;
        std::optional<Feed> feed; ///< of the connection itself
    };
    /// Reads what was kept of @p connections in the thread pool, and deletes what was kept of others. @p restored is
    /// called for each, then @p done with the verdicts: in this thread, from the event loop; at once when nothing is
    /// kept.
    void restore(const QList<EntityId> &connections, std::function<void(const EntityId &, const Kept &)> restored,
                 std::function<void(const FleetDelta &verdicts)> done);

    void touch(const EntityId &connection) { m_changed.insert(connection); }
    void forget(const EntityId &connection);
    /// Starts writing.
    void start();
    /// Writes what changed, and waits for it; for the orderly end.
    void finish();

private:
    void removeOthers(const QList<EntityId> &known);
    void write();
    QString pathOf(const EntityId &connection) const;
    QString freshnessPath() const;

    QString m_directory;
    const Fleet &m_fleet;
    Clock &m_clock;
    QSet<EntityId> m_changed;
    Milliseconds m_pause = kFirst;
    QThreadPool m_pool;
    std::shared_ptr<std::atomic<qint64>> m_tookMs = std::make_shared<std::atomic<qint64>>(0);
};

} // namespace graticule
