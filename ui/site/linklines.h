// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/telemetry/samplequery.h"
#include "widgets/charts/smokechart.h"
#include "widgets/charts/timerange.h"

#include <memory>

namespace graticule {

/// A link's samples as lines: for each of equal parts of the time the percentiles of what was measured in it. Where the
/// keeper has only what minutes or hours came to, `p50` is their mean, `p95` and `p99` their greatest value, and
/// `isExact` is false.
struct LinkLines
{
    std::shared_ptr<TimeSeries> p50;
    std::shared_ptr<TimeSeries> p95;
    std::shared_ptr<TimeSeries> p99;
    std::shared_ptr<TimeSeries> loss; ///< 0..1
    qint64 step = 0;                  ///< ms: of a part
    bool isExact = true;
};

/// @p shift moves all times, ms: what was earlier comes to stand beside what is.
LinkLines linkLines(const SampleAnswer &roundTrips, const SampleAnswer &losses, const TimeRange &range,
                    qint64 shift = 0);

/// Minute by minute; empty where there are no single samples.
std::vector<SmokeMinute> smokeMinutes(const SampleAnswer &roundTrips, const SampleAnswer &losses,
                                      const TimeRange &range);

} // namespace graticule
