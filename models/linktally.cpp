// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/linktally.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace graticule {

namespace {

/// The nearest rank, by counting on from the shortest.
double rank(const std::map<double, int> &roundTrips, int of, double share)
{
    int left = int(std::ceil(share * double(of)));
    for (const auto &[rttMs, links] : roundTrips) {
        left -= links;
        if (left <= 0)
            return rttMs;
    }
    return -1;
}

} // namespace

void LinkTally::apply(const FleetChange &change)
{
    if (m_isBehind)
        return;
    const FleetDelta &delta = change.delta;
    // Of a site only its region matters to the links.
    const auto isElsewhere = [&](const auto &site) {
        const Site *was = change.before->tables.sites.find(site->id);
        return !was || was->region != site->region;
    };
    m_isBehind = !delta.sites.removed.empty() ||
                 std::any_of(delta.sites.upserted.begin(), delta.sites.upserted.end(), isElsewhere) ||
                 delta.links.upserted.size() > size_t(m_links.size()) / 2; // all at once costs less than each by itself
    if (m_isBehind)
        return;
    for (const auto &link : delta.links.upserted)
        put(change.after->tables, *link);
    for (const EntityId &link : delta.links.removed)
        drop(link);
}

const FleetLinkFigures &LinkTally::figures(const FleetTables &tables)
{
    if (std::exchange(m_isBehind, false))
        countAnew(tables);
    m_isChanged = false;
    for (size_t i = 0; i < m_groups.size(); ++i) {
        Group &group = m_groups[i];
        if (!std::exchange(group.isChanged, false))
            continue;
        group.figures.medianMs = rank(group.roundTrips, group.figures.measured, 0.5);
        group.figures.p95Ms = rank(group.roundTrips, group.figures.measured, 0.95);
        if (i == kAll)
            m_figures.all = group.figures;
        else
            m_figures.byRegion[group.region] = group.figures;
    }
    return m_figures;
}

void LinkTally::countAnew(const FleetTables &tables)
{
    m_links.clear();
    m_groups.assign(1, Group());
    m_groups.front().isChanged = true;
    m_byRegion.clear();
    m_figures = {};
    tables.links.forEach([&](const Link &link) { put(tables, link); });
}

void LinkTally::put(const FleetTables &tables, const Link &link)
{
    const Site *from = tables.sites.find(link.from);
    const Entry now{from ? groupOf(from->region) : kAll, link.rttMs >= 0 ? link.rttMs : -1, isOverLimit(link)};
    const auto known = m_links.find(link.id);
    if (known == m_links.end()) {
        m_links.insert(link.id, now);
    } else if (*known == now) {
        return;
    } else {
        count(*known, -1);
        *known = now;
    }
    count(now, +1);
}

void LinkTally::drop(const EntityId &link)
{
    const auto known = m_links.constFind(link);
    if (known == m_links.constEnd())
        return;
    count(*known, -1);
    m_links.erase(known);
}

void LinkTally::count(const Entry &entry, int by)
{
    count(m_groups[kAll], entry, by);
    if (entry.group != kAll)
        count(m_groups[entry.group], entry, by);
    m_isChanged = true;
}

void LinkTally::count(Group &group, const Entry &entry, int by)
{
    group.isChanged = true;
    group.figures.overLimit += entry.isOver ? by : 0;
    if (entry.rttMs < 0) {
        group.figures.unmeasured += by;
        return;
    }
    group.figures.measured += by;
    const auto at = group.roundTrips.try_emplace(entry.rttMs, 0).first;
    at->second += by;
    if (at->second == 0)
        group.roundTrips.erase(at);
}

size_t LinkTally::groupOf(const QString &region)
{
    const auto known = m_byRegion.constFind(region);
    if (known != m_byRegion.constEnd())
        return *known;
    m_byRegion.insert(region, m_groups.size());
    m_groups.push_back({region, {}, {}, false});
    return m_groups.size() - 1;
}

} // namespace graticule
