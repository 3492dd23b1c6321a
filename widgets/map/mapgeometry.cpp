// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/mapgeometry.h"

#include "widgets/map/equalearth.h"

#include <algorithm>

namespace graticule {

namespace {

// The coarse level is good to half a pixel at 8 pixels a degree, that is 458 a radian; here it begins to look cut.
constexpr double CoarseUpTo = 1100;

MapGeometry::Line projected(const std::vector<QPointF> &degrees)
{
    MapGeometry::Line line;
    line.points.reserve(degrees.size());
    double left = 1e9, right = -1e9, top = 1e9, bottom = -1e9;
    for (const QPointF &p : degrees) {
        const QPointF q = equalEarth::projectRelative(p.y(), p.x() - equalEarth::CentralMeridian);
        line.points.push_back(q);
        left = std::min(left, q.x());
        right = std::max(right, q.x());
        top = std::min(top, q.y());
        bottom = std::max(bottom, q.y());
    }
    line.bounds = QRectF(left, top, right - left, bottom - top);
    return line;
}

} // namespace

std::shared_ptr<const MapGeometry> MapGeometry::project(const MapOutlines &outlines)
{
    auto geometry = std::make_shared<MapGeometry>();
    for (const MapOutlines::Level &degrees : outlines.levels) {
        Level &level = geometry->m_levels.emplace_back();
        for (const auto &ring : degrees.rings) {
            level.rings.push_back(projected(ring));
        }
        for (const auto &border : degrees.borders) {
            level.borders.push_back(projected(border));
        }
    }
    if (geometry->m_levels.empty()) {
        geometry->m_levels.emplace_back();
    }
    return geometry;
}

const MapGeometry::Level &MapGeometry::levelFor(double deviceScale) const
{
    return deviceScale <= CoarseUpTo ? m_levels.front() : m_levels.back();
}

} // namespace graticule
