// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/timeseries.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace graticule {

namespace {

constexpr size_t kShift = 4;
constexpr size_t kFan = size_t(1) << kShift;
constexpr size_t kForgetAt = 4096; ///< so many are dropped at once: dropping moves all others

double finite(double value)
{
    return std::isfinite(value) ? value : std::numeric_limits<double>::quiet_NaN();
}

} // namespace

void TimeSeries::assign(std::vector<qint64> times, std::vector<double> values)
{
    Q_ASSERT(times.size() == values.size());
    m_first = 0;
    m_leftOut = 0;
    const auto ascends = [](qint64 a, qint64 b) { return b <= a; };
    if (std::adjacent_find(times.begin(), times.end(), ascends) != times.end()) {
        std::vector<size_t> order(times.size());
        std::iota(order.begin(), order.end(), size_t(0));
        std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return times[a] < times[b]; });
        std::vector<qint64> sortedTimes;
        std::vector<double> sortedValues;
        for (const size_t at : order) {
            if (!sortedTimes.empty() && sortedTimes.back() == times[at]) {
                ++m_leftOut;
                continue;
            }
            sortedTimes.push_back(times[at]);
            sortedValues.push_back(values[at]);
        }
        times = std::move(sortedTimes);
        values = std::move(sortedValues);
    }
    m_times = std::move(times);
    m_values = std::move(values);
    for (double &value : m_values)
        value = finite(value);
    build();
}

bool TimeSeries::append(qint64 time, double value)
{
    if (!isEmpty() && time <= m_times.back()) {
        ++m_leftOut;
        return false;
    }
    m_times.push_back(time);
    m_values.push_back(finite(value));
    grow();
    return true;
}

void TimeSeries::forgetBefore(qint64 time)
{
    m_first += indexFrom(time);
    if (m_first < kForgetAt || m_first < m_times.size() / 2)
        return;
    m_times.erase(m_times.begin(), m_times.begin() + std::ptrdiff_t(m_first));
    m_values.erase(m_values.begin(), m_values.begin() + std::ptrdiff_t(m_first));
    m_first = 0;
    build();
}

void TimeSeries::build()
{
    m_levels.clear();
    if (m_values.size() <= kFan)
        return;
    auto &lowest = m_levels.emplace_back((m_values.size() + kFan - 1) >> kShift);
    for (size_t i = 0; i < m_values.size(); ++i)
        lowest[i >> kShift].add(m_values[i]);
    while (m_levels.back().size() > kFan) {
        const std::vector<Extent> &below = m_levels.back();
        std::vector<Extent> level((below.size() + kFan - 1) >> kShift);
        for (size_t i = 0; i < below.size(); ++i)
            level[i >> kShift].add(below[i]);
        m_levels.push_back(std::move(level));
    }
}

void TimeSeries::grow()
{
    const size_t at = m_values.size() - 1;
    const double value = m_values.back();
    if (m_levels.empty())
        return build();
    size_t index = at;
    for (std::vector<Extent> &level : m_levels) {
        index >>= kShift;
        if (index == level.size())
            level.emplace_back();
        level[index].add(value);
    }
    if (m_levels.back().size() > kFan)
        build(); // one level more; once in sixteen times as many points
}

TimeRange TimeSeries::span() const
{
    return isEmpty() ? TimeRange() : TimeRange{timeAt(0), m_times.back() + 1};
}

size_t TimeSeries::indexFrom(qint64 time, size_t from) const
{
    // Strides double until they pass the time: it is mostly near.
    const auto begin = m_times.begin() + std::ptrdiff_t(m_first);
    const size_t count = size();
    size_t low = std::min(from, count), stride = 1;
    size_t high = low;
    while (high < count && begin[std::ptrdiff_t(high)] < time) {
        low = high + 1;
        high = std::min(count, high + stride);
        stride *= 2;
    }
    return size_t(std::lower_bound(begin + std::ptrdiff_t(low), begin + std::ptrdiff_t(std::max(low, high)), time) -
                  begin);
}

size_t TimeSeries::nearest(qint64 time) const
{
    const size_t after = indexFrom(time);
    if (after == 0 || isEmpty())
        return after;
    if (after == size())
        return after - 1;
    return time - timeAt(after - 1) < timeAt(after) - time ? after - 1 : after;
}

Extent TimeSeries::extent(size_t from, size_t to) const
{
    Extent out;
    size_t low = from + m_first, high = to + m_first;
    if (m_levels.empty()) {
        for (; low < high; ++low)
            out.add(m_values[low]);
        return out;
    }
    const auto edges = [&](const auto &values) {
        while (low < high && low % kFan != 0)
            out.add(values[low++]);
        while (low < high && high % kFan != 0)
            out.add(values[--high]);
        low >>= kShift;
        high >>= kShift;
    };
    edges(m_values);
    for (size_t level = 0; level < m_levels.size() && low < high; ++level) {
        if (level + 1 < m_levels.size()) {
            edges(m_levels[level]);
            continue;
        }
        for (; low < high; ++low)
            out.add(m_levels[level][low]);
    }
    return out;
}

bool TimeSeries::joins(size_t index) const
{
    if (index == 0 || index >= size() || std::isnan(valueAt(index)) || std::isnan(valueAt(index - 1)))
        return false;
    return m_gapAfter <= 0 || timeAt(index) - timeAt(index - 1) <= m_gapAfter;
}

std::vector<TimeRange> TimeSeries::gaps(const TimeRange &range) const
{
    std::vector<TimeRange> out;
    const auto add = [&](qint64 begin, qint64 end) {
        if (const TimeRange gap = TimeRange{begin, end}.within(range); !gap.isEmpty())
            out.push_back(gap);
    };
    size_t index = indexFrom(range.begin);
    index -= index > 0 ? 1 : 0;
    qint64 known = range.begin;
    bool isFirst = true;
    for (; index < size() && timeAt(index) < range.end; ++index) {
        if (std::isnan(valueAt(index)))
            continue;
        if (isFirst ? m_gapAfter > 0 && timeAt(index) - known > m_gapAfter : !joins(index))
            add(known, timeAt(index));
        known = timeAt(index);
        isFirst = false;
    }
    const bool goesOn = joins(index) && !isFirst;
    if (!goesOn && (isFirst || (m_gapAfter > 0 && range.end - known > m_gapAfter)))
        add(known, range.end);
    return out;
}

} // namespace graticule
