// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/mapfeed.h"

#include "models/format.h"
#include "models/linkfigures.h"
#include "models/sayingtext.h"
#include "models/sitesmodel.h"
#include "ui/overview/latencyline.h"
#include "widgets/map/mapwidget.h"

#include <algorithm>

namespace graticule {

namespace {

constexpr int kMostCallouts = 3; ///< more at once would cover the map

// Both have the same names; the switch lets the compiler say when one gets a new state.
MapState mapState(SiteState state)
{
    switch (state) {
    case SiteState::Healthy:
        return MapState::Healthy;
    case SiteState::Degraded:
        return MapState::Degraded;
    case SiteState::Down:
        return MapState::Down;
    case SiteState::Unreachable:
        return MapState::Unreachable;
    case SiteState::Maintenance:
        return MapState::Maintenance;
    case SiteState::Unknown:
        break;
    }
    return MapState::Unknown;
}

MapMark markOf(const SiteStatus &status)
{
    return {mapState(status.state), status.stale};
}

MapSeverity severity(LinkSeverity of)
{
    switch (of) {
    case LinkSeverity::OverLimit:
        return MapSeverity::Medium;
    case LinkSeverity::FarOverLimit:
        return MapSeverity::High;
    case LinkSeverity::Cut:
        return MapSeverity::Critical;
    case LinkSeverity::Normal:
        break;
    }
    return MapSeverity::None;
}

/// Which links there are is not what there was.
bool haveOtherEnds(const FleetChange &change)
{
    const auto isOther = [&change](const auto &link) {
        const Link *was = change.before->tables.links.find(link->id);
        return !was || was->from != link->from || was->to != link->to;
    };
    const auto &links = change.delta.links;
    return !links.removed.empty() || std::any_of(links.upserted.begin(), links.upserted.end(), isOther);
}

} // namespace

MapFeed::MapFeed(FleetStore &store, SampleCalls &calls, MapWidget &map, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_map(map)
    , m_windows(store, calls)
{
    map.setDescriber([this](MapKey key) { return describe(key); });
    store.tables().sites.forEach([this](const Site &site) { put(site); });
    handOver();
    takeLinks();
    takeCallouts();
    connect(&store, &FleetStore::changed, this, &MapFeed::apply);
    connect(&store, &FleetStore::ticked, this, &MapFeed::takeCallouts);
    connect(&store, &FleetStore::ticked, this, &MapFeed::takeUses);
    connect(&m_windows, &LatencyWindows::changed, this, &MapFeed::takeLinks);
}

void MapFeed::setShownLinks(ShownLinks shown)
{
    if (shown == m_shownLinks)
        return;
    m_shownLinks = shown;
    takeLinks();
}

void MapFeed::apply(const FleetChange &change)
{
    const FleetDelta &delta = change.delta;
    const bool isOther = takeSites(change);
    if (isOther)
        handOver();
    else
        takeStates(delta);
    if (isOther || m_staleChanged) // of a site its load changes all the time
        takeLinks();
    else
        followLinks(delta);
    if (isOther || haveOtherEnds(change))
        takeMeasured();
    m_usesChanged |= !delta.sites.isEmpty() || !delta.verdicts.isEmpty();
    m_staleChanged = false;
    if (!delta.verdicts.isEmpty())
        takeCallouts();
}

void MapFeed::handOver()
{
    std::vector<MapSite> sites;
    sites.reserve(size_t(m_sites.size()));
    for (const MapSite &site : std::as_const(m_sites))
        sites.push_back(site);
    std::sort(sites.begin(), sites.end(), [](const MapSite &a, const MapSite &b) { return a.key < b.key; });
    m_map.setSites(std::move(sites));
}

/// True when the map must be given all sites anew: one came, went, moved or got another name.
bool MapFeed::takeSites(const FleetChange &change)
{
    bool isChanged = false;
    if (m_sites.isEmpty()) {
        m_keys.reserve(qsizetype(change.delta.sites.upserted.size()));
        m_sites.reserve(qsizetype(change.delta.sites.upserted.size()));
    }
    for (const auto &site : change.delta.sites.upserted)
        isChanged |= put(*site);
    for (const EntityId &id : change.delta.sites.removed) {
        if (const auto key = keyOf(id))
            isChanged |= drop(*key);
    }
    if (isChanged && !change.before->tables.sites.isEmpty()) { // else put() has just judged all of them
        // Verdicts of this change travel with the sites.
        for (const auto &verdict : change.delta.verdicts.upserted)
            judge(verdict->id);
        for (const EntityId &id : change.delta.verdicts.removed)
            judge(id);
    }
    return isChanged;
}

bool MapFeed::put(const Site &site)
{
    const auto known = m_keys.constFind(site.id);
    if (!site.place.position)
        return known != m_keys.constEnd() && drop(*known);
    MapKey key = known != m_keys.constEnd() ? *known : MapKey(m_ids.size());
    if (known == m_keys.constEnd()) {
        m_keys.insert(site.id, key);
        m_ids.push_back(site.id);
    }
    MapSite shown;
    shown.key = key;
    shown.latitude = site.place.position->latitude;
    shown.longitude = site.place.position->longitude;
    shown.inferred = site.place.evidence == Evidence::Inferred;
    shown.label = site.name;
    shown.place = site.place.city.isEmpty() ? site.name : site.place.city;
    const auto before = m_sites.constFind(key);
    const bool isSame = before != m_sites.constEnd() && before->latitude == shown.latitude &&
                        before->longitude == shown.longitude && before->inferred == shown.inferred &&
                        before->label == shown.label && before->place == shown.place;
    if (isSame)
        return false; // its state is judged with the verdicts
    m_sites.insert(key, shown);
    judge(site.id);
    return true;
}

bool MapFeed::drop(MapKey key)
{
    m_down.remove(key);
    return m_sites.remove(key) > 0;
}

/// Takes the verdict on a site over; true when it looks different now.
bool MapFeed::judge(const EntityId &id)
{
    const auto known = m_keys.constFind(id);
    const auto site = known == m_keys.constEnd() ? m_sites.end() : m_sites.find(*known);
    if (site == m_sites.end())
        return false;
    const MapMark mark = markOf(siteStatus(m_store.tables(), id));
    if (mark.state == MapState::Down && !mark.stale)
        m_down.insert(*known);
    else
        m_down.remove(*known);
    if (mark == site->mark)
        return false;
    m_staleChanged |= mark.stale != site->mark.stale;
    site->mark = mark;
    return true;
}

void MapFeed::takeStates(const FleetDelta &delta)
{
    std::vector<MapChange> changes;
    const auto take = [&](const EntityId &id) {
        if (judge(id))
            changes.push_back({m_keys[id], m_sites[m_keys[id]].mark});
    };
    for (const auto &verdict : delta.verdicts.upserted)
        take(verdict->id);
    for (const EntityId &id : delta.verdicts.removed)
        take(id);
    if (!changes.empty())
        m_map.updateStates(changes);
}

/// All of them: sites came, moved or grew old, or another thing is told of links.
void MapFeed::takeLinks()
{
    m_lines.clear();
    m_wasMeasured = isMeasuredOfNow();
    if (m_shownLinks != ShownLinks::None)
        m_store.tables().links.forEach([this](const Link &link) { m_lines.put(link.id, drawn(link)); });
    showLinks();
}

void MapFeed::followLinks(const FleetDelta &delta)
{
    if (delta.links.isEmpty() || m_shownLinks == ShownLinks::None)
        return;
    if (m_wasMeasured != isMeasuredOfNow())
        return takeLinks();
    for (const auto &link : delta.links.upserted)
        m_lines.put(link->id, drawn(*link));
    for (const EntityId &link : delta.links.removed)
        m_lines.put(link, {});
    showLinks();
}

void MapFeed::showLinks()
{
    if (!m_lines.takeChanged())
        return;
    std::vector<MapLink> lines = m_lines.lines();
    if (lines == m_links)
        return;
    m_links = lines;
    m_map.setLinks(std::move(lines));
}

std::optional<MapLink> MapFeed::drawn(const Link &link) const
{
    if (m_layer == MapLayer::Latency)
        return drawnByLatency(link);
    const LinkSeverity how = severityOf(link);
    if (how == LinkSeverity::Normal && m_shownLinks == ShownLinks::OverLimit)
        return {};
    const auto from = keyOf(link.from);
    const auto to = keyOf(link.to);
    if (!from || !to)
        return {};
    MapLink line;
    line.from = *from;
    line.to = *to;
    const bool isOld = m_sites[*from].mark.stale && m_sites[*to].mark.stale;
    line.severity = severity(how);
    line.dotted = how == LinkSeverity::Cut || isOld;
    if (how != LinkSeverity::Normal && how != LinkSeverity::Cut) {
        const bool isLossy = link.loss >= 0.05 || link.rttMs < 0;
        line.value = isLossy && link.loss >= 0 ? tr("%1 loss").arg(format::percent(link.loss, true))
                                               : format::milliseconds(link.rttMs);
        if (isOld)
            line.value = format::stale(line.value);
    }
    return line;
}

void MapFeed::takeCallouts()
{
    // Where few sites are down each is pointed at; where many are, their marks speak.
    std::vector<MapCallout> callouts;
    if (m_down.size() <= kMostCallouts) {
        for (const MapKey key : std::as_const(m_down)) {
            const Verdict *verdict = m_store.tables().verdicts.find(siteOf(key));
            if (!verdict)
                continue;
            const QString age = format::age(verdict->since, m_store.now());
            callouts.push_back({key, tr("%1 · down %2").arg(m_sites[key].label, age),
                                verdict->reasons.isEmpty() ? QString() : SayingText::of(verdict->reasons.first())});
        }
    }
    std::sort(callouts.begin(), callouts.end(),
              [](const MapCallout &a, const MapCallout &b) { return a.site < b.site; });
    if (callouts == m_callouts)
        return;
    m_callouts = callouts;
    m_map.setCallouts(std::move(callouts));
}

std::optional<MapKey> MapFeed::keyOf(const EntityId &site) const
{
    const auto found = m_keys.constFind(site);
    if (found == m_keys.constEnd() || !m_sites.contains(*found))
        return {};
    return *found;
}

QList<EntityId> MapFeed::sitesOf(const std::vector<MapKey> &keys) const
{
    QList<EntityId> sites;
    sites.reserve(qsizetype(keys.size()));
    for (const MapKey key : keys)
        sites << siteOf(key);
    return sites;
}

std::pair<EntityId, EntityId> MapFeed::endsOf(int link) const
{
    const MapLink &line = m_links[size_t(link)];
    return {siteOf(line.from), siteOf(line.to)};
}

QString MapFeed::describe(MapKey key) const
{
    const EntityId id = siteOf(key);
    const Site *site = m_store.tables().sites.find(id);
    if (!site)
        return {};
    const SiteStatus status = siteStatus(m_store.tables(), id);
    QStringList lines{QStringLiteral("%1, %2").arg(site->name, SitesModel::placeOf(*site)),
                      StateText::look(status.state, status.stale).text};
    const Verdict *verdict = m_store.tables().verdicts.find(id);
    if (verdict && !verdict->reasons.isEmpty())
        lines << SayingText::of(verdict->reasons.first());
    if (m_layer == MapLayer::Capacity)
        lines << usedWords(*site);
    lines << tr("evidence %1 old").arg(format::age(observedAt(m_store.tables(), *site), m_store.now()));
    if (site->origin == Origin::Lab)
        lines << StateText::text(Origin::Lab);
    return lines.join(QLatin1Char('\n'));
}

} // namespace graticule
