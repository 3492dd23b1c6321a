// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace graticule {

/// The world's outlines as the map takes them: plain degrees (x = longitude, y = latitude), longitudes from
/// 169 W (as -169) to 169 W (as 191) and cut there. Rings are filled with the winding rule; borders are lines.
struct MapOutlines
{
    struct Level
    {
        std::vector<std::vector<QPointF>> rings;
        std::vector<std::vector<QPointF>> borders;
    };
    std::vector<Level> levels; ///< coarse first
    QString error;             ///< when there are none: why, for people
};

/// Makes the outlines; called once, in a worker thread.
using MapOutlineSource = std::function<MapOutlines()>;

/// The outlines in the Equal Earth plane. Immutable; any thread.
class MapGeometry
{
public:
    struct Line
    {
        std::vector<QPointF> points;
        QRectF bounds;
    };
    struct Level
    {
        std::vector<Line> rings;
        std::vector<Line> borders;
    };

    /// Projects every point, which takes tens of milliseconds: not in the GUI thread.
    static std::shared_ptr<const MapGeometry> project(const MapOutlines &outlines);

    /// The level to draw with at a scale, in device pixels per unit of the plane.
    const Level &levelFor(double deviceScale) const;

private:
    std::vector<Level> m_levels;
};

} // namespace graticule
