// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/linkfigures.h"

namespace graticule {

LinkSeverity severityOf(const Link &link)
{
    if (link.condition == Condition::Down || link.loss >= 1)
        return LinkSeverity::Cut;
    const bool hasLimit = link.limitMs > 0 && link.rttMs >= 0;
    if ((hasLimit && link.rttMs > 1.5 * link.limitMs) || link.loss >= 0.05)
        return LinkSeverity::FarOverLimit;
    if ((hasLimit && link.rttMs > link.limitMs) || link.condition == Condition::Degraded)
        return LinkSeverity::OverLimit;
    return LinkSeverity::Normal;
}

bool isOverLimit(const Link &link)
{
    return severityOf(link) != LinkSeverity::Normal;
}

} // namespace graticule
