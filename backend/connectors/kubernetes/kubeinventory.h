// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/kubernetes/kubeservices.h"
#include "backend/connectors/kubernetes/kubestorage.h"
#include "backend/telemetry/sample.h"

#include <QtGlobal>

namespace graticule {

/// What one cluster has, and what of it has been told: turns its objects into entities and gives out only what differs.
/// Pure: no clock and no I/O of its own.
class KubeInventory
{
public:
    /// @p resolver outlives the inventory.
    KubeInventory(const ConnectionConfig &config, const SiteResolver &resolver);
    Q_DISABLE_COPY_MOVE(KubeInventory) // its parts know each other

    void put(KubeKind kind, const KubeObject &object);
    void remove(KubeKind kind, const QString &uid);
    /// A list of @p kind begins: what it has had up to now is held against it.
    void beginList(KubeKind kind);
    /// The list is whole: what it lacks is gone.
    void endList(KubeKind kind);

    /// What nodes use, or (@p pods) pods, instead of what pods ask for: samples of it. Empty: it is not known now.
    QList<Sample> take(const std::vector<KubeUse> &uses, bool pods, Instant now);

    /// Where the cluster is, when that is one place; empty: in several.
    EntityId site() const;
    KubeWhereabouts whereaboutsOf(const QString &kind, const QString &space, const QString &name,
                                  const QString &uid) const
    {
        return m_services.whereaboutsOf(kind, space, name, uid);
    }
    /// Of a node, service or placement.
    std::vector<KubePod> podsOf(const EntityId &target) const { return m_services.podsOf(target); }
    /// Null: the target is no node of ours.
    const KubeNode *nodeOf(const EntityId &target) const { return m_places.nodeOf(target); }
    /// Of a service or placement.
    std::vector<KubeWorkload> workloadsOf(const EntityId &target) const { return m_services.workloadsOf(target); }
    /// Of each workload and volume, in no order.
    std::vector<OwnLabels> ownLabels() const;
    bool isPassing() const { return m_services.isPassing(); }
    /// The cluster's clock minus ours.
    void setClockOffset(Milliseconds offset) { m_clockOffset = offset; }

    /// Everything. @p now is our clock.
    FleetDelta all(Instant now);
    /// What differs from what was given out before.
    FleetDelta changes(Instant now);

private:
    KubeWorkload ruled(KubeWorkload workload) const;
    void dropEmptySites(const FleetDelta &delta);

    KubePlaces m_places;
    KubeServices m_services;
    KubeStorage m_storage;
    QHash<KubeKind, QSet<QString>> m_known;    // uids
    QHash<KubeKind, QSet<QString>> m_unlisted; // uids, while a list is under way
    Milliseconds m_clockOffset{0};
    FleetTables m_told;
};

/// Of any object.
QString kubeUid(const KubeObject &object);

} // namespace graticule
