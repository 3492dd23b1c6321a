// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/windowclaim.h"
#include "widgets/theme/theme.h"

namespace graticule {

/// What to do about a window that has the claim and does not answer.
enum class FrozenChoice { Another, Ended, Nothing };

/// "The window of this home (process 4711) does not answer.", for terminal and dialog.
QString frozenWords(qint64 process);

/// Asks a person, and ends the process when told to: then the claim is free, or the answer is Nothing. Before the first
/// window; needs the application.
FrozenChoice askAboutFrozen(WindowClaim &claim, Theme::Kind look);

} // namespace graticule
