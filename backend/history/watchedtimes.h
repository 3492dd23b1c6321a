// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/pastsource.h"
#include "backend/storage/database.h"

namespace graticule {

// When a history file was written, and what was watched meanwhile.

/// From the first thing recorded until now; both kNever while nothing is.
Result<TimeSpan> readRange(storage::Database &database);
/// When nobody watched within @p span.
Result<QList<TimeSpan>> readHoles(storage::Database &database, const TimeSpan &span);
/// When @p feed was watched without a hole within @p span.
Result<QList<TimeSpan>> readWatched(storage::Database &database, const EntityId &feed, const TimeSpan &span);

} // namespace graticule
