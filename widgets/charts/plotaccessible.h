// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace graticule {

/// From now on assistive tools get a TimePlot's summary as its description. It is asked for, not kept: most charts are
/// never read aloud. GUI thread; again does nothing.
void installPlotAccessibility();

} // namespace graticule
