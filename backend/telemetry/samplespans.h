// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/telemetry/samplequery.h"

namespace graticule {

/// Those of @p spans, in any order, cut to what lies within @p span; sorted, and those that touch put together.
std::vector<SampleSpan> spansWithin(SampleSpan span, std::vector<SampleSpan> spans);
/// What of @p span none of @p spans covers; sorted.
std::vector<SampleSpan> spansWithout(SampleSpan span, std::vector<SampleSpan> spans);

} // namespace graticule
