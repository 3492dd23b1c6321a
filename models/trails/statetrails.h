// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/latency/statespans.h"
#include "models/samplecalls.h"
#include "models/trails/trailqueue.h"

namespace graticule {

/// What a site was over the last day.
struct StateHistory
{
    TimeSpan time;
    std::vector<StateSpan> spans; ///< empty: nothing is recorded
    SiteStatus status;            ///< when it was asked
    bool isRead = true;           ///< false: the keeper did not tell
};

/// How the sites that are seen were over the last day. When nobody watched is asked once for all of them. GUI thread.
class StateTrails : public QObject
{
    Q_OBJECT

public:
    static constexpr Milliseconds kLength{std::chrono::hours(24)};

    /// @p store and @p calls outlive this.
    StateTrails(FleetStore &store, SampleCalls &calls, QObject *parent = nullptr);

    TrailQueue &queue() { return m_queue; }
    const TrailQueue &queue() const { return m_queue; }
    /// Null: not told yet.
    const StateHistory *find(const EntityId &site) const;

Q_SIGNALS:
    void changed(const graticule::EntityId &site);

private:
    void apply(const FleetChange &change);
    void ask(const EntityId &site, QObject *context, Instant to, const TrailQueue::Done &done);
    void askTurns(const EntityId &site, QObject *context, Instant to, const TrailQueue::Done &done);

    void take(const EntityId &site, const StateHistory &history, const TrailQueue::Done &done);

    FleetStore &m_store;
    SampleCalls &m_calls;
    QHash<EntityId, StateHistory> m_trails;
    QList<TimeSpan> m_holes;
    Instant m_holesTo = kNever; ///< of the day before then; kNever: not told
    TrailQueue m_queue;         ///< last: it calls what is above
};

} // namespace graticule
