// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace graticule {

/// From now on assistive tools see a TimeTrack as a slider whose value is told in words. GUI thread; again does
/// nothing.
void installTimeBarAccessibility();

} // namespace graticule
