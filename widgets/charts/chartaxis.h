// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/timerange.h"

#include <QString>

#include <vector>

namespace graticule {

/// What the values of a chart are; the values themselves are in the unit's own terms.
enum class ValueUnit {
    Number = 0,
    Ms,    ///< milliseconds
    Share, ///< 0..1, shown in percent
    Bytes,
    BytesPerSecond,
    Cores,
};

struct AxisTick
{
    double at = 0; ///< a value, or a time in ms
    QString text;

    friend bool operator==(const AxisTick &, const AxisTick &) = default;
};

/// A value axis with round ends and steps.
struct ValueAxis
{
    double low = 0;
    double high = 1;
    std::vector<AxisTick> ticks; ///< from low up; texts without the unit
    QString unit;                ///< of the texts: "ms", "GB", "%"; empty for plain numbers

    /// Where a value lies: 0 at low, 1 at high.
    double shareOf(double value) const { return (value - low) / (high - low); }
};

/// From below `low` to above `high` in at most `most` steps of 1, 2 or 5. Any two finite numbers will do.
ValueAxis niceAxis(double low, double high, ValueUnit unit, int most);

/// One value with its unit, three digits at most that matter: "213 ms", "1.40 %", "4.20 GB"; a dash for NaN.
QString valueText(double value, ValueUnit unit);

/// Round instants of UTC inside `range`, at most `most`: "09:14", "09:14:30"; the day where one begins: "22 Nov".
std::vector<AxisTick> timeTicks(const TimeRange &range, int most);

/// "09:14:32" in UTC; with milliseconds as below.
QString clockText(qint64 time, qint64 precision = 1000);

/// "22 Nov 09:14:32" in UTC; with milliseconds for what is looked at as closely as `precision` ms.
QString instantText(qint64 time, qint64 precision = 1000);

} // namespace graticule
