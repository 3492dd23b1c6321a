// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/pastsource.h"
#include "backend/storage/database.h"

namespace graticule {

/// Changes of verdicts that a history file has within @p span, oldest first, and what every site was when it began; of
/// @p site, or of all when that is empty. At most @p most of the newest.
Result<QList<SiteTurn>> readSiteTurns(storage::Database &database, const TimeSpan &span, const EntityId &site,
                                      int most);

} // namespace graticule
