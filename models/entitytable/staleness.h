// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/statetext.h"

namespace graticule {

/// What stands at a site with that verdict is the last known: the evidence is too old, or the site cannot be seen. Null
/// is no verdict.
bool isOldEvidence(const Verdict *verdict);

/// The same state when it is only the last known one: as loud as an unknown one, never good, never worse than it.
StateLook lastKnown(const StateLook &look);

} // namespace graticule
