// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/reduction.h"

#include <algorithm>
#include <cmath>

namespace graticule {

namespace {

/// The first ms that lies in `column` or after it.
qint64 beginOf(qint64 column, const TimeRange &range, int columns)
{
    // Rounded up without fractions: a point belongs to one column, however fine the zoom.
    const qint64 length = range.length();
    const qint64 whole = length / columns, rest = length % columns;
    return range.begin + column * whole + (column * rest + columns - 1) / columns;
}

int columnOf(qint64 time, const TimeRange &range, int columns)
{
    auto column = qint64(double(time - range.begin) / double(range.length()) * columns);
    column = std::clamp<qint64>(column, 0, columns - 1);
    while (column + 1 < columns && beginOf(column + 1, range, columns) <= time)
        ++column;
    while (column > 0 && beginOf(column, range, columns) > time)
        --column;
    return int(column);
}

ReducedColumn one(const TimeSeries &series, size_t index, int column)
{
    const double value = series.valueAt(index);
    return {column, series.timeAt(index), series.timeAt(index), value, value, value, value, false};
}

} // namespace

std::vector<ReducedColumn> reduced(const TimeSeries &series, const TimeRange &range, int columns)
{
    std::vector<ReducedColumn> out;
    if (range.isEmpty() || columns <= 0 || series.isEmpty())
        return out;
    out.reserve(size_t(columns) + 2);
    size_t index = series.indexFrom(range.begin);
    if (index > 0 && series.joins(index))
        out.push_back(one(series, index - 1, -1));
    while (index < series.size() && series.timeAt(index) < range.end) {
        const int column = columnOf(series.timeAt(index), range, columns);
        const size_t next = series.indexFrom(beginOf(column + 1, range, columns), index);
        const Extent extent = series.extent(index, next);
        if (!extent.isEmpty())
            out.push_back({column, series.timeAt(index), series.timeAt(next - 1), series.valueAt(index),
                           series.valueAt(next - 1), extent.low, extent.high, series.joins(index)});
        index = next;
    }
    if (index < series.size() && series.joins(index)) {
        out.push_back(one(series, index, columns));
        out.back().isJoined = true;
    }
    if (!out.empty())
        out.front().isJoined = false;
    return out;
}

} // namespace graticule
