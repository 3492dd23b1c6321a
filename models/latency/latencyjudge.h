// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/link.h"
#include "backend/telemetry/linkwindow.h"

namespace graticule {

/// How a figure stands to what is usual and allowed. The order is meant: later is worse.
enum class LatencyVerdict { Normal = 0, OverUsual, OverLimit };

/// More above the median of the past days than three times their spread, and than a fifth and 2 ms: what nobody feels
/// is no change. The spread is 1.4826 x MAD, which of values that scatter evenly is their standard deviation. Nothing
/// known of what is usual: never.
bool isOverUsual(double ms, const UsualValue &usual);

/// A round trip in ms, by the link's limit and what is usual. Slow alone is not abnormal; change is.
LatencyVerdict judgeRoundTrip(double ms, const Link &link, const UsualValue &usual);
/// A share 0..1: from 1 % on not usual, from 5 % on too much; less where more is usual.
LatencyVerdict judgeLoss(double loss, const UsualValue &usual);

} // namespace graticule
