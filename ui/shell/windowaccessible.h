// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace graticule {

/// Makes assistive tools see a MainWindow as a window; Qt takes top-level widgets that are no QMainWindow for boxes.
/// Call before the first one.
void installWindowAccessibility();

} // namespace graticule
