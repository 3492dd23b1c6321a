// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>

namespace graticule {

/// A stretch of time in ms since 1970 UTC, as all times of the charts; `end` is just beyond it.
struct TimeRange
{
    qint64 begin = 0;
    qint64 end = 0;

    qint64 length() const { return end - begin; }
    bool isEmpty() const { return end <= begin; }
    bool contains(qint64 time) const { return time >= begin && time < end; }
    bool overlaps(const TimeRange &other) const { return begin < other.end && other.begin < end; }
    TimeRange within(const TimeRange &other) const
    {
        return {std::max(begin, other.begin), std::max(std::max(begin, other.begin), std::min(end, other.end))};
    }
    TimeRange moved(qint64 by) const { return {begin + by, end + by}; }

    friend bool operator==(const TimeRange &, const TimeRange &) = default;
};

/// Where `time` lies in `width` pixels that show `range`; beyond them for a time outside.
inline double positionOf(qint64 time, const TimeRange &range, double width)
{
    return range.isEmpty() ? 0 : double(time - range.begin) * width / double(range.length());
}

/// The time at `x` of `width` pixels that show `range`.
inline qint64 timeAt(double x, const TimeRange &range, double width)
{
    return width <= 0 ? range.begin : range.begin + qRound64(x / width * double(range.length()));
}

} // namespace graticule
