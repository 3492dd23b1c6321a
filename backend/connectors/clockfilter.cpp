// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/clockfilter.h"

#include <cmath>

namespace graticule {

double ClockFilter::errorOf(const Stage &stage, Milliseconds now)
{
    return stage.errorMs + kDrift * double((now - stage.at).count());
}

void ClockFilter::add(Milliseconds at, double offsetMs, double errorMs)
{
    const Estimate known = estimate(at);
    if (known.errorMs >= 0 && std::abs(offsetMs - known.offsetMs) > errorMs + known.errorMs)
        m_stages = {};
    m_stages[m_next] = {at, offsetMs, errorMs};
    m_next = (m_next + 1) % kStages;
}

ClockFilter::Estimate ClockFilter::estimate(Milliseconds now) const
{
    const Stage *best = nullptr;
    for (const Stage &stage : m_stages) {
        if (stage.errorMs >= 0 && (!best || errorOf(stage, now) < errorOf(*best, now)))
            best = &stage;
    }
    return best ? Estimate{best->offsetMs, errorOf(*best, now)} : Estimate();
}

} // namespace graticule
