// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>

#include <vector>

namespace graticule {

/// A circle on the screen; pixels.
struct Disc
{
    QPointF centre;
    double radius = 0;
    bool fixed = false; ///< others go out of its way
};

/// Moves overlapping discs, each step a little, until `gap` pixels are free between any two or too much time has
/// gone. Deterministic; the cost follows the number of discs that touch.
void pushApart(std::vector<Disc> &discs, double gap);

} // namespace graticule
