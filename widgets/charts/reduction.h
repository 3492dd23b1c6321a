// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/timeseries.h"

#include <vector>

namespace graticule {

/// What a series is in one pixel column: its first, last, lowest and highest value there. A line through these four is
/// pixel by pixel the line through all points (known as M4), so no spike is lost, however many points there are.
struct ReducedColumn
{
    int column = 0;       ///< -1 and `columns`: the neighbours just outside, so that lines run off the edge
    qint64 firstTime = 0; ///< of its first and last point
    qint64 lastTime = 0;
    double first = 0; ///< NaN when the value at the edge is missing
    double last = 0;
    double low = 0;
    double high = 0;
    bool isJoined = false; ///< a line leads here from the column before it in the list

    friend bool operator==(const ReducedColumn &, const ReducedColumn &) = default;
};

/// `range` in `columns` pixels; columns in which nothing is known are left out. Costs in proportion to the columns, not
/// to the points.
std::vector<ReducedColumn> reduced(const TimeSeries &series, const TimeRange &range, int columns);

} // namespace graticule
