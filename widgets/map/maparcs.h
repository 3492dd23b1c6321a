// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/map/mapscene.h"
#include "widgets/theme/theme.h"

#include <QPointF>
#include <QRectF>

#include <memory>
#include <span>
#include <vector>

namespace graticule {

/// One link as a line in the plane, its ends moved to where the clusters were pushed.
struct MapArc
{
    int link = -1; ///< the worst of the links between these two clusters
    int count = 1; ///< how many links it stands for
    MapSeverity severity = MapSeverity::None;
    bool dotted = false;
    std::span<const QPointF> points; ///< from one end to the other; whoever made the arc keeps them
    size_t gap = 0; ///< when the line crosses the cut: the index at which its second part begins; else 0
    QRectF bounds;
    MapLength length = MapLength::Plain;

    /// The same line, wherever its points are kept.
    friend bool operator==(const MapArc &a, const MapArc &b);
};

/// All arcs of one layout, mild ones first. Immutable; any thread.
struct MapArcs
{
    MapArcs() = default;
    Q_DISABLE_COPY_MOVE(MapArcs) // its arcs point into it

    std::vector<MapArc> arcs;
    /// Of all arcs, one after the other: as many small pieces they would stay with the allocator when they are gone.
    std::vector<QPointF> points;

    /// Whether any arc passes through a rectangle of the plane.
    bool touch(const QRectF &plane) const;
};

/// Width of a line in logical pixels.
double arcWidth(MapSeverity severity, MapLength length = MapLength::Plain);
Colour arcColour(MapSeverity severity, MapLength length);

/// The great circle between two positions (degrees: x = longitude, y = latitude) as points of the plane, a point about
/// every two degrees, appended to `points`. Where it crosses the cut, the result is the index of the first point on the
/// other side, counted from the line's first; else 0.
size_t addGreatCircle(QPointF from, QPointF to, std::vector<QPointF> &points);

} // namespace graticule
