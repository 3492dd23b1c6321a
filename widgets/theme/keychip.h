// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QKeySequence>
#include <QRect>

class QPainter;

namespace graticule {

/// The words on a key chip: "Ctrl K" for Ctrl+K, "↵" for Return.
QString keyChipText(const QKeySequence &keys);

/// Size of the chip for `text`.
QSize keyChipSize(const QString &text, const Theme &theme);

/// Draws the outlined chip, its right size, centred in `box`; its line is LineStrong unless `colour` is special.
void paintKeyChip(QPainter &painter, const QRect &box, const QString &text, const Theme &theme,
                  Colour colour = Colour::Text3, qreal opacity = 1);

} // namespace graticule
