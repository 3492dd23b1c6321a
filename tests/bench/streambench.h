// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace graticule::bench {

/// Updates of @p sites sites, @p perSecond, from another process into a store: how many are folded, whether any was
/// left out, memory and stalls meanwhile.
void benchStream(int sites, int perSecond, int seconds);

/// From a change that a connector tells of in a keeper, to the snapshot that has it in a console; single changes.
void benchDelta(int sites, int seconds);

} // namespace graticule::bench
