// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/telemetry/quantilesketch.h"
#include "backend/telemetry/samplepoint.h"

namespace graticule {

/// What many values come to: of a minute, an hour, a pixel. Pure value.
struct Rollup
{
    qint64 ms = 0; ///< begin of the time that it stands for
    quint64 count = 0;
    double min = 0;
    double max = 0;
    double sum = 0;
    QuantileSketch sketch;

    double mean() const { return count > 0 ? sum / double(count) : 0; }
    void add(double value);
    /// @p other has other values than this.
    void merge(const Rollup &other);

    friend bool operator==(const Rollup &, const Rollup &) = default;
};

using Rollups = std::vector<Rollup>;

/// @p ms down to a multiple of @p width.
constexpr qint64 floorTo(qint64 ms, qint64 width)
{
    return ms - ((ms % width) + width) % width;
}

/// @p points, sorted, by stretches of @p width milliseconds; those without values are left out.
Rollups rollUp(const SamplePoints &points, qint64 width);
/// Puts together what lies in the same stretch of @p width; any order before, sorted after.
Rollups mergeRollups(Rollups rollups, qint64 width);

} // namespace graticule
