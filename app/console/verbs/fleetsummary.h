// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/fleetsnapshot.h"

#include <QString>

namespace graticule {

/// The fleet in a few lines of plain text: its state and that of each region, sites by state, connections, and every
/// site that is not known to be healthy with its first reason (at most twenty; the rest are counted). @p now by the
/// keeper's clock: what is old then counts as stale, whatever its last state was. Pure.
QString fleetSummary(const FleetTables &tables, Instant now);

} // namespace graticule
