// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/statetext.h"
#include "widgets/theme/stateshape.h"
#include "widgets/theme/tone.h"

namespace graticule {

// Models know no widgets and widgets no models, so each has its own names for marks and loudness. They are the same
// names with the same numbers; looks.cpp has the compiler check that.

inline StateShape shapeOf(Symbol symbol)
{
    return StateShape(int(symbol));
}

inline Tone toneOf(Emphasis emphasis)
{
    return Tone(int(emphasis));
}

} // namespace graticule
