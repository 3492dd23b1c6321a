// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/fleetsnapshot.h"

namespace graticule {

// What two connections to one endpoint tell of is in the fleet twice, for ids are each connection's own. Totals count
// what one of them tells (Connection::countedBy).

/// Whether totals count what comes by @p feed.
bool isCounted(const FleetTables &tables, const EntityId &feed);
/// What the connection that counts instead would call @p id, which comes by @p feed; empty: it counts itself, or nobody
/// else could tell of it.
EntityId countedAs(const FleetTables &tables, const EntityId &id, const EntityId &feed);
/// Whether they count the site: what is seen in several ways counts when one of them does.
bool isCounted(const FleetTables &tables, const Site &site);

} // namespace graticule
