// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/kubernetes/kubehealth.h"
#include "backend/connectors/kubernetes/kubeplaces.h"

#include <map>
#include <set>

namespace graticule {

struct OwnLabels;

/// Where something is of the fleet; each may be empty.
struct KubeWhereabouts
{
    EntityId entity; ///< placement, service or node
    EntityId node;
    EntityId site;
};

/// A cluster's workloads and pods as services at sites. A service is a workload; those that carry the same label
/// graticule.dev/service are one, here and with every other platform. A change to one pod costs in proportion to the
/// pods of its service at its site. Pods of jobs are no service. Pure.
class KubeServices
{
public:
    /// @p places outlives it.
    KubeServices(KubeHome home, KubePlaces &places);

    void put(const KubeWorkload &workload);
    void put(const KubePod &pod);
    void put(const KubeAutoscaler &scaler);
    void removeWorkload(const QString &uid);
    void removePod(const QString &uid);
    void removeAutoscaler(const QString &uid);
    /// The node of that name is at another site now.
    void nodeMoved(const QString &name);
    /// Nodes came, went or moved: what runs on none may belong elsewhere.
    void nodesMoved();

    /// Time alone may change a verdict: ask again after some seconds.
    bool isPassing() const { return !m_passing.isEmpty(); }
    void tellInto(FleetTables &told, FleetDelta &delta, Instant now);
    qsizetype pods() const { return m_pods.size(); }
    /// Takes those out of @p sites at which anything is, or was told.
    void takeUsed(QSet<EntityId> &sites) const;
    /// What the pods of each service use at each site, by what each of them does.
    QList<Sample> samplesOf(const std::vector<KubeUse> &uses, Instant now) const;
    /// What an object of the cluster is to the fleet, as far as it is anything.
    KubeWhereabouts whereaboutsOf(const QString &kind, const QString &space, const QString &name,
                                  const QString &uid) const;
    /// Those of a node, service or placement, in no order. Costs in proportion to the services there are.
    std::vector<KubePod> podsOf(const EntityId &target) const;
    /// Those of a service, or of a placement: then those with pods at its site. Costs as much.
    std::vector<KubeWorkload> workloadsOf(const EntityId &target) const;
    std::vector<OwnLabels> ownLabels() const;

private:
    /// A service as this cluster has it. Most have few of each, and a QSet of one element takes more than a kilobyte.
    struct Group
    {
        std::set<QString> workloads;                ///< keys
        std::map<EntityId, std::set<QString>> pods; ///< uids, by site; none: not placed yet
        std::set<EntityId> told;                    ///< sites with a placement
        std::set<EntityId> waits;                   ///< sites at which something of it waited for a place
    };
    /// What of a service has no place yet.
    struct Waiting
    {
        std::vector<const KubePod *> pods;
        qint64 missing = 0; ///< pods that its workloads want and that are not there
    };
    struct PodHere
    {
        KubePod pod;
        QString group;
        EntityId site;
    };
    static constexpr QLatin1String kDeclared{"declared/"}; ///< of a group's key; no namespace has a slash
    /// Whether it holds, or is to hold, what it asks for.
    static bool asks(const KubePod &pod);
    static QString keyOf(const QString &space, KubeOwner::Kind kind, const QString &name);
    QString keyOf(const KubePod &pod) const;
    QString groupOf(const QString &workload) const;
    void join(const QString &uid, PodHere &here);
    void leave(const QString &uid, const PodHere &here);
    void regroup(const QString &workload);
    void touch(const QString &group);
    void touch(const QString &group, const EntityId &site);
    EntityId mainSite(const Group &group);
    EntityId siteOf(const QString &workload);
    bool isOff(const Group &group) const;
    QString whyOff(const Group &group) const;
    qint64 missing(const QString &workload) const;
    std::map<EntityId, Waiting> waiting(const Group &group);
    void tellService(const QString &key, const Group &group, FleetTables &told, FleetDelta &delta);
    bool tellPlacement(const QString &key, const Group &group, const EntityId &site, const Waiting *waiting,
                       Instant now, FleetTables &told, FleetDelta &delta);
    EntityId serviceId(const QString &group) const;
    bool hasPodsAt(const QString &workload, const EntityId &site) const;
    EntityId placementId(const QString &group, const EntityId &site) const;

    const KubeHome m_home;
    KubePlaces &m_places;
    QHash<QString, KubeWorkload> m_workloads;   // by key
    QHash<QString, QString> m_keyOf;            // by workload's uid
    QHash<QString, KubeAutoscaler> m_scalers;   // by uid
    QHash<QString, int> m_most;                 // of autoscalers that are at their most, by workload's key
    QHash<QString, PodHere> m_pods;             // by uid
    QHash<QString, std::set<QString>> m_podsOf; // uids, by workload's key
    QHash<QString, std::set<QString>> m_onNode; // uids, by node's name
    QHash<QString, Group> m_groups;             // by key
    QHash<QString, std::set<EntityId>> m_dirty; // sites to tell anew, by group; an empty id: all of them
    QHash<QString, std::set<EntityId>> m_passing;
    Instant m_passedAt = kNever; // when those were looked at
};

} // namespace graticule
