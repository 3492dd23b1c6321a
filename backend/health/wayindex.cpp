// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/health/wayindex.h"

#include "backend/health/endpointhost.h"
#include "backend/health/idindex.h"
#include "backend/health/lightfloor.h"
#include "backend/places/geo.h"

#include <algorithm>
#include <utility>

namespace graticule {
namespace {

bool isProtocol(ProbeKind kind)
{
    return kind == ProbeKind::Http || kind == ProbeKind::Grpc || kind == ProbeKind::Mesh;
}

/// Where a site is, if somebody knows: a guess refutes nothing and is not worth refuting.
const GeoPoint *knownPosition(const FleetTables &tables, const EntityId &id)
{
    const Site *site = tables.sites.find(id);
    if (!site || !site->place.position ||
        (site->place.evidence != Evidence::Declared && site->place.evidence != Evidence::ProviderRegion))
        return nullptr;
    return &*site->place.position;
}

} // namespace

void WayIndex::linkChanged(const Link *was, const Link *is)
{
    const bool wasOne = was && isMeasured(*was);
    const bool isOne = is && isMeasured(*is);
    if (wasOne && (!isOne || was->from != is->from || was->to != is->to || was->feed != is->feed)) {
        std::erase(m_memory.parts[was->to].ways[was->from].links, was->id);
        eraseFrom(m_memory.measuredByFeed, was->feed, was->id);
        mark(was->from, was->to);
    }
    if (!isOne)
        return;
    if (!wasOne || was->from != is->from || was->to != is->to || was->feed != is->feed) {
        m_memory.parts[is->to].ways[is->from].links.push_back(is->id);
        m_memory.measuredByFeed[is->feed].insert(is->id);
    }
    mark(is->from, is->to);
}

void WayIndex::connectionChanged(const Connection *was, const Connection *is)
{
    const EntityId id = is ? is->id : was->id;
    const EntityId host = is && is->through.isEmpty() ? hostOf(is->address) : EntityId();
    const Reach reach = is && !host.isEmpty() ? reachOf(*is) : Reach::Unknown;
    const auto known = m_memory.ownEnds.constFind(id);
    if (known == m_memory.ownEnds.cend() ? host.isEmpty() : known->host == host && known->reach == reach)
        return;
    if (known != m_memory.ownEnds.cend()) {
        m_hosts.insert(known->host);
        eraseFrom(m_memory.ownByHost, known->host, id);
        m_memory.ownEnds.erase(known);
    }
    if (!is || host.isEmpty())
        return;
    m_hosts.insert(host);
    m_memory.ownByHost[host].insert(id);
    m_memory.ownEnds.insert(id, {host, reach, is->since});
}

void WayIndex::update(const FleetTables &tables, Instant now, QSet<EntityId> &touched)
{
    if (m_memory.seen.links.isEmpty()) { // all that are there came in this step, and are marked
        m_feeds.clear();
        m_sites.clear();
    }
    for (const EntityId &feed : std::as_const(m_feeds)) {
        const QSet<EntityId> links = m_memory.measuredByFeed.value(feed);
        for (const EntityId &id : links) {
            if (const Link *link = tables.links.find(id))
                mark(link->from, link->to);
        }
    }
    for (const EntityId &site : std::as_const(m_sites))
        markAround(site, touched);
    for (auto to = m_dirty.cbegin(); to != m_dirty.cend(); ++to) {
        for (const EntityId &from : *to)
            refresh(from, to.key(), tables, now, touched);
    }
    for (const EntityId &site : std::as_const(m_recounted)) { // who explains more may be another one now
        const auto parts = m_memory.parts.constFind(site);
        if (parts == m_memory.parts.cend())
            continue;
        for (auto other = parts->contradictors.cbegin(); other != parts->contradictors.cend(); ++other)
            touched.insert(other.key());
    }
    for (auto it = m_moved.cbegin(); it != m_moved.cend(); ++it) {
        const auto vantage = m_memory.vantages.find(it.key());
        vantage->conclude(m_thresholds);
        if (vantage->standing() != *it) {
            touched.insert(it.key());
            for (const auto &[target, what] : vantage->targets())
                touched.insert(target);
        }
        if (vantage->isEmpty())
            m_memory.vantages.erase(vantage);
    }
    concludeOwn(touched);
}

/// What is measured from and to a site, and whoever says its name.
void WayIndex::markAround(const EntityId &site, QSet<EntityId> &touched)
{
    if (const auto vantage = m_memory.vantages.constFind(site); vantage != m_memory.vantages.cend()) {
        for (const auto &[target, what] : vantage->targets()) {
            mark(site, target);
            touched.insert(target);
        }
    }
    const auto parts = m_memory.parts.constFind(site);
    if (parts == m_memory.parts.cend())
        return;
    for (auto way = parts->ways.cbegin(); way != parts->ways.cend(); ++way)
        mark(way.key(), site);
    for (auto other = parts->contradictors.cbegin(); other != parts->contradictors.cend(); ++other)
        touched.insert(other.key());
}

void WayIndex::refresh(const EntityId &from, const EntityId &to, const FleetTables &tables, Instant now,
                       QSet<EntityId> &touched)
{
    const auto way = m_memory.parts[to].ways.find(from);
    if (way == m_memory.parts[to].ways.end())
        return;
    const Way before = *way;
    weigh(*way, tables, now);
    if (way->reach != before.reach || way->isFrozen != before.isFrozen || way->isSpoken != before.isSpoken ||
        way->isRefused != before.isRefused) {
        Vantage &vantage = m_memory.vantages[from];
        if (!m_moved.contains(from))
            m_moved.insert(from, vantage.standing());
        vantage.set(to, way->isFrozen ? Reach::Reached : way->reach, way->since);
        touched.insert(from);
        touched.insert(to);
    }
    contradict(from, to, tables, touched);
    if (m_memory.parts[to].ways[from].links.empty())
        m_memory.parts[to].ways.remove(from);
}

/// A link that was told as down but is not taken for that yet says neither.
void WayIndex::weigh(Way &way, const FleetTables &tables, Instant now)
{
    bool connects = false;
    bool speaks = false;
    bool isRefused = false;
    bool isMute = false;
    bool isDown = false;
    way.rttMs = -1;
    for (const EntityId &id : way.links) {
        const Link *link = tables.links.find(id);
        const auto feed = link ? m_memory.feeds.constFind(link->feed) : m_memory.feeds.cend();
        if (!link || feed == m_memory.feeds.cend() || feed->view.sight != Sight::Seen || feed->view.stale)
            continue;
        if (const Feed *of = tables.feeds.find(link->feed); of && of->connection.isEmpty())
            m_memory.ownSite = link->from;
        if (m_memory.courses.settled(id) == Course::Down) {
            isDown = true;
            isMute |= link->probe != ProbeKind::TcpConnect; // who hangs does not even agree on TLS
        } else if (link->condition != Condition::Unknown && link->condition != Condition::Down) {
            (link->condition == Condition::Degraded ? isRefused : isProtocol(link->probe) ? speaks : connects) = true;
            if (link->rttMs >= 0)
                way.rttMs = way.rttMs < 0 ? link->rttMs : std::min(way.rttMs, link->rttMs);
        }
    }
    const bool wasFailing = way.reach == Reach::Failed;
    way.isSpoken = speaks;
    way.isFrozen = isMute && connects && !speaks;
    way.isRefused = isRefused && !connects && !speaks;
    if (speaks || way.isRefused || (connects && !isMute))
        way.reach = Reach::Reached;
    else
        way.reach = isDown && !way.isFrozen ? Reach::Failed : Reach::Unknown;
    way.wasReached |= way.reach == Reach::Reached;
    if (way.reach == Reach::Failed && !wasFailing)
        way.since = now;
}

/// How much farther the ends are from each other than light goes in that time; < 0: not farther, or not known.
double WayIndex::beyondKm(const EntityId &from, const EntityId &to, double rttMs, const FleetTables &tables) const
{
    if (rttMs < 0)
        return -1;
    const GeoPoint *begin = knownPosition(tables, from);
    const GeoPoint *end = knownPosition(tables, to);
    return begin && end ? distanceKm(*begin, *end) - lightfloor::farthestKm(rttMs) : -1;
}

void WayIndex::contradict(const EntityId &from, const EntityId &to, const FleetTables &tables, QSet<EntityId> &touched)
{
    double km = -1;
    for (const auto &[begin, end] : {std::pair(from, to), std::pair(to, from)}) {
        const auto parts = m_memory.parts.constFind(end);
        if (parts == m_memory.parts.cend())
            continue;
        if (const auto way = parts->ways.constFind(begin); way != parts->ways.cend())
            km = std::max(km, beyondKm(begin, end, way->rttMs, tables));
    }
    setContradictor(from, to, km, touched);
    setContradictor(to, from, km, touched);
}

void WayIndex::setContradictor(const EntityId &site, const EntityId &other, double km, QSet<EntityId> &touched)
{
    const auto parts = m_memory.parts.find(site);
    const double before = parts == m_memory.parts.end() ? -1 : parts->contradictors.value(other, -1);
    if (before == km || (before <= 0 && km <= 0))
        return;
    const bool isNew = (before > 0) != (km > 0);
    if (km > 0)
        parts->contradictors.insert(other, km);
    else
        parts->contradictors.remove(other);
    touched.insert(site);
    if (isNew)
        m_recounted.insert(site);
}

void WayIndex::weighHost(const EntityId &host)
{
    Reach reach = Reach::Unknown;
    Instant since = kNever;
    const QSet<EntityId> connections = m_memory.ownByHost.value(host);
    for (const EntityId &id : connections) {
        const HealthMemory::OwnEnd &end = m_memory.ownEnds[id];
        if (end.reach == Reach::Reached)
            reach = Reach::Reached;
        else if (end.reach == Reach::Failed && reach == Reach::Unknown)
            reach = Reach::Failed;
        if (end.reach == Reach::Failed)
            since = std::max(since, end.since); // silent as a whole since the last of them is
    }
    m_memory.own.set(host, reach, since);
}

void WayIndex::concludeOwn(QSet<EntityId> &touched)
{
    if (m_hosts.isEmpty())
        return;
    const Vantage::Standing before = m_memory.own.standing();
    for (const EntityId &host : std::as_const(m_hosts))
        weighHost(host);
    m_memory.own.conclude(m_thresholds);
    if (m_memory.own.standing() == before)
        return;
    touched.insert(m_memory.ownSite);
    for (auto feed = m_memory.feeds.cbegin(); feed != m_memory.feeds.cend(); ++feed) {
        if (feed->view.sight == Sight::Blind)
            touched.unite(feed->sites);
    }
}

} // namespace graticule
