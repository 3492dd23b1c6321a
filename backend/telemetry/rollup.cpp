// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/telemetry/rollup.h"

#include <algorithm>

namespace graticule {

void Rollup::add(double value)
{
    min = count == 0 ? value : std::min(min, value);
    max = count == 0 ? value : std::max(max, value);
    sum += value;
    ++count;
    sketch.add(value);
}

void Rollup::merge(const Rollup &other)
{
    if (other.count == 0)
        return;
    min = count == 0 ? other.min : std::min(min, other.min);
    max = count == 0 ? other.max : std::max(max, other.max);
    sum += other.sum;
    count += other.count;
    sketch.merge(other.sketch);
}

Rollups rollUp(const SamplePoints &points, qint64 width)
{
    Rollups result;
    for (const SamplePoint &point : points) {
        const qint64 start = floorTo(point.ms, width);
        if (result.empty() || result.back().ms != start) {
            result.emplace_back();
            result.back().ms = start;
        }
        result.back().add(point.value);
    }
    return result;
}

Rollups mergeRollups(Rollups rollups, qint64 width)
{
    std::stable_sort(rollups.begin(), rollups.end(), [](const Rollup &a, const Rollup &b) { return a.ms < b.ms; });
    Rollups result;
    for (Rollup &rollup : rollups) {
        rollup.ms = floorTo(rollup.ms, width);
        if (!result.empty() && result.back().ms == rollup.ms)
            result.back().merge(rollup);
        else
            result.push_back(std::move(rollup));
    }
    return result;
}

} // namespace graticule
