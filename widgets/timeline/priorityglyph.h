// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QRectF>

class QPainter;

namespace graticule {

/// How much an incident matters; told apart by shape and letter, not by colour alone.
enum class Priority { Low = 0, Medium, High, Critical };

/// The colour of an incident's bar.
Colour priorityColour(Priority priority);

/// Octagon C, diamond H, triangle M or hollow circle L into `box`, which is made square. Any thread.
void paintPriority(QPainter &painter, const QRectF &box, Priority priority, const Theme &theme);

} // namespace graticule
