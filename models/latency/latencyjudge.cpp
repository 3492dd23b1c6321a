// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/latency/latencyjudge.h"

#include <algorithm>

namespace graticule {
namespace {

constexpr double kSigmaOfMad = 1.4826; // of the normal distribution: 1 / 0.6745
constexpr double kSigmas = 3;
constexpr double kLeastShare = 0.2;
constexpr double kLeastMs = 2;
constexpr double kMuchLoss = 0.05;
constexpr double kSomeLoss = 0.01;

} // namespace

bool isOverUsual(double ms, const UsualValue &usual)
{
    if (ms < 0 || usual.median < 0)
        return false;
    const double spread = kSigmas * kSigmaOfMad * std::max(usual.mad, 0.0);
    return ms - usual.median > std::max({spread, kLeastShare * usual.median, kLeastMs});
}

LatencyVerdict judgeRoundTrip(double ms, const Link &link, const UsualValue &usual)
{
    if (link.limitMs > 0 && ms > link.limitMs)
        return LatencyVerdict::OverLimit;
    return isOverUsual(ms, usual) ? LatencyVerdict::OverUsual : LatencyVerdict::Normal;
}

LatencyVerdict judgeLoss(double loss, const UsualValue &usual)
{
    if (loss >= kMuchLoss)
        return LatencyVerdict::OverLimit;
    return loss >= kSomeLoss && loss > 2 * std::max(usual.median, 0.0) ? LatencyVerdict::OverUsual
                                                                       : LatencyVerdict::Normal;
}

} // namespace graticule
