// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace graticule {

class MapWidget;

/// What screen readers and outside tests see of a map: a Graphic whose first child is a list with an item for every
/// mark in view, worst first, at most 200 of them. Items have a name, a place, focus, and can be pressed.
///
/// Called once by every map; makes Qt ask here for maps.
void installMapAccessibility();

/// Tells listeners that the marks are other ones.
void announceMarks(MapWidget *map);
/// Tells listeners that the keyboard has reached another mark.
void announceCurrentMark(MapWidget *map);

} // namespace graticule
