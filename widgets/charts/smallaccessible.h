// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace graticule {

class SmallMultiples;

/// From now on assistive tools see SmallMultiples as a list with an item for each chart. GUI thread, as the other.
void installSmallAccessibility();

/// Another chart is current.
void announceCurrentChart(SmallMultiples *charts);

} // namespace graticule
