// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/palettematch.h"
#include "widgets/theme/textpainting.h"

class QPainter;

namespace graticule {

/// One line of text in which some letters are emphasised: heavier, and in @p emphasis. Shaped as a whole, so letters
/// that join still do; cut with an ellipsis where it does not fit.
void paintEmphasised(QPainter &painter, const QRect &box, const QString &text, const PaletteParts::Parts &parts,
                     const TextLook &look, Colour emphasis, const Theme &theme);

/// Width that it needs, pixels, rounded up.
int emphasisedWidth(const QString &text, const PaletteParts::Parts &parts, TextStyle style, const Theme &theme);

} // namespace graticule
