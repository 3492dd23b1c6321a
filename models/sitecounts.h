// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/statetext.h"

#include <array>

namespace graticule {

/// How many sites are in which state. A site whose evidence is too old counts as unknown.
class SiteCounts
{
public:
    /// In the order in which they are read: healthy first, then worst to least.
    static constexpr std::array<SiteState, 6> kReadingOrder{SiteState::Healthy,     SiteState::Degraded,
                                                            SiteState::Down,        SiteState::Unreachable,
                                                            SiteState::Maintenance, SiteState::Unknown};
    /// Worst first, without healthy.
    static constexpr std::array<SiteState, 5> kAbnormalOrder{
        SiteState::Down, SiteState::Unreachable, SiteState::Degraded, SiteState::Unknown, SiteState::Maintenance};

    int of(SiteState state) const { return m_counts[size_t(state)]; }
    int total() const
    {
        int sum = 0;
        for (const int count : m_counts)
            sum += count;
        return sum;
    }
    /// Sites that serve: healthy or degraded.
    int serving() const { return of(SiteState::Healthy) + of(SiteState::Degraded); }
    /// Sites whose evidence is too old; among the unknown ones.
    int stale() const { return m_stale; }
    void add(const SiteStatus &status, int by)
    {
        m_counts[size_t(StateText::countedAs(status))] += by;
        m_stale += status.stale ? by : 0;
    }

    friend bool operator==(const SiteCounts &, const SiteCounts &) = default;

private:
    std::array<int, 6> m_counts{};
    int m_stale = 0;
};

} // namespace graticule
