// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/instant.h"

namespace graticule {

/// How much it takes for the health engine to believe what it sees. A value; the defaults are those of a keeper.
struct HealthThresholds
{
    /// A measured link is bad only after so many windows without a break, and good again after so many good ones. What
    /// a platform itself says of a link (ProbeKind::Reported) counts at once.
    Milliseconds window{10'000};
    int badWindows = 2;
    int goodWindows = 3;

    /// So long after a connection failed what others measured may still be of before: a link stands for the last
    /// minute. Until then nothing is concluded from its being well.
    Milliseconds echo{70'000};

    /// A vantage point is cut off when so large a share of what is asked from it, and at least `fewest`, fell silent
    /// within `together`. Fewer could as well be as many dead sites.
    int fewest = 3;
    double share = 0.8;
    Milliseconds together{120'000};

    /// A declared place is refuted from no fewer vantage points, each so far from the others.
    int leastPoints = 3;
    double apartKm = 100;
};

} // namespace graticule
