// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/fleetsnapshot.h"

namespace graticule {

/// What @p nameOrId may be: an id, or a name that several can have. Empty: nothing. With @p connection (an id; empty:
/// any) only what that one tells of.
QList<EntityId> entitiesNamed(const FleetTables &tables, const QString &nameOrId, const EntityId &connection);

/// The connection of that name or id, empty when nothing is named. Refused: there is none, or several have that name.
Result<EntityId> connectionNamed(const FleetTables &tables, const QString &nameOrId);

} // namespace graticule
