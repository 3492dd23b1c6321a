// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/mapwalk.h"

#include <cmath>
#include <limits>

namespace graticule {

int nearestInDirection(const std::vector<QPointF> &points, QPointF from, MapDirection direction)
{
    int best = -1;
    double nearest = std::numeric_limits<double>::max();
    for (int i = 0; i < int(points.size()); ++i) {
        const QPointF way = points[size_t(i)] - from;
        const bool isHorizontal = direction == MapDirection::Left || direction == MapDirection::Right;
        const bool isBackwards = direction == MapDirection::Left || direction == MapDirection::Up;
        const double along = (isHorizontal ? way.x() : way.y()) * (isBackwards ? -1 : 1);
        const double aside = std::abs(isHorizontal ? way.y() : way.x());
        if (along < 1 || aside > along) { // another direction leads there
            continue;
        }
        const double cost = along + 1.3 * aside;
        if (cost < nearest) {
            nearest = cost;
            best = i;
        }
    }
    return best;
}

} // namespace graticule
