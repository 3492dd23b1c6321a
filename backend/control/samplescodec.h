// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/error.h"
#include "backend/telemetry/samplequery.h"

namespace graticule::control::v1 {
class SamplesReply;
class SamplesRequest;
} // namespace graticule::control::v1

// Samples <-> messages. Pure; any thread.

namespace graticule {

void encode(const SamplesQuery &from, control::v1::SamplesRequest *to);
void encode(const SamplesAnswer &from, control::v1::SamplesReply *to);

/// Most metrics that may be named at once.
constexpr int kMostMetrics = 64;

/// Each metric once; more than kMostMetrics are refused as Invalid.
Result<SamplesQuery> decode(const control::v1::SamplesRequest &from);
/// Values whose time or number is missing are left out.
SamplesAnswer decode(const control::v1::SamplesReply &from);

} // namespace graticule
