// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chartrange.h"

#include <cmath>

namespace graticule {

void ChartRange::setLimits(const TimeRange &limits)
{
    if (limits == m_limits)
        return;
    const bool showedAll = !isZoomed() || m_range.isEmpty();
    const bool followed = m_range.end == m_limits.end;
    const qint64 by = limits.end - m_limits.end;
    m_limits = limits;
    setRange(showedAll ? limits : followed ? m_range.moved(by) : m_range);
}

void ChartRange::setRange(const TimeRange &range)
{
    TimeRange fit = range;
    if (fit.length() < shortest()) {
        fit.begin -= (shortest() - fit.length()) / 2;
        fit.end = fit.begin + shortest();
    }
    if (!m_limits.isEmpty()) {
        if (fit.end > m_limits.end)
            fit = fit.moved(m_limits.end - fit.end);
        if (fit.begin < m_limits.begin)
            fit = fit.moved(m_limits.begin - fit.begin);
        fit.end = std::min(fit.end, m_limits.end);
    }
    if (fit == m_range)
        return;
    m_range = fit;
    Q_EMIT rangeChanged(m_range);
}

void ChartRange::zoom(double factor, qint64 about)
{
    if (!(factor > 0) || m_range.isEmpty())
        return;
    const qint64 fixed = std::clamp(about, m_range.begin, m_range.end);
    const auto length = std::max(shortest(), qint64(std::llround(double(m_range.length()) / factor)));
    const double share = double(fixed - m_range.begin) / double(m_range.length());
    const qint64 begin = fixed - std::llround(share * double(length));
    setRange({begin, begin + length});
}

void ChartCursor::setTime(std::optional<qint64> time)
{
    if (time == m_time)
        return;
    m_time = time;
    Q_EMIT moved();
}

} // namespace graticule
