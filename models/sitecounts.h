// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/health/sitetally.h"
#include "models/statetext.h"

namespace graticule {

/// How many sites are in which state, in the orders in which they are read.
class SiteCounts : public SiteTally
{
public:
    /// In the order in which they are read: healthy first, then worst to least.
    static constexpr std::array<SiteState, 6> kReadingOrder{SiteState::Healthy,     SiteState::Degraded,
                                                            SiteState::Down,        SiteState::Unreachable,
                                                            SiteState::Maintenance, SiteState::Unknown};
    /// Worst first, without healthy.
    static constexpr std::array<SiteState, 5> kAbnormalOrder{
        SiteState::Down, SiteState::Unreachable, SiteState::Degraded, SiteState::Unknown, SiteState::Maintenance};

    /// Sites that serve: healthy or degraded.
    int serving() const { return of(SiteState::Healthy) + of(SiteState::Degraded); }
    void add(const SiteStatus &status, int by) { SiteTally::add(status.state, status.stale, by); }
};

} // namespace graticule
