// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/kubernetes/kubehome.h"
#include "backend/connectors/kubernetes/kubevalues.h"
#include "backend/domain/fleetsnapshot.h"
#include "backend/places/siteresolver.h"
#include "backend/telemetry/sample.h"

#include <QHash>
#include <QSet>

namespace graticule {

/// A cluster's nodes, and the sites that they are: one cluster may span many, by its nodes' labels of region and zone.
/// What stands nowhere that a label tells is at a site of the cluster's own. Pure.
class KubePlaces
{
public:
    /// @p resolver outlives it.
    KubePlaces(KubeHome home, const SiteResolver &resolver);

    void put(const KubeNode &node);
    void remove(const QString &uid);
    /// What pods on a node ask for, more or (negative) less than before.
    void ask(const QString &node, double cpu, double memory);

    /// What nodes use, which is told instead of what pods request; samples of nodes and sites. Empty: not known now.
    /// What is said of a node that the cluster has lost sight of is old, and counts as not known.
    QList<Sample> take(const std::vector<KubeUse> &uses, Instant now);

    /// Of the node of that name; the cluster's own when there is none.
    EntityId siteOf(const QString &node);
    /// Of what must have these labels of nodes; the cluster's own when they do not tell.
    EntityId siteFor(const Labels &labels);
    EntityId ownSite();
    /// Nodes are at it.
    bool isInhabited(const EntityId &site) const;
    /// What the rules of the house add to labels.
    Labels added(const Labels &labels) const { return m_resolver.added(labels); }
    /// As what a person called the service; see SiteResolver.
    QString sameService(const EntityId &service) const { return m_resolver.sameService(service); }
    /// Null: it is none of ours.
    const KubeNode *nodeOf(const EntityId &id) const;
    EntityId nodeIdOf(const QString &name) const;
    /// The node's name; empty: it is none of ours.
    QString nodeNamed(const EntityId &id) const;
    /// Names of nodes whose site is another one than when this was asked last.
    QSet<QString> takeMoved() { return std::exchange(m_moved, {}); }
    qsizetype size() const { return m_nodes.size(); }
    /// There is one more site without nodes than when this was asked last.
    bool takeWanted() { return std::exchange(m_hasNewWanted, false); }
    /// Sites that are there without nodes, for what is to stand at them.
    QSet<EntityId> withoutNodes() const;
    /// Nothing stands at those sites without nodes, nor is to.
    void drop(const QSet<EntityId> &sites);

    /// What differs from what @p told has.
    void tellInto(FleetTables &told, FleetDelta &delta);

private:
    struct Need
    {
        double cpu = 0;
        double memory = 0;
    };
    /// What pods on a node ask for.
    struct Asked
    {
        Need sum;
        qint64 pods = 0; ///< that ask for anything; none: nothing is left of what was rounded
    };
    /// What a node adds to its site, or what all of them come to. In whole nanocores and bytes, so that what is taken
    /// away again leaves nothing behind.
    struct Share
    {
        struct Amounts
        {
            double cpu = 0;
            double cpuTotal = 0;
            double memory = 0;
            double memoryTotal = 0;
        };
        Amounts requested; ///< of all nodes
        Amounts used;      ///< of those that are measured
        int measured = 0;
        int up = 0;
        int lost = 0;
        int cordoned = 0;
        void add(const Share &other, int sign);
    };
    struct NodeHere
    {
        KubeNode node;
        EntityId site;
        Share share; ///< as counted at its site
    };
    struct SiteHere
    {
        Site site; ///< as resolved, without what its nodes sum up to
        Share sum; ///< of them
        QSet<QString> nodes;
        bool isRelabelled = true;
        bool isWanted = false; ///< also without nodes
    };
    Site resolve(const Labels &labels, const QString &providerId) const;
    EntityId settle(const Site &site);
    EntityId want(const Site &site);
    QSet<EntityId> sitesWith(const Labels &labels) const;
    void leave(const QString &name);
    const Need *usedBy(const KubeNode &node) const;
    Need requestedOn(const QString &node) const;
    Share shareOf(const KubeNode &node) const;
    Node nodeEntity(const NodeHere &here) const;
    Site siteEntity(SiteHere &here) const;

    const KubeHome m_home;
    const SiteResolver &m_resolver;
    QHash<QString, NodeHere> m_nodes; // by name
    QHash<QString, QString> m_nameOf; // by uid
    QHash<QString, Asked> m_asked;    // by node's name, which may not be known yet
    QHash<QString, Need> m_used;      // by node's name; only what metrics tell
    QHash<EntityId, SiteHere> m_sites;
    QHash<QString, EntityId> m_siteFor; // by labels; until a node changes
    EntityId m_ownSite;
    bool m_hasNewWanted = false;
    QSet<QString> m_dirtyNodes; // names
    QSet<EntityId> m_goneNodes;
    QSet<EntityId> m_dirtySites;
    QSet<QString> m_moved;
};

} // namespace graticule
