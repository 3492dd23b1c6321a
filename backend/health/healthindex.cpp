// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/health/healthindex.h"

#include "backend/domain/connectionway.h"
#include "backend/health/idindex.h"

namespace graticule {
namespace {

template<class T, class Visit> void forEachChange(const Table<T> &before, const Table<T> &after, Visit &&visit)
{
    Table<T>::diff(before, after, [&](const auto *was, const auto *is) {
        const T *left = was ? was->get() : nullptr;
        const T *right = is ? is->get() : nullptr;
        if (left || right)
            visit(left, right);
    });
}

} // namespace

void HealthIndex::update(const FleetTables &tables, Instant now)
{
    takeSites(tables);
    takeParts(tables);
    takeLinks(tables, now);
    takeNames(tables);
    takeFeeds(tables, now);
    m_ways.update(tables, now, m_touched);
    m_memory.seen = tables;
    m_memory.at = now;
    const QSet<EntityId> recounted = std::exchange(m_recounted, {});
    for (const EntityId &site : recounted) {
        m_touched.insert(site);
        const auto parts = m_memory.parts.constFind(site);
        if (parts == m_memory.parts.cend())
            continue;
        for (const EntityId &id : parts->badLinks) { // whose fault they are may have turned
            if (const Link *link = tables.links.find(id))
                m_touched.insert(link->from == site ? link->to : link->from);
        }
    }
}

void HealthIndex::takeSites(const FleetTables &tables)
{
    forEachChange(m_memory.seen.sites, tables.sites, [&](const Site *was, const Site *is) {
        const EntityId id = is ? is->id : was->id;
        m_touched.insert(id);
        if (!was || !is || was->name != is->name)
            m_recounted.insert(id); // others name it
        if (!was || !is || was->name != is->name || was->place != is->place)
            m_ways.siteChanged(id);
        if (was && is && was->feeds == is->feeds)
            return;
        if (was) {
            for (const EntityId &feed : was->feeds) {
                const auto known = m_memory.feeds.find(feed);
                if (known == m_memory.feeds.end())
                    continue;
                known->sites.remove(id);
                if (known->sites.isEmpty() && known->due == kNever && known->echoDue == kNever &&
                    !tables.feeds.contains(feed))
                    m_memory.feeds.erase(known);
            }
        }
        if (is) {
            for (const EntityId &feed : is->feeds)
                m_memory.feeds[feed].sites.insert(id);
        }
    });
}

void HealthIndex::takeParts(const FleetTables &tables)
{
    const auto take = [&](const auto &before, const auto &after) {
        forEachChange(before, after, [&](const auto *was, const auto *is) {
            const bool stays = was && is && was->site == is->site;
            if (was) {
                m_touched.insert(was->site);
                m_memory.parts[was->site].tally.take(was, stays ? is : nullptr);
            }
            if (is && !stays) {
                m_touched.insert(is->site);
                m_memory.parts[is->site].tally.take(decltype(was)(nullptr), is);
            }
        });
    };
    take(m_memory.seen.nodes, tables.nodes);
    take(m_memory.seen.placements, tables.placements);
    take(m_memory.seen.replicas, tables.replicas);
}

void HealthIndex::takeLinks(const FleetTables &tables, Instant now)
{
    if (now < m_memory.at)
        m_memory.courses.beginAgain(now, m_thresholds);
    forEachChange(m_memory.seen.links, tables.links, [&](const Link *was, const Link *is) {
        const bool wasBad = was && m_memory.courses.settled(was->id) != Course::Good;
        if (is)
            m_memory.courses.take(*is, !was, now, m_thresholds);
        else
            m_memory.courses.forget(was->id);
        const bool isBad = is && m_memory.courses.settled(is->id) != Course::Good;
        m_ways.linkChanged(was, is);
        const bool sameEnds = was && is && was->from == is->from && was->to == is->to;
        if (sameEnds && wasBad == isBad) {
            if (isBad) {
                m_touched.insert(is->from);
                m_touched.insert(is->to);
            }
            return;
        }
        if (was)
            takeLink(*was, false, wasBad);
        if (is)
            takeLink(*is, true, isBad);
    });
    turnLinks(tables, now);
}

/// Those that were bad, or good, for long enough by now.
void HealthIndex::turnLinks(const FleetTables &tables, Instant now)
{
    const QList<EntityId> turned = m_memory.courses.turn(now);
    for (const EntityId &id : turned) {
        const Link *link = tables.links.find(id);
        if (!link)
            continue;
        m_ways.linkChanged(link, link);
        takeLink(*link, false, true);
        takeLink(*link, true, m_memory.courses.settled(id) != Course::Good);
    }
}

void HealthIndex::takeLink(const Link &link, bool isThere, bool isBad)
{
    for (const EntityId &end : {link.from, link.to}) {
        HealthMemory::SiteParts &parts = m_memory.parts[end];
        parts.links += isThere ? 1 : -1;
        if (isThere && isBad)
            parts.badLinks.insert(link.id);
        else
            parts.badLinks.remove(link.id);
        m_recounted.insert(end);
    }
}

void HealthIndex::takeNames(const FleetTables &tables)
{
    const auto touch = [&](const QHash<EntityId, QSet<EntityId>> &index, const EntityId &key, const auto &table) {
        const auto users = index.constFind(key);
        if (users == index.cend())
            return;
        for (const EntityId &user : *users) {
            if (const auto *item = table.find(user))
                m_touched.insert(item->site);
        }
    };
    forEachChange(m_memory.seen.placements, tables.placements, [&](const Placement *was, const Placement *is) {
        if (was && is && was->service == is->service)
            return;
        if (was)
            eraseFrom(m_memory.placementsByService, was->service, was->id);
        if (is)
            m_memory.placementsByService[is->service].insert(is->id);
    });
    forEachChange(m_memory.seen.replicas, tables.replicas, [&](const Replica *was, const Replica *is) {
        if (was && is && was->asset == is->asset)
            return;
        if (was)
            eraseFrom(m_memory.replicasByAsset, was->asset, was->id);
        if (is)
            m_memory.replicasByAsset[is->asset].insert(is->id);
    });
    forEachChange(m_memory.seen.services, tables.services, [&](const Service *was, const Service *is) {
        if (!was || !is || was->name != is->name || was->tier != is->tier)
            touch(m_memory.placementsByService, is ? is->id : was->id, tables.placements);
    });
    forEachChange(m_memory.seen.assets, tables.assets, [&](const Asset *was, const Asset *is) {
        if (!was || !is || was->name != is->name)
            touch(m_memory.replicasByAsset, is ? is->id : was->id, tables.replicas);
    });
}

void HealthIndex::takeFeeds(const FleetTables &tables, Instant now)
{
    QSet<EntityId> changed;
    forEachChange(m_memory.seen.feeds, tables.feeds, [&](const Feed *was, const Feed *is) {
        if (was && (!is || is->connection != was->connection))
            eraseFrom(m_memory.feedsByConnection, was->connection, was->id);
        if (is && (!was || is->connection != was->connection))
            m_memory.feedsByConnection[is->connection].insert(is->id);
        changed.insert(is ? is->id : was->id);
    });
    forEachChange(m_memory.seen.connections, tables.connections, [&](const Connection *was, const Connection *is) {
        const bool alike = was && is && was->state == is->state && was->error == is->error && was->name == is->name;
        if (was && (!is || is->through != was->through))
            eraseFrom(m_memory.connectionsThrough, was->through, was->id);
        if (is && !is->through.isEmpty() && (!was || is->through != was->through))
            m_memory.connectionsThrough[is->through].insert(is->id);
        if (!alike || was->through != is->through)
            uniteFeeds(is ? is->id : was->id, changed);
        if (was && is && was->countedBy != is->countedBy) { // its feeds are seen as before
            const QSet<EntityId> own = m_memory.feedsByConnection.value(is->id);
            for (const EntityId &feed : own)
                m_touched.unite(m_memory.feeds.value(feed).sites);
        }
    });
    if (now < m_memory.at) { // the clock was set back: what was stale may be fresh again
        for (auto it = m_memory.feeds.cbegin(); it != m_memory.feeds.cend(); ++it)
            changed.insert(it.key());
    }
    while (!m_memory.due.empty() && m_memory.due.begin()->first <= now) {
        const EntityId feed = m_memory.due.begin()->second;
        m_memory.due.erase(m_memory.due.begin());
        m_memory.feeds[feed].due = kNever;
        changed.insert(feed);
    }
    forEachChange(m_memory.seen.connections, tables.connections,
                  [&](const Connection *was, const Connection *is) { m_ways.connectionChanged(was, is); });
    while (!m_memory.echoes.empty() && m_memory.echoes.begin()->first <= now) {
        HealthMemory::KnownFeed &known = m_memory.feeds[m_memory.echoes.begin()->second];
        m_memory.echoes.erase(m_memory.echoes.begin());
        known.echoDue = kNever;
        m_touched.unite(known.sites);
    }
    for (const EntityId &feed : std::as_const(changed))
        look(feed, tables, now);
}

/// The feeds of a connection and of all that are told of through it.
void HealthIndex::uniteFeeds(const EntityId &connection, QSet<EntityId> &feeds, int depth) const
{
    feeds.unite(m_memory.feedsByConnection.value(connection));
    const auto behind = m_memory.connectionsThrough.constFind(connection);
    if (behind == m_memory.connectionsThrough.cend() || depth == kLongestWay)
        return;
    for (const EntityId &id : *behind)
        uniteFeeds(id, feeds, depth + 1);
}

void HealthIndex::look(const EntityId &id, const FleetTables &tables, Instant now)
{
    HealthMemory::KnownFeed &known = m_memory.feeds[id];
    const Feed *feed = tables.feeds.find(id);
    const FeedView view = feed ? viewOf(*feed, tables.connections, now) : FeedView();
    const Instant due = feed && staleAt(*feed) > now ? staleAt(*feed) : kNever;
    if (due != known.due) {
        if (known.due != kNever)
            m_memory.due.erase({known.due, id});
        if (due != kNever)
            m_memory.due.emplace(due, id);
        known.due = due;
    }
    if (view != known.view) {
        const bool wasBlind = std::exchange(known.view, view).sight == Sight::Blind;
        if (wasBlind != (view.sight == Sight::Blind))
            awaitEchoes(id, tables, now);
        m_touched.unite(known.sites);
        m_ways.feedChanged(id);
    }
    if (!feed && known.sites.isEmpty())
        m_memory.feeds.remove(id);
}

void HealthIndex::awaitEchoes(const EntityId &id, const FleetTables &tables, Instant now)
{
    HealthMemory::KnownFeed &known = m_memory.feeds[id];
    if (known.echoDue != kNever)
        m_memory.echoes.erase({std::exchange(known.echoDue, kNever), id});
    const Connection *blinding = tables.connections.find(known.view.blindBy);
    known.blindSince = blinding ? blinding->since : kNever;
    if (known.blindSince == kNever || known.blindSince + m_thresholds.echo <= now)
        return;
    known.echoDue = known.blindSince + m_thresholds.echo;
    m_memory.echoes.emplace(known.echoDue, id);
}

} // namespace graticule
