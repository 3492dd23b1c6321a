// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>

#include <vector>

namespace graticule {

enum class MapDirection { Left, Right, Up, Down };

/// The point to go to from `from` with an arrow key: the nearest one whose way there leads mainly in that direction.
/// Points off to the side count as further away. -1: none.
int nearestInDirection(const std::vector<QPointF> &points, QPointF from, MapDirection direction);

} // namespace graticule
