// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/timerange.h"

#include <cstddef>
#include <limits>
#include <vector>

namespace graticule {

/// The lowest and the highest of some values; empty when there was none but NaN.
struct Extent
{
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    bool isEmpty() const { return !(low <= high); }
    void add(double value)
    {
        low = value < low ? value : low;
        high = value > high ? value : high;
    }
    void add(const Extent &other)
    {
        low = other.low < low ? other.low : low;
        high = other.high > high ? other.high : high;
    }

    friend bool operator==(const Extent &, const Extent &) = default;
};

/// Values over time, and a pyramid of their lowest and highest, so that the extent of any stretch of a million points
/// costs some dozens of comparisons.
///
/// NaN is a value that is known to be missing. Times ascend; what is told twice or late is left out and counted. A
/// value; any thread that owns it.
class TimeSeries
{
public:
    /// Neighbours further apart than `gapAfter` ms are not joined by a line; 0: all are.
    explicit TimeSeries(qint64 gapAfter = 0)
        : m_gapAfter(gapAfter)
    {
    }

    /// Replaces everything; both of one length. Unsorted times are sorted.
    void assign(std::vector<qint64> times, std::vector<double> values);
    /// False when `time` is not after the last one.
    bool append(qint64 time, double value);
    void forgetBefore(qint64 time);

    size_t size() const { return m_times.size() - m_first; }
    bool isEmpty() const { return size() == 0; }
    qint64 timeAt(size_t index) const { return m_times[m_first + index]; }
    double valueAt(size_t index) const { return m_values[m_first + index]; }
    qint64 gapAfter() const { return m_gapAfter; }
    /// From the first to just after the last point.
    TimeRange span() const;
    /// How many points were left out: not after the one before.
    size_t leftOut() const { return m_leftOut; }

    /// The first point at or after `time`; size() when there is none. Looks from point `from` on, nearest first.
    size_t indexFrom(qint64 time, size_t from = 0) const;
    /// The point nearest to `time`; size() when there is none.
    size_t nearest(qint64 time) const;
    /// Of the points `from` to just before `to`.
    Extent extent(size_t from, size_t to) const;
    /// True if a line leads from the point before `index` to it.
    bool joins(size_t index) const;
    /// Stretches inside `range` of which nothing is known, longer than gapAfter().
    std::vector<TimeRange> gaps(const TimeRange &range) const;

private:
    void build();
    void grow();

    qint64 m_gapAfter;
    size_t m_first = 0; ///< those before are forgotten, and go when they are many
    size_t m_leftOut = 0;
    std::vector<qint64> m_times;
    std::vector<double> m_values;
    std::vector<std::vector<Extent>> m_levels; ///< of 16 values each, of 16 of those, ...
};

} // namespace graticule
