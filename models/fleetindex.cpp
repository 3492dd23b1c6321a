// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleetindex.h"

#include <algorithm>

namespace graticule {

FleetIndex::FleetIndex(const FleetTables &tables)
{
    tables.feeds.forEach([this](const Feed &feed) { m_feedsByConnection[feed.connection].insert(feed.id); });
    tables.sites.forEach([this](const Site &site) { addSite(site); });
    tables.connections.forEach([this](const Connection &connection) { countConnection(connection, +1); });
}

void FleetIndex::apply(const FleetChange &change)
{
    const FleetTables &before = change.before->tables;
    for (const auto &feed : change.delta.feeds.upserted) {
        const Feed *was = before.feeds.find(feed->id);
        if (was && was->connection == feed->connection)
            continue;
        if (was)
            m_feedsByConnection[was->connection].remove(feed->id);
        m_feedsByConnection[feed->connection].insert(feed->id);
    }
    for (const EntityId &id : change.delta.feeds.removed) {
        if (const Feed *was = before.feeds.find(id))
            m_feedsByConnection[was->connection].remove(id);
    }
    // Not by the delta: to find each site as it was takes longer than to walk through both tables at once.
    Table<Site>::diff(before.sites, change.after->tables.sites, [this](const auto *was, const auto *is) {
        if (was && is && (*was)->feeds == (*is)->feeds && (*was)->origin == (*is)->origin)
            return;
        if (was)
            dropSite(**was);
        if (is)
            addSite(**is);
    });
    for (const auto &connection : change.delta.connections.upserted) {
        if (const Connection *was = before.connections.find(connection->id))
            countConnection(*was, -1);
        countConnection(*connection, +1);
    }
    for (const EntityId &id : change.delta.connections.removed) {
        if (const Connection *was = before.connections.find(id))
            countConnection(*was, -1);
        m_feedsByConnection.remove(id);
    }
}

void FleetIndex::addSite(const Site &site)
{
    for (const EntityId &feed : site.feeds)
        m_sitesByFeed[feed].insert(site.id);
    if (site.feeds.isEmpty())
        m_noFeed.insert(site.id);
    else if (site.feeds.size() > 1)
        m_manyFeeds.insert(site.id);
    (site.origin == Origin::Lab ? m_labSites : m_realSites) += 1;
}

void FleetIndex::dropSite(const Site &site)
{
    for (const EntityId &feed : site.feeds) {
        const auto at = m_sitesByFeed.find(feed);
        if (at == m_sitesByFeed.end())
            continue;
        at->remove(site.id);
        if (at->isEmpty())
            m_sitesByFeed.erase(at);
    }
    m_noFeed.remove(site.id);
    m_manyFeeds.remove(site.id);
    (site.origin == Origin::Lab ? m_labSites : m_realSites) -= 1;
}

void FleetIndex::countConnection(const Connection &connection, int by)
{
    if (!connection.through.isEmpty()) {
        QSet<EntityId> &behind = m_behind[connection.through];
        by > 0 ? void(behind.insert(connection.id)) : void(behind.remove(connection.id));
        if (behind.isEmpty())
            m_behind.remove(connection.through);
    }
    if (connection.origin == Origin::Lab)
        m_labConnections += by;
    else if (connection.type != QLatin1String("host"))
        m_realConnections += by;
}

QSet<EntityId> FleetIndex::behind(const EntityId &connection) const
{
    QSet<EntityId> all = m_behind.value(connection);
    QList<EntityId> ahead = all.values();
    while (!ahead.isEmpty()) {
        const QSet<EntityId> next = m_behind.value(ahead.takeLast());
        for (const EntityId &id : next) {
            if (!all.contains(id)) {
                all.insert(id);
                ahead.append(id);
            }
        }
    }
    return all;
}

QSet<EntityId> FleetIndex::feedsOf(const EntityId &connection) const
{
    QSet<EntityId> feeds = m_feedsByConnection.value(connection);
    const QSet<EntityId> further = behind(connection);
    for (const EntityId &id : further)
        feeds.unite(m_feedsByConnection.value(id));
    return feeds;
}

QSet<EntityId> FleetIndex::sitesOf(const EntityId &connection) const
{
    QSet<EntityId> sites;
    const QSet<EntityId> feeds = feedsOf(connection);
    for (const EntityId &feed : feeds)
        sites.unite(m_sitesByFeed.value(feed));
    return sites;
}

qsizetype FleetIndex::siteCount(const EntityId &connection) const
{
    const QSet<EntityId> feeds = feedsOf(connection);
    qsizetype count = 0;
    for (const EntityId &feed : feeds)
        count += m_sitesByFeed.value(feed).size();
    if (feeds.size() < 2)
        return count;
    for (const EntityId &site : m_manyFeeds) { // each counts once
        const qsizetype ways = std::count_if(
            feeds.begin(), feeds.end(), [&](const EntityId &feed) { return m_sitesByFeed.value(feed).contains(site); });
        count -= std::max<qsizetype>(0, ways - 1);
    }
    return count;
}

QList<EntityId> connectionsOf(const FleetTables &tables, const Site &site)
{
    QList<EntityId> connections;
    for (const EntityId &id : site.feeds) {
        const Feed *feed = tables.feeds.find(id);
        if (feed && !connections.contains(feed->connection))
            connections << feed->connection;
    }
    return connections;
}

} // namespace graticule
