// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace graticule::bench {

/// The whole window with all its pages made, on the lab's fleet of @p sites and @p links between them: what another
/// look costs the GUI thread on each page, and what changes of links do.
void benchWindow(int sites, int links);

} // namespace graticule::bench
