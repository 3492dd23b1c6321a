// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/fleetsnapshot.h"

namespace graticule {

/// A connection whose last proof of life is older than this is not fresh, whatever it last said of itself.
inline constexpr Milliseconds kConnectionLimit{30'000};

/// @p snapshot with everything marked stale that has passed its limit at @p now: what a console may still say when no
/// keeper tells it more. Null when nothing is to be marked. Shares all else; costs a look at every site and connection.
SnapshotPtr staleView(const SnapshotPtr &snapshot, Instant now, Milliseconds limit = kConnectionLimit);

} // namespace graticule
