// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/mapmarks.h"

#include "widgets/map/mapannotations.h"

#include <algorithm>

namespace graticule {

MapMarks::MapMarks()
{
    const auto sites = std::make_shared<const MapSites>(std::vector<MapSite>());
    const auto links = std::make_shared<const MapLinks>(std::vector<MapLink>(), *sites);
    m_layout = std::make_shared<const MapLayout>(MapLayout::Input{sites, links, {}, {}, 1, false, true});
}

MapMarks::MapMarks(MapLayoutPtr layout, const std::vector<MapMark> &states)
    : m_layout(std::move(layout))
    , m_tallies(m_layout->clusters().size())
{
    for (int site = 0; site < m_layout->sites().size(); ++site) {
        if (const int mark = m_layout->clusterOf(site); mark >= 0) {
            m_tallies[size_t(mark)].add(states[size_t(site)]);
        }
    }
}

std::vector<MapKey> MapMarks::keysOf(int mark) const
{
    std::vector<MapKey> keys;
    for (const int site : m_layout->members(mark)) {
        keys.push_back(m_layout->sites()[site].key);
    }
    std::ranges::sort(keys);
    return keys;
}

QRectF MapMarks::boundsOf(const std::vector<MapKey> &keys) const
{
    double left = 1e9, right = -1e9, top = 1e9, bottom = -1e9;
    for (const MapKey key : keys) {
        if (const int site = m_layout->sites().indexOf(key); site >= 0) {
            const QPointF p = m_layout->sites().plane(site);
            left = std::min(left, p.x());
            right = std::max(right, p.x());
            top = std::min(top, p.y());
            bottom = std::max(bottom, p.y());
        }
    }
    // A lone site has no extent: a hair's breadth tells it from nothing.
    return left > right ? QRectF() : QRectF(left, top, std::max(right - left, 1e-9), std::max(bottom - top, 1e-9));
}

bool MapMarks::change(int site, MapMark before, MapMark now)
{
    const int mark = m_layout->clusterOf(site);
    if (mark < 0) {
        return false;
    }
    MapTally &tally = m_tallies[size_t(mark)];
    const int severity = tally.severity();
    tally.remove(before);
    tally.add(now);
    return tally.severity() != severity;
}

MapHit MapMarks::hitOf(int mark) const
{
    if (mark < 0) {
        return {};
    }
    const MapCluster &cluster = (*this)[mark];
    return {cluster.count > 1 ? MapHit::Kind::Cluster : MapHit::Kind::Site, mark, m_layout->sites()[cluster.named].key};
}

MapHit MapMarks::hitAt(QPointF point) const
{
    if (const int mark = m_layout->clusterNear(point); mark >= 0) {
        return hitOf(mark);
    }
    if (const int arc = m_layout->arcNear(point); arc >= 0) {
        return {MapHit::Kind::Link, m_layout->arcs()->arcs[size_t(arc)].link, 0};
    }
    return {};
}

QString MapMarks::textOf(const MapHit &hit, const Describer &describe) const
{
    if (!hit) {
        return {};
    }
    return hit.kind == MapHit::Kind::Link ? textOfLink(hit.index) : textOf(hit.index, describe);
}

QString MapMarks::textOfLink(int index) const
{
    const auto &arcs = m_layout->arcs()->arcs;
    const auto arc = std::ranges::find(arcs, index, &MapArc::link);
    if (arc == arcs.end()) {
        return {};
    }
    const MapLink &link = m_layout->links().links[size_t(index)];
    const auto label = [this](MapKey key) {
        const int site = m_layout->sites().indexOf(key);
        return site < 0 ? QString() : m_layout->sites()[site].label;
    };
    //: The two ends of a link: "sin1 – bom1"
    QString text = tr("%1 – %2").arg(label(link.from), label(link.to));
    if (!link.value.isEmpty()) {
        //: A link and its value: "sin1 – bom1, 213 ms"
        text = tr("%1, %2").arg(text, link.value);
    }
    if (arc->count > 1) {
        //: More links between the same two clusters: "sin1 – bom1, 213 ms, and 3 more"
        text = tr("%1, and %n more", nullptr, arc->count - 1).arg(text);
    }
    return text;
}

QString MapMarks::textOf(int mark, const Describer &describe) const
{
    const MapCluster &cluster = (*this)[mark];
    const MapTally &tally = m_tallies[size_t(mark)];
    const QString name = nameOf(*m_layout, mark);
    if (cluster.count == 1) {
        const MapSite &site = m_layout->sites()[cluster.named];
        if (describe) {
            return describe(site.key);
        }
        //: A site and its state: "sin1, degraded"
        const QString text = tr("%1, %2").arg(name, stateText(tally.worst()));
        //: Of a site whose position is a guess
        return site.inferred ? tr("%1, place inferred").arg(text) : text;
    }
    //: A cluster of sites; there are always two at least: "Singapore, 169 sites"
    const QString sites =
        name.isEmpty() ? tr("%n sites", nullptr, cluster.count) : tr("%1, %n sites", nullptr, cluster.count).arg(name);
    const QString abnormal = tally.text();
    return abnormal.isEmpty() ? sites : tr("%1, %2").arg(sites, abnormal);
}

void MapMarks::sortWorstFirst(std::vector<int> &marks) const
{
    std::ranges::sort(marks, [this](int a, int b) {
        const int worseA = m_tallies[size_t(a)].severity(), worseB = m_tallies[size_t(b)].severity();
        const MapCluster &first = (*this)[a], &second = (*this)[b];
        return worseA != worseB              ? worseA > worseB
               : first.count != second.count ? first.count > second.count
                                             : first.named < second.named;
    });
}

} // namespace graticule
