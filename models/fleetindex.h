// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/fleetsnapshot.h"

#include <QHash>
#include <QSet>

namespace graticule {

/// What differs between two moments of a store. Neither snapshot is null.
struct FleetChange
{
    SnapshotPtr before;
    SnapshotPtr after;
    FleetDelta delta;
};

/// Who is seen through whom, kept up to date at the cost of each change. A value; GUI thread.
class FleetIndex
{
public:
    FleetIndex() = default;
    explicit FleetIndex(const FleetTables &tables);
    void apply(const FleetChange &change);

    /// Sites seen through one connection.
    QSet<EntityId> sitesOf(const EntityId &connection) const;
    qsizetype siteCount(const EntityId &connection) const;
    /// Connections that are told of through this one, and those told of through them; sites above include theirs.
    QSet<EntityId> behind(const EntityId &connection) const;
    /// Sites whose facts come by this feed.
    const QHash<EntityId, QSet<EntityId>> &sitesByFeed() const { return m_sitesByFeed; }
    /// Sites that are seen in more than one way, and sites without any.
    const QSet<EntityId> &sitesWithManyFeeds() const { return m_manyFeeds; }
    const QSet<EntityId> &sitesWithoutFeed() const { return m_noFeed; }

    /// Sites and connections that the lab invented, and those that are real.
    qsizetype labSites() const { return m_labSites; }
    qsizetype realSites() const { return m_realSites; }
    bool hasLab() const { return m_labSites > 0 || m_labConnections > 0; }
    /// A connection that a person, not the lab, made; the keeper's own host does not count.
    bool hasRealConnection() const { return m_realConnections > 0; }

private:
    QSet<EntityId> feedsOf(const EntityId &connection) const;
    void addSite(const Site &site);
    void dropSite(const Site &site);
    void countConnection(const Connection &connection, int by);

    QHash<EntityId, QSet<EntityId>> m_sitesByFeed;
    QHash<EntityId, QSet<EntityId>> m_feedsByConnection;
    QHash<EntityId, QSet<EntityId>> m_behind; ///< by Connection::through
    QSet<EntityId> m_manyFeeds;
    QSet<EntityId> m_noFeed;
    qsizetype m_labSites = 0;
    qsizetype m_realSites = 0;
    qsizetype m_labConnections = 0;
    qsizetype m_realConnections = 0;
};

/// The connections that a site is seen through, each once, in the order of its feeds.
QList<EntityId> connectionsOf(const FleetTables &tables, const Site &site);

} // namespace graticule
