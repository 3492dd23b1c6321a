// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/telemetry/samplebuckets.h"

#include <algorithm>

namespace graticule {

std::vector<SampleBucket> bucketsOf(const SamplePoints &points, qint64 step)
{
    std::vector<SampleBucket> result;
    double sum = 0;
    for (const SamplePoint &point : points) {
        const qint64 ms = step > 0 ? floorTo(point.ms, step) : point.ms;
        if (result.empty() || result.back().ms != ms) {
            result.push_back({ms, 1, point.value, point.value, point.value});
            sum = point.value;
            continue;
        }
        SampleBucket &last = result.back();
        ++last.count;
        last.min = std::min(last.min, point.value);
        last.max = std::max(last.max, point.value);
        sum += point.value;
        last.mean = sum / double(last.count);
    }
    return result;
}

std::vector<SampleBucket> bucketsOf(const Rollups &rollups)
{
    std::vector<SampleBucket> result;
    result.reserve(rollups.size());
    for (const Rollup &rollup : rollups)
        result.push_back({rollup.ms, rollup.count, rollup.min, rollup.max, rollup.mean()});
    return result;
}

} // namespace graticule
