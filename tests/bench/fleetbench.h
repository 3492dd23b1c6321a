// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace graticule::bench {

/// Phases "publish" (100 of @p sites sites change: folded into the fleet, published) and "model" (100 of 10,000 change:
/// from a new snapshot to a table model whose rows have been updated).
void benchFleet(int sites);

} // namespace graticule::bench
