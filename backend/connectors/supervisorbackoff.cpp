// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/supervisorbackoff.h"

#include <algorithm>

namespace graticule {

Milliseconds BackOff::next(const Error &error, Milliseconds began, Milliseconds now, double chance)
{
    const Milliseconds lasted = now - began;
    const bool cameUp = std::exchange(m_cameUp, false);
    if (cameUp && lasted >= kHeld) {
        m_inOutage = false;
        m_flaps = 0;
        if (lasted >= kHealthy)
            m_tries = 0;
    } else if (cameUp) {
        ++m_flaps;
    }
    if (!m_inOutage) {
        m_inOutage = true;
        m_outageBegan = now;
    }
    const Milliseconds most = now - m_outageBegan < kAtFirst ? kMostAtFirst : kMost;
    const double doubled = double(kFirst.count()) * double(1 << std::min(m_tries, 10));
    ++m_tries;
    Milliseconds wait(qint64(std::min(doubled, double(most.count())) * (1.0 - 0.25 * chance)));
    if (!error.retryAfter)
        wait = std::max(wait, kMostAtFirst); // nothing changes by itself soon
    else if (*error.retryAfter > wait)
        wait = std::min(*error.retryAfter, Milliseconds(300'000)); // the endpoint asked for it
    return wait;
}

} // namespace graticule
