// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/health/healthmemory.h"

namespace graticule {

/// State, staleness and reasons of @p site at one moment; without `since`. Pure.
Verdict verdictOn(const Site &site, const HealthMemory &memory, const HealthThresholds &thresholds);

} // namespace graticule
