// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace graticule::bench {

/// The pages Services, Nodes and Data on an invented fleet with @p rows of each kind: reading, three sorts, a filter
/// typed in five keys, scrolling, following changes.
void benchEntities(int rows);

} // namespace graticule::bench
