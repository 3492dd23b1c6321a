// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/health/healthmemory.h"

namespace graticule {

/// State, staleness and reasons of @p site at one moment; without `since`. Pure.
Verdict verdictOn(const Site &site, const HealthMemory &memory, const HealthThresholds &thresholds);

/// The end of a bad link that the fault counts against: the one with the larger share of bad links, then with more of
/// them, then where it starts. Empty: it cannot be told of a measured one, since nothing is well at either end, and no
/// other place measures the way to where it ends.
EntityId worseEnd(const Link &link, const HealthMemory &memory);

} // namespace graticule
