// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/fleetsnapshot.h"

namespace graticule {

// What two connections to one endpoint tell of is in the fleet twice, for ids are each connection's own. Totals count
// it once, as one of them tells it (Connection::countedBy). What only the other tells of counts as well: nothing is
// counted nowhere.

/// The connection by which @p feed comes, when another one counts instead of it; null: nobody does.
const Connection *uncountedBy(const FleetTables &tables, const EntityId &feed);
/// Whether totals count all that comes by @p feed; else not what has its like under countedAs().
bool isCounted(const FleetTables &tables, const EntityId &feed);
/// What the connection that counts instead would call @p id, which comes by @p feed; empty: it counts itself, or nobody
/// else could tell of it.
EntityId countedAs(const FleetTables &tables, const EntityId &id, const EntityId &feed);
/// What the connection @p to would call what @p from calls @p id; empty: @p id is not its own.
EntityId calledBy(const EntityId &to, const EntityId &from, const EntityId &id);
/// Whether they count the site: it is left out only when the connection that counts instead tells of it, too.
bool isCounted(const FleetTables &tables, const Site &site);

} // namespace graticule
