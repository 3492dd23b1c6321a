// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/fleetdelta.h"

namespace graticule {

/// Moves every time that a remote keeper's clock wrote by @p offset (its clock minus ours), so that it is by our clock.
/// Never stays never. Verdicts are dropped.
FleetDelta toOurClock(const FleetDelta &delta, Milliseconds offset);

} // namespace graticule
