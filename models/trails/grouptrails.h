// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/trails/statetrails.h"

namespace graticule {

/// How groups of sites were over the last day: regions, or what is seen through one connection. Of no group anything is
/// recorded: at each time it is as its worst site was, of those that are in it now. (What a large region comes to as a
/// whole, see SiteTally, is degraded nearly always: one site in a hundred is enough.)
/// Asked for all of them at once, again every minute and for another moment of the past, while somebody looks; worked
/// out in a worker. GUI thread.
class GroupTrails : public QObject
{
    Q_OBJECT

public:
    using Members = QHash<QString, QList<EntityId>>;
    /// Pure; any thread.
    using Grouping = std::function<Members(const FleetTables &tables)>;
    static constexpr int kMostTurns = 50'000;
    /// Of the past only moments that somebody rests at are asked for: who scrubs must not wait for a day of all sites.
    static constexpr Milliseconds kRest{300};

    /// @p store and @p calls outlive this.
    GroupTrails(FleetStore &store, SampleCalls &calls, Grouping grouping, QObject *parent = nullptr);

    /// By the region of each site.
    static Members regions(const FleetTables &tables);
    /// By the connection of ours that a site is seen through, by its id.
    static Members connections(const FleetTables &tables);

    void setAwake(bool isAwake);
    /// Null: not told yet.
    const StateHistory *find(const QString &group) const;
    /// The same as a sentence without its end; while it is asked, that it is.
    QString words(const QString &group) const;
    bool isSettled() const { return m_queue.isSettled(); }

    /// What each group was; pure. @p turns as HistoryReader tells them: first what every site was when @p span began.
    static QHash<QString, std::vector<StateSpan>> spansOf(const QList<SiteTurn> &turns, const Members &members,
                                                          const TimeSpan &span, const QList<TimeSpan> &holes);

Q_SIGNALS:
    void changed();

private:
    void ask(QObject *context, Instant to, const TrailQueue::Done &done);
    void askNow(QObject *context, Instant to, const TrailQueue::Done &done);
    void workOut(QObject *context, const QList<SiteTurn> &turns, const TimeSpan &day, const QList<TimeSpan> &holes,
                 const TrailQueue::Done &done);
    void fail(const TimeSpan &day, const TrailQueue::Done &done);

    FleetStore &m_store;
    SampleCalls &m_calls;
    Grouping m_grouping;
    StateHistory m_unread; ///< of all, while the keeper does not tell
    QHash<QString, StateHistory> m_trails;
    TrailQueue m_queue; ///< last: it calls what is above
};

} // namespace graticule
