// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/tokens.h" // generated

namespace graticule {

/// How loud a text is. Medium, High and Critical are for what is abnormal, never for emphasis.
enum class Tone {
    Normal = 0,
    Secondary, ///< text2
    Faint,     ///< text3: ages, units, notes
    Medium,
    High,
    Critical,
    Accent, ///< a link
};

/// Colour of text in this tone.
Colour textColour(Tone tone);

/// Colour of an outline in this tone; strong enough on every surface.
Colour lineColour(Tone tone);

} // namespace graticule
