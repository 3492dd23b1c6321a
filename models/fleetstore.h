// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/fleetclient.h"
#include "backend/domain/clock.h"
#include "backend/domain/fleetsnapshot.h"
#include "models/fleetindex.h"
#include "models/format.h"
#include "models/statetext.h"

#include <QObject>

namespace graticule {

/// The fleet as the console shows it: the newest snapshot, how the console stands with its keeper, and the time.
///
/// Every model hangs on one store and learns of changes through changed() alone. Snapshots may come as fast as they
/// like: the newest is taken at most once a frame. While the keeper does not answer, the facts go on ageing, so the
/// store itself marks as stale what passes its limit; models see that as a change like any other.
///
/// It can show a moment of the past instead: then snapshot() is how the fleet was, now() the moment, and nothing grows
/// old. What the keeper tells meanwhile is kept unseen, and shown as soon as the past is left.
///
/// GUI thread; connect a FleetClient's signals to take() and setLink() with queued connections.
class FleetStore : public QObject
{
    Q_OBJECT

public:
    static constexpr Milliseconds kFrame{16};

    /// @p clock outlives the store. @p cached is what was shown last time, or null.
    explicit FleetStore(Clock &clock, SnapshotPtr cached = {}, QObject *parent = nullptr);

    /// Never null; without data an empty one.
    const SnapshotPtr &snapshot() const { return m_shown; }
    const FleetTables &tables() const { return m_shown->tables; }
    /// Of snapshot(); already right when changed() is emitted.
    const FleetIndex &index() const { return m_index; }
    /// True once a keeper, not the cache, has sent a whole snapshot.
    bool isFirstDataIn() const { return m_isTaken && m_wasLive; }
    bool hasSnapshot() const { return m_hasSnapshot || isPast(); }
    const KeeperLink &link() const { return m_link; }
    /// What ages of facts are measured against: the keeper's time of now, or the moment of the past that is shown.
    Instant now() const { return isPast() ? m_pastAt : liveNow(); }
    /// The keeper's time of now, whatever is shown.
    Instant liveNow() const { return m_clock.now() + m_link.clockOffset; }
    Clock &clock() const { return m_clock; }
    /// How amounts and times are written, as the person chose.
    const format::Units &units() const { return m_units; }
    void setUnits(const format::Units &units);

    /// Whether a moment of the past is shown, and not the newest.
    bool isPast() const { return m_pastAt != kNever; }
    /// Shows the fleet as it was at @p at, until showLive().
    void showPast(const SnapshotPtr &snapshot, Instant at);
    /// Shows the newest, at once.
    void showLive();
    /// What the keeper told last, shown or not; never null.
    const SnapshotPtr &newest() const { return m_newest; }

    /// Begins anew, with another keeper: what was known of the one before is gone, and no link stands.
    void forget();
    /// What was shown last time, when it was not there yet at the start. Nothing once a keeper has told more.
    void showCached(const SnapshotPtr &snapshot);

public Q_SLOTS:
    void take(const graticule::SnapshotPtr &snapshot);
    void setLink(const graticule::KeeperLink &link);

Q_SIGNALS:
    void changed(const graticule::FleetChange &change);
    void linkChanged(const graticule::KeeperLink &link);
    void unitsChanged();
    /// isPast() is another; what is shown has changed already.
    void modeChanged();
    /// For ages: once a second, and when another moment of the past is shown. Repaint only what shows one.
    void ticked();
    /// Once a second, whatever is shown.
    void secondPassed();

private:
    void showNewest();
    void show(SnapshotPtr snapshot);
    void markStale();
    /// @p snapshot with what went stale since marked so; null: nothing did, or the keeper marks it.
    SnapshotPtr aged(const SnapshotPtr &snapshot) const;
    void tick();

    Clock &m_clock;
    SnapshotPtr m_newest; ///< as the keeper sent it
    SnapshotPtr m_shown;  ///< the same, or with what went stale while the keeper is lost
    FleetIndex m_index;
    format::Units m_units;
    KeeperLink m_link;
    Instant m_pastAt = kNever;   ///< the moment that is shown; kNever: the newest is
    Milliseconds m_lastShown{0}; ///< steady
    bool m_isScheduled = false;
    bool m_hasSnapshot = false;
    bool m_isTaken = false; ///< something came from the client
    bool m_wasLive = false;
};

/// What is shown of a verdict; null: unknown. An unreachable site is one that nobody sees: that its evidence is old
/// says nothing new, so it stays unreachable and does not fade into what is merely old.
SiteStatus siteStatus(const Verdict *verdict);
SiteStatus siteStatus(const FleetTables &tables, const EntityId &site);

} // namespace graticule
