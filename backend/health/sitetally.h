// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/states.h"

#include <array>
#include <cstddef>
#include <numeric>

namespace graticule {

/// What the sites of a region, or of the whole fleet, come to: how many are in which state, and one state for all. The
/// one place where that is decided; whoever shows regions counts by it. A value.
class SiteTally
{
public:
    /// The state as which a site counts: what rests on old evidence is unknown, never good.
    static constexpr SiteState countedAs(SiteState state, bool stale) { return stale ? SiteState::Unknown : state; }

    /// One more site in that state, or with @p by < 0 one less.
    void add(SiteState state, bool stale, int by = 1)
    {
        m_counts[std::size_t(countedAs(state, stale))] += by;
        m_stale += stale ? by : 0;
    }

    int of(SiteState state) const { return m_counts[std::size_t(state)]; }
    int total() const { return std::accumulate(m_counts.begin(), m_counts.end(), 0); }
    /// Sites whose evidence is too old; among the unknown ones.
    int stale() const { return m_stale; }

    /// Of all together, sites under maintenance aside while there are others:
    ///  - what all of them are, when they agree; unreachable, when some are and of none we know that it works;
    ///  - else degraded, when any is down, unreachable or degraded;
    ///  - else unknown: the rest is healthy, and of some nobody knows;
    ///  - unknown when there is none.
    SiteState state() const
    {
        const int all = total();
        const int others = all - of(SiteState::Maintenance);
        if (others == 0)
            return all > 0 ? SiteState::Maintenance : SiteState::Unknown;
        for (const SiteState same : {SiteState::Healthy, SiteState::Down, SiteState::Unknown}) {
            if (of(same) == others)
                return same;
        }
        const int working = of(SiteState::Healthy) + of(SiteState::Degraded);
        if (working == 0 && of(SiteState::Unreachable) > 0)
            return SiteState::Unreachable;
        const int impaired = of(SiteState::Degraded) + of(SiteState::Down) + of(SiteState::Unreachable);
        return impaired > 0 ? SiteState::Degraded : SiteState::Unknown;
    }

    friend bool operator==(const SiteTally &, const SiteTally &) = default;

private:
    std::array<int, 6> m_counts{}; ///< by SiteState
    int m_stale = 0;
};

} // namespace graticule
