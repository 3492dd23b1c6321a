// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/link.h"

namespace graticule {

/// How round trips between sites are now, over a set of links. Negative: none is measured.
struct LinkFigures
{
    double medianMs = -1;
    double p95Ms = -1; ///< nearest rank
    int measured = 0;
    int unmeasured = 0;
    int overLimit = 0;

    friend bool operator==(const LinkFigures &, const LinkFigures &) = default;
};

/// How bad a link is. The order is meant: later is worse.
enum class LinkSeverity { Normal = 0, OverLimit, FarOverLimit, Cut };

/// Cut: the platform says down, or nothing comes through. Far over: 1.5 times the limit, or 5 % loss. Over: above its
/// limit, or the platform says degraded. A link without a limit is never slow by itself: only change is abnormal.
LinkSeverity severityOf(const Link &link);
bool isOverLimit(const Link &link);

} // namespace graticule
