// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace graticule {

class HeatMap;

/// From now on assistive tools see a HeatMap as a table of cells. Cells are made as they are asked for; as children are
/// listed those in view, and of them no more than anybody walks through. All: GUI thread.
void installHeatMapAccessibility();

/// Other rows and columns are there now.
void announceHeatMapReset(HeatMap *map);

/// Another cell is current.
void announceHeatMapCurrent(HeatMap *map);

} // namespace graticule
