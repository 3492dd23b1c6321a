// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/telemetry/rollup.h"
#include "backend/telemetry/samplequery.h"

namespace graticule {

/// @p points, sorted, as an answer has them: put together by stretches of @p step milliseconds; 0: each by itself.
std::vector<SampleBucket> bucketsOf(const SamplePoints &points, qint64 step);
std::vector<SampleBucket> bucketsOf(const Rollups &rollups);

} // namespace graticule
