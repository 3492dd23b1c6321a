// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace graticule::bench {

/// What the page Latency works out of @p side sites, each pair of which is measured: which cells there are, what they
/// come to.
void benchLatency(int side);

} // namespace graticule::bench
