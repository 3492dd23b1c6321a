// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/map/mapsites.h"

#include <QPointF>

#include <vector>

namespace graticule {

/// Sites that are drawn as one mark; also a lone site.
struct MapCluster
{
    QPointF place;     ///< in the plane: the middle of its sites
    QPointF push;      ///< logical pixels from there to where it is drawn, so that no two marks overlap
    double radius = 0; ///< logical pixels
    int first = 0;     ///< its sites are members[first] to members[first + count - 1]
    int count = 0;
    int named = -1;         ///< the site that gives the name: of the worst, then largest place
    bool prominent = false; ///< a lone site with a callout: never merged, never pushed

    friend bool operator==(const MapCluster &, const MapCluster &) = default;
};

struct MapClusters
{
    std::vector<MapCluster> clusters;
    std::vector<int> members;   ///< indices of sites, those of a cluster side by side, its largest place first
    std::vector<int> clusterOf; ///< per site; -1: not drawn (filtered out)
};

/// What to draw at a scale.
struct MapClusterInput
{
    const MapSites &sites;
    const std::vector<MapMark> &marks; ///< per site: decides names, and with problemsOnly who is drawn
    const std::vector<MapKey> &prominent;
    double scale = 1; ///< logical pixels per unit of the plane
    bool problemsOnly = false;
    bool merge = true; ///< false at the deepest zoom, where only crowds on one spot stay together
};

/// Radius of the circle for so many sites: 7.6 + 0.92 log2(n), at most 17; a lone site 6.
double clusterRadius(int count);

/// Merges sites whose circles' centres are nearer than 55 % of both radii, first into places, then up to five places
/// into a cluster, and pushes the rest apart until 2 px are free. Where that would carry a circle too far from its
/// place, more are merged. Deterministic and the same wherever the view is; about a microsecond a site: in a worker.
MapClusters clusterSites(const MapClusterInput &input);

/// Whether "problems only" keeps a site: anything but freshly healthy or in maintenance.
bool isProblem(MapMark mark);

} // namespace graticule
