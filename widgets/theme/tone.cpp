// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/tone.h"

namespace graticule {

Colour textColour(Tone tone)
{
    switch (tone) {
    case Tone::Secondary:
        return Colour::Text2;
    case Tone::Faint:
        return Colour::Text3;
    case Tone::Medium:
        return Colour::MediumText;
    case Tone::High:
        return Colour::HighText;
    case Tone::Critical:
        return Colour::CriticalText;
    case Tone::Accent:
        return Colour::AccentText;
    case Tone::Normal:
        break;
    }
    return Colour::Text;
}

Colour lineColour(Tone tone)
{
    switch (tone) {
    case Tone::Medium:
        return Colour::MediumLine;
    case Tone::High:
        return Colour::HighLine;
    case Tone::Critical:
        return Colour::CriticalLine;
    case Tone::Accent:
        return Colour::Accent;
    default:
        return Colour::LineStrong;
    }
}

} // namespace graticule
