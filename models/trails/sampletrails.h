// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/samplecalls.h"
#include "models/trails/trailqueue.h"

#include <vector>

namespace graticule {

/// What one thing was measured at over the last hour, minute by minute: of each the greatest value, so that no peak is
/// lost.
struct SampleTrail
{
    std::vector<double> values; ///< evenly over the time; NaN: nothing was measured
    double usual = -1;          ///< their median; < 0: there are none
    double least = -1;
    double most = -1;
    double newest = -1;
    Instant to = kNever;
    bool isRead = true; ///< false: the keeper did not tell

    int silentFor = 0; ///< minutes since the newest

    bool isEmpty() const { return newest < 0; }
    /// The newest is no longer how it is.
    bool isOld() const { return silentFor > 3; }
};

/// Pure; any thread. Two minutes without a value are bridged, more are a gap.
SampleTrail sampleTrail(const SampleAnswer &answer, Instant to);

/// The trails of the rows that are seen. GUI thread.
class SampleTrails : public QObject
{
    Q_OBJECT

public:
    static constexpr Milliseconds kLength{std::chrono::hours(1)};
    static constexpr int kValues = 60;

    /// Whose samples are asked for a row.
    using Series = std::function<EntityId(const EntityId &row)>;

    /// @p store and @p calls outlive this.
    SampleTrails(FleetStore &store, SampleCalls &calls, const QString &metric, Series series,
                 QObject *parent = nullptr);

    TrailQueue &queue() { return m_queue; }
    const TrailQueue &queue() const { return m_queue; }
    /// Null: not told yet.
    const SampleTrail *find(const EntityId &row) const;

Q_SIGNALS:
    void changed(const graticule::EntityId &row);

private:
    void ask(const EntityId &row, QObject *context, Instant to, const TrailQueue::Done &done);

    SampleCalls &m_calls;
    QString m_metric;
    Series m_series;
    QHash<EntityId, SampleTrail> m_trails;
    TrailQueue m_queue; ///< last: it calls what is above
};

} // namespace graticule
