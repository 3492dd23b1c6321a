// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/latency/statespans.h"
#include "widgets/charts/statelane.h"

namespace graticule {

/// How a lane shows what a site was: like looks.h, the one place where the words of models meet those of widgets.
inline LaneSpan laneOf(const StateSpan &span)
{
    const auto state = [&span] {
        if (!span.isWatched)
            return LaneState::NotWatched;
        switch (span.state) {
        case SiteState::Healthy:
            return LaneState::Healthy;
        case SiteState::Degraded:
            return LaneState::Degraded;
        case SiteState::Down:
            return LaneState::Down;
        case SiteState::Unreachable:
            return LaneState::Unreachable;
        case SiteState::Maintenance:
            return LaneState::Maintenance;
        case SiteState::Unknown:
            break;
        }
        return LaneState::Unknown;
    };
    return {{toMs(span.from), toMs(span.until)}, state()};
}

} // namespace graticule
