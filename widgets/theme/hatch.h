// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QBrush>

namespace graticule {

/// The 45 degree hatch that says "too old or not seen", from a tile of 6 logical px. (Qt::BDiagPattern neither scales
/// nor takes a ground.) GUI thread.
QBrush hatchBrush(const Theme &theme);

/// Only the thin lines, to lay over an area whose last known content stays visible.
QBrush hatchOverlay(const Theme &theme);

} // namespace graticule
