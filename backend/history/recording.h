// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/pastsource.h"
#include "backend/history/changelog.h"

#include <QHash>

#include <optional>
#include <vector>

namespace graticule {

/// A fact that was true before it was learnt: a container that died while nobody could see it, a feed that had ended
/// before its silence was noticed.
struct LateFact
{
    Instant since = kNever; ///< true since; never before what was recorded last of the same entity
    Instant learnt = kNever;
    FleetDelta delta; ///< of one entity
};

/// A feed is watched from `from` on, or was until `until`.
struct WatchedSpan
{
    EntityId feed;
    Instant from = kNever;
    std::optional<Instant> until; ///< last proof before the hole; nullopt: goes on
};

/// What history keeps of a stream of snapshots. In it a feed's `observedAt` is kNever while it is watched without a
/// hole, and its last proof from the hole's beginning on: so that a proof is no change. Pure, one thread at a time.
class Recording
{
public:
    /// Begins with @p tables as they were recorded last, when the keeper begins to watch at @p from.
    Recording(FleetTables tables, Instant from);

    struct Step
    {
        HistoryChange change; ///< its delta may be empty
        std::vector<LateFact> late;
        std::vector<SiteTurn> turns;
        std::vector<WatchedSpan> spans; ///< that began or ended
    };
    /// What @p snapshot adds. Its moment is the snapshot's, but never before the one before (a clock that is set back).
    Step take(const SnapshotPtr &snapshot);
    /// What is recorded by now, to go back to; copied in no time.
    class Mark;
    Mark mark() const;

    /// All that is recorded, as of the last step.
    const FleetTables &tables() const { return m_tables; }
    Instant at() const { return m_at; }
    /// Changes whose moment had to be moved, because the clock was set back.
    qint64 moved() const { return m_moved; }

private:
    void shareWith(const FleetTables &now);
    void record(const FleetDelta &difference, Step &step);
    void recordFeed(const Feed &feed, Step &step);
    void findHoles(Step &step);
    void dropFeed(const EntityId &id, Step &step);
    void noteLate(const Placement &placement, Step &step);

    struct Watched
    {
        Instant from = kNever;
        Instant until = kNever; ///< last proof
        Milliseconds limit{0};
        bool isOpen = false;
    };
    using WatchedFeeds = QHash<EntityId, Watched>;

    FleetTables m_tables; ///< as recorded
    SnapshotPtr m_taken;  ///< last snapshot
    WatchedFeeds m_watched;
    QHash<EntityId, Instant> m_lastPlacements; ///< last change recorded of it since we began
    Instant m_from;
    Instant m_lookedForHoles = kNever;
    Instant m_at;
    qint64 m_moved = 0;
};

class Recording::Mark
{
public:
    const FleetTables &tables() const { return m_tables; }
    /// The keeper stops watching: every span that goes on ends with its last proof.
    std::vector<WatchedSpan> end() const;

private:
    friend class Recording;
    Mark(FleetTables tables, WatchedFeeds watched)
        : m_tables(std::move(tables))
        , m_watched(std::move(watched))
    {
    }

    FleetTables m_tables;
    WatchedFeeds m_watched;
};

} // namespace graticule
