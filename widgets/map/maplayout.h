// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/map/maparcs.h"
#include "widgets/map/mapclusters.h"
#include "widgets/map/mapsites.h"
#include "widgets/map/pointgrid.h"
#include "widgets/map/segmentgrid.h"

#include <QPointF>

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace graticule {

/// Links with the lines that follow from their ends' true positions. Immutable; any thread.
struct MapLinks
{
    /// Without points where an end is not among the sites.
    struct Line
    {
        int from = -1, to = -1;           ///< indices of sites
        std::uint32_t first = 0, end = 0; ///< of its points
        size_t gap = 0;                   ///< as MapArc::gap
    };

    std::vector<MapLink> links;
    std::vector<Line> lines; ///< per link
    std::vector<QPointF> points;

    /// Computes the great circles, about 30 microseconds each: in a worker. Those that `before`, made for the same
    /// sites, has at the same place in the list are taken over.
    MapLinks(std::vector<MapLink> links, const MapSites &sites, const MapLinks *before = nullptr);

    std::span<const QPointF> pointsOf(const Line &line) const
    {
        return std::span(points).subspan(line.first, line.end - line.first);
    }
};

using MapLinksPtr = std::shared_ptr<const MapLinks>;

/// What the map shows at one scale, wherever the view is: clusters, arcs, and the grids in which the pointer is looked
/// up. Immutable; computed in a worker, used in the GUI thread.
class MapLayout
{
public:
    struct Input
    {
        MapSitesPtr sites;
        MapLinksPtr links;
        std::vector<MapMark> marks; ///< per site
        std::vector<MapKey> prominent;
        double scale = 1; ///< logical pixels per unit of the plane
        bool problemsOnly = false;
        bool merge = true;
    };

    explicit MapLayout(const Input &input);

    double scale() const { return m_scale; }
    const MapSites &sites() const { return *m_sites; }
    const MapLinks &links() const { return *m_links; }
    const std::vector<MapCluster> &clusters() const { return m_clusters.clusters; }
    /// Indices of a cluster's sites.
    std::vector<int> members(int cluster) const;
    int member(int cluster, int which) const;
    /// -1: not drawn, or no such site.
    int clusterOf(int site) const { return site < 0 ? -1 : m_clusters.clusterOf[size_t(site)]; }
    const std::shared_ptr<const MapArcs> &arcs() const { return m_arcs; }

    /// Where a cluster's middle is drawn, in logical pixels of the whole world at this layout's scale.
    QPointF drawnAt(int cluster) const;
    /// The cluster under a point (in the same pixels), the nearest when several are; -1: none.
    int clusterNear(QPointF point) const;
    /// The arc within some pixels of a point, an index into arcs(); -1: none.
    int arcNear(QPointF point) const;

private:
    void buildArcs();
    void buildGrids();

    MapSitesPtr m_sites;
    MapLinksPtr m_links;
    double m_scale = 1;
    MapClusters m_clusters;
    std::shared_ptr<const MapArcs> m_arcs;
    PointGrid m_clusterGrid;
    SegmentGrid m_arcGrid; ///< in the plane
};

using MapLayoutPtr = std::shared_ptr<const MapLayout>;

} // namespace graticule
