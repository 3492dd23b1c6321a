// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/map/mapscene.h"

#include <QPointF>
#include <QRectF>

#include <memory>
#include <vector>

namespace graticule {

/// One link as a line in the plane, its ends moved to where the clusters were pushed.
struct MapArc
{
    int link = -1; ///< the worst of the links between these two clusters
    int count = 1; ///< how many links it stands for
    MapSeverity severity = MapSeverity::None;
    bool dotted = false;
    std::vector<QPointF> points; ///< from one end to the other
    size_t gap = 0;              ///< when the line crosses the cut: the index at which its second part begins; else 0
    QRectF bounds;

    friend bool operator==(const MapArc &, const MapArc &) = default;
};

/// All arcs of one layout, mild ones first. Immutable; any thread.
struct MapArcs
{
    std::vector<MapArc> arcs;

    /// Whether any arc passes through a rectangle of the plane.
    bool touch(const QRectF &plane) const;
};

/// Width of the line of an arc in logical pixels.
double arcWidth(MapSeverity severity);

/// The great circle between two positions (degrees: x = longitude, y = latitude) as points of the plane, a point about
/// every two degrees. Where it crosses the cut, `gap` is the index of the first point on the other side.
std::vector<QPointF> greatCircle(QPointF from, QPointF to, size_t &gap);

} // namespace graticule
