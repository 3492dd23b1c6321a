// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/maplayout.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace graticule {

namespace {

constexpr double ClusterCell = 24; // pixels: no mark reaches further from its middle
constexpr double TouchAround = 4;  // pixels around a mark that belong to it: no target is smaller than 20 px
constexpr double ArcCell = 0.07;   // in the plane: some pieces of an arc long, so that few cells list each
constexpr double ArcReach = 4;     // pixels from the line

QRectF boundsOf(std::span<const QPointF> points)
{
    double left = 1e9, right = -1e9, top = 1e9, bottom = -1e9;
    for (const QPointF &p : points) {
        left = std::min(left, p.x());
        right = std::max(right, p.x());
        top = std::min(top, p.y());
        bottom = std::max(bottom, p.y());
    }
    // A rectangle without height would count as empty.
    return QRectF(left, top, right - left, bottom - top).adjusted(-1e-9, -1e-9, 1e-9, 1e-9);
}

} // namespace

MapLinks::MapLinks(std::vector<MapLink> all, const MapSites &sites, const MapLinks *before)
    : links(std::move(all))
    , lines(links.size())
{
    for (size_t i = 0; i < links.size(); ++i) {
        const MapLink &link = links[i];
        Line &line = lines[i];
        line.first = std::uint32_t(points.size());
        if (before && i < before->links.size() && before->links[i].from == link.from &&
            before->links[i].to == link.to) {
            const Line &known = before->lines[i];
            const auto its = before->pointsOf(known);
            points.insert(points.end(), its.begin(), its.end());
            line.from = known.from;
            line.to = known.to;
            line.gap = known.gap;
        } else {
            line.from = sites.indexOf(link.from);
            line.to = sites.indexOf(link.to);
            if (line.from >= 0 && line.to >= 0 && line.from != line.to) {
                const MapSite &a = sites[line.from], &b = sites[line.to];
                line.gap = addGreatCircle({a.longitude, a.latitude}, {b.longitude, b.latitude}, points);
            }
        }
        line.end = std::uint32_t(points.size());
    }
}

MapLayout::MapLayout(const Input &input)
    : m_sites(input.sites)
    , m_links(input.links)
    , m_scale(input.scale)
    , m_clusters(
          clusterSites({*input.sites, input.marks, input.prominent, input.scale, input.problemsOnly, input.merge}))
{
    buildArcs();
    buildGrids();
}

std::vector<int> MapLayout::members(int cluster) const
{
    const MapCluster &c = m_clusters.clusters[size_t(cluster)];
    const auto first = m_clusters.members.begin() + c.first;
    return {first, first + c.count};
}

int MapLayout::member(int cluster, int which) const
{
    return m_clusters.members[size_t(m_clusters.clusters[size_t(cluster)].first + which)];
}

QPointF MapLayout::drawnAt(int cluster) const
{
    const MapCluster &c = m_clusters.clusters[size_t(cluster)];
    return c.place * m_scale + c.push;
}

/// One arc per pair of clusters, for the worst of the links between them; both ends where the clusters are drawn.
void MapLayout::buildArcs()
{
    auto arcs = std::make_shared<MapArcs>();
    std::map<std::pair<int, int>, size_t> known;
    for (int i = 0; i < int(m_links->links.size()); ++i) {
        const MapLink &link = m_links->links[size_t(i)];
        const MapLinks::Line &line = m_links->lines[size_t(i)];
        const bool isDrawn = line.end > line.first;
        const int a = isDrawn ? clusterOf(line.from) : -1, b = isDrawn ? clusterOf(line.to) : -1;
        if (a < 0 || b < 0 || a == b) {
            continue;
        }
        const auto [entry, isNew] = known.try_emplace(std::minmax(a, b), arcs->arcs.size());
        if (isNew) {
            arcs->arcs.push_back({i, 1, link.severity, link.dotted, {}, 0, {}, link.length});
            continue;
        }
        MapArc &arc = arcs->arcs[entry->second];
        ++arc.count;
        if (std::pair(link.severity, link.length) > std::pair(arc.severity, arc.length)) {
            arc.link = i;
            arc.length = link.length;
            arc.severity = link.severity;
            arc.dotted = link.dotted;
        }
    }
    size_t count = 0;
    for (const MapArc &arc : arcs->arcs) {
        count += m_links->pointsOf(m_links->lines[size_t(arc.link)]).size();
    }
    arcs->points.reserve(count); // from here on they stay where they are
    for (MapArc &arc : arcs->arcs) {
        const MapLinks::Line &line = m_links->lines[size_t(arc.link)];
        const auto shift = [this](int site) { return drawnAt(clusterOf(site)) / m_scale - m_sites->plane(site); };
        const QPointF from = shift(line.from), to = shift(line.to);
        const auto way = m_links->pointsOf(line);
        const size_t first = arcs->points.size();
        for (size_t i = 0; i < way.size(); ++i) {
            const double t = double(i) / double(way.size() - 1);
            arcs->points.push_back(way[i] + from * (1 - t) + to * t);
        }
        arc.points = std::span(std::as_const(arcs->points)).subspan(first);
        arc.gap = line.gap;
        arc.bounds = boundsOf(arc.points);
    }
    std::ranges::stable_sort(arcs->arcs, {}, [](const MapArc &arc) { return std::pair(arc.severity, arc.length); });
    m_arcs = arcs;
}

void MapLayout::buildGrids()
{
    m_clusterGrid = PointGrid(ClusterCell, clusters().size());
    for (int i = 0; i < int(clusters().size()); ++i) {
        m_clusterGrid.insert(i, drawnAt(i));
    }
    const auto pieces = [this](const SegmentGrid::Visit &visit) {
        for (int i = 0; i < int(m_arcs->arcs.size()); ++i) {
            const MapArc &arc = m_arcs->arcs[size_t(i)];
            for (size_t j = 1; j < arc.points.size(); ++j) {
                if (j != arc.gap) {
                    visit({i, arc.points[j - 1], arc.points[j]});
                }
            }
        }
    };
    m_arcGrid = SegmentGrid(pieces, m_arcs->points.size(), ArcCell, ArcReach / m_scale);
}

int MapLayout::clusterNear(QPointF point) const
{
    int best = -1;
    double nearest = 1e9;
    m_clusterGrid.near(point, [&](int i) {
        const QPointF d = drawnAt(i) - point;
        const double reach = clusters()[size_t(i)].radius + TouchAround, squared = QPointF::dotProduct(d, d);
        if (squared <= reach * reach && squared < nearest) {
            nearest = squared;
            best = i;
        }
    });
    return best;
}

int MapLayout::arcNear(QPointF point) const
{
    return m_arcGrid.lineNear(point / m_scale);
}

} // namespace graticule
