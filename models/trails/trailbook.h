// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/trailkind.h"
#include "models/trails/sampletrails.h"
#include "models/trails/statetrails.h"

#include <QCoreApplication>

namespace graticule {

/// How the rows of one table were lately, for all of its columns of trails. GUI thread.
class TrailBook : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this.
    TrailBook(FleetStore &store, SampleCalls &calls, QObject *parent = nullptr);

    /// From the top; none: nobody looks.
    void see(TrailKind kind, const QList<EntityId> &rows);

    /// Of Latency and Cpu. Null: not told yet.
    const SampleTrail *samples(TrailKind kind, const EntityId &row) const;
    /// Of States. Null: not told yet.
    const StateHistory *states(const EntityId &row) const { return m_states.find(row); }
    /// The site has no link, so that nothing can be told of its latency.
    bool isAlone(const EntityId &site) const;
    /// Of Latency: whether the link that is shown is worse than it may be.
    bool isAbnormal(const EntityId &site) const;
    /// The same as a sentence without its end; while it is asked, that it is.
    QString words(TrailKind kind, const EntityId &row) const;
    bool isSettled() const;

Q_SIGNALS:
    void changed(graticule::TrailKind kind, const graticule::EntityId &row);

private:
    void findLinks();
    void takeLinks(quint64 question, const QHash<EntityId, EntityId> &links, const QSet<EntityId> &of);
    QString linkName(const EntityId &site) const;

    FleetStore &m_store;
    SampleTrails m_latency;
    SampleTrails m_cpu;
    StateTrails m_states;
    QList<EntityId> m_sites;           ///< whose latency is seen
    QHash<EntityId, EntityId> m_links; ///< worst link of each of them; an empty id: it has none
    Milliseconds m_foundAt{0};         ///< steady: when these were looked for
    quint64 m_question = 0;
    bool m_isFinding = false;
};

} // namespace graticule
