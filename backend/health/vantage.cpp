// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/health/vantage.h"

#include <algorithm>

namespace graticule {

void Vantage::set(const EntityId &target, Reach reach, Instant since)
{
    const auto known = m_targets.constFind(target);
    if (known != m_targets.cend())
        count(*known, -1);
    if (reach == Reach::Unknown) {
        m_targets.remove(target);
        return;
    }
    const Target now{reach, since};
    count(now, +1);
    m_targets.insert(target, now);
}

void Vantage::count(const Target &target, int by)
{
    if (target.reach == Reach::Reached) {
        m_reached += by;
        return;
    }
    m_failed += by;
    const auto since = m_failedSince.try_emplace(target.since, 0).first;
    since->second += by;
    if (since->second == 0)
        m_failedSince.erase(since);
}

int Vantage::mostTogether(Milliseconds span) const
{
    int most = 0;
    int together = 0;
    auto first = m_failedSince.begin();
    for (auto last = m_failedSince.begin(); last != m_failedSince.end(); ++last) {
        together += last->second;
        for (; last->first - first->first > span; ++first)
            together -= first->second;
        most = std::max(most, together);
    }
    return most;
}

void Vantage::conclude(const HealthThresholds &thresholds)
{
    const double least = std::max(double(thresholds.fewest), thresholds.share * known());
    if (m_failed < least) {
        m_cutFailed = 0;
        m_cutKnown = 0;
        return;
    }
    if (isCutOff())
        return;
    if (const int together = mostTogether(thresholds.together); together >= least) {
        m_cutFailed = together;
        m_cutKnown = known();
    }
}

} // namespace graticule
