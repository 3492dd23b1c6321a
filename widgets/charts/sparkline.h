// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QRect>

#include <optional>
#include <vector>

class QPainter;

namespace graticule {

/// A line as small as a word, for cells of tables and for tiles.
struct Sparkline
{
    std::vector<double> values; ///< evenly spaced; NaN: a gap
    /// The values at the bottom and top; none: those of the line itself. In a table all rows share how many times the
    /// value fits, so that calm looks flat: sharedScale().
    std::optional<double> low = std::nullopt;
    std::optional<double> high = std::nullopt;
    Colour colour = Colour::Text3;
    bool hasDot = false;  ///< where it is now
    bool isStale = false; ///< hatched: the last known

    /// From 0.55 to 1.75 times the value that is usual.
    static Sparkline sharedScale(std::vector<double> values, double usual);
};

/// Draws the line into `box`, 2 px off its edges. More values than pixels are drawn by their lowest and highest.
void paintSparkline(QPainter &painter, const QRect &box, const Sparkline &line, const Theme &theme);

} // namespace graticule
