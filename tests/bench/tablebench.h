// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace graticule::bench {

/// The page Sites on the lab's fleet of @p sites: load, three sorts, a filter typed in five keys, scrolling.
void benchTable(int sites);

} // namespace graticule::bench
