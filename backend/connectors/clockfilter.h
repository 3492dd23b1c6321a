// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/instant.h"

#include <array>

namespace graticule {

/// Tells how far another clock is from ours, by the best of the last eight exchanges: the one that was under way
/// shortest tells most, since an offset cannot be wrong by more than half of the round trip. This is the clock filter
/// of RFC 5905 (NTPv4), section 10: an older exchange becomes less certain by 15 ppm of its age. Two that contradict
/// each other prove that a clock was set; then what was before is forgotten. A way that is longer in one direction
/// moves the offset by half of the difference, which no exchange can tell, but never beyond the bound. Pure.
class ClockFilter
{
public:
    static constexpr size_t kStages = 8;
    static constexpr double kDrift = 15e-6; ///< of two clocks against each other, in RFC 5905 "PHI"

    struct Estimate
    {
        double offsetMs = 0; ///< the other clock minus ours
        double errorMs = -1; ///< right within this; < 0: nothing is known
    };

    /// One exchange, at steady @p at: the offset that it shows when both ways were equally long, and what that may be
    /// wrong by (half the round trip, and how coarsely the clocks are read).
    void add(Milliseconds at, double offsetMs, double errorMs);
    /// As of steady @p now.
    Estimate estimate(Milliseconds now) const;

private:
    struct Stage
    {
        Milliseconds at{0};
        double offsetMs = 0;
        double errorMs = -1; ///< then
    };
    static double errorOf(const Stage &stage, Milliseconds now);

    std::array<Stage, kStages> m_stages{};
    size_t m_next = 0;
};

} // namespace graticule
