// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/regionsmodel.h"
#include "models/samplecalls.h"
#include "models/trails/trailqueue.h"

namespace graticule {

/// How the round trips that begin in each region stand to what is usual at this hour: the p95 over its links of the
/// last minutes' medians, less the same of the medians of the past days (at most 7). Asked for again every minute and
/// for another moment of the past, while somebody looks. GUI thread.
class RegionChanges : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this.
    RegionChanges(FleetStore &store, SampleCalls &calls, QObject *parent = nullptr);

    void setAwake(bool isAwake);
    /// By region; regions of which nothing can be said are not among them.
    const QHash<QString, RegionChange> &all() const { return m_changes; }
    /// What is usual of some links is still being worked out: it is asked for again, and no picture is whole before.
    bool isSettled() const { return m_queue.isSettled() && !m_isPending; }

    static QHash<QString, RegionChange> changesOf(const FleetTables &tables, const QList<LinkWindow> &windows);

Q_SIGNALS:
    void changed();

private:
    void ask(QObject *context, Instant to, const TrailQueue::Done &done);
    void askNow(QObject *context, Instant to, const TrailQueue::Done &done);
    void show(const QHash<QString, RegionChange> &changes);

    FleetStore &m_store;
    SampleCalls &m_calls;
    QHash<QString, RegionChange> m_changes;
    bool m_isPending = false; ///< of the last answer
    TrailQueue m_queue;       ///< last: it calls what is above
};

} // namespace graticule
