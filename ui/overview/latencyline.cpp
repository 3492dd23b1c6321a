// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/latencyline.h"

#include "models/format.h"
#include "models/latency/latencyjudge.h"

namespace graticule {

namespace {

constexpr double kShort = 50, kMedium = 120, kLong = 250; // ms

MapLength lengthOf(double ms)
{
    return ms <= kShort    ? MapLength::Short
           : ms <= kMedium ? MapLength::Medium
           : ms <= kLong   ? MapLength::Long
                           : MapLength::VeryLong;
}

MapSeverity severityOf(LatencyVerdict verdict)
{
    switch (verdict) {
    case LatencyVerdict::OverLimit:
        return MapSeverity::High;
    case LatencyVerdict::OverUsual:
        return MapSeverity::Medium;
    case LatencyVerdict::Normal:
        break;
    }
    return MapSeverity::None;
}

} // namespace

MapLink LatencyLine::of(const Link &link, const LinkWindow *window)
{
    MapLink line;
    if (link.condition == Condition::Down) {
        line.severity = MapSeverity::Critical;
        line.dotted = true;
        line.value = tr("no answer");
        return line;
    }
    if (!window) {
        line.value = tr("not asked for yet");
        return line;
    }
    const LinkUsual usual = window->usual.value_or(LinkUsual());
    const LatencyVerdict slow = window->p95 < 0 ? LatencyVerdict::Normal : judgeRoundTrip(window->p95, link, usual.p95);
    const LatencyVerdict lossy = window->loss < 0 ? LatencyVerdict::Normal : judgeLoss(window->loss, usual.loss);
    line.severity = severityOf(std::max(slow, lossy));
    line.length = window->p95 < 0 ? MapLength::Unmeasured : lengthOf(window->p95);
    if (lossy > slow)
        line.value = tr("%1 loss").arg(format::percent(window->loss, true));
    else if (window->p95 < 0)
        line.value = tr("not measured");
    else if (slow == LatencyVerdict::OverUsual)
        line.value = tr("%1, usual %2").arg(format::milliseconds(window->p95), format::milliseconds(usual.p95.median));
    else
        line.value = format::milliseconds(window->p95);
    return line;
}

QStringList LatencyLine::lengthWords()
{
    return {tr("up to %1").arg(format::milliseconds(kShort)), tr("up to %1").arg(format::milliseconds(kMedium)),
            tr("up to %1").arg(format::milliseconds(kLong)), tr("longer")};
}

} // namespace graticule
