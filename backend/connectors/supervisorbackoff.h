// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/error.h"

namespace graticule {

/// How long to wait before the next try at an endpoint. Pure arithmetic on steady times.
///
/// 0.8 s doubling to 30 s, less up to a quarter by chance so that connections which failed together do not come back
/// together. During the first two minutes of an outage at most 4 s: an endpoint that comes back is live again within
/// 5 s. Two healthy minutes begin anew. A failure that only a person can mend is tried at most every 4 s from the
/// start.
class BackOff
{
public:
    static constexpr Milliseconds kFirst{800};
    static constexpr Milliseconds kMost{30'000};
    static constexpr Milliseconds kMostAtFirst{4'000};
    static constexpr Milliseconds kAtFirst{120'000}; ///< how long an outage counts as fresh
    static constexpr Milliseconds kHealthy{120'000}; ///< a session as long as this begins anew
    static constexpr Milliseconds kHeld{10'000};     ///< a session shorter than this is a flap

    /// A session that began at @p began ended at @p now with @p error: the wait. @p chance is 0..1.
    Milliseconds next(const Error &error, Milliseconds began, Milliseconds now, double chance);

    /// Sessions that held for less than kHeld, in a row.
    int flaps() const { return m_flaps; }
    /// Steady time of the first of them.
    Milliseconds flappingSince() const { return m_outageBegan; }
    /// Tells that the session ended after it had come up, however briefly; a failed attempt is not a flap.
    void countDrop() { m_cameUp = true; }

private:
    int m_tries = 0;
    int m_flaps = 0;
    bool m_cameUp = false;
    bool m_inOutage = false;
    Milliseconds m_outageBegan{0};
};

} // namespace graticule
