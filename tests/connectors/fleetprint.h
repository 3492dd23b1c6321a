// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/fleetsnapshot.h"

#include <QStringList>

namespace graticule::testing {

/// One line for each entity, sorted; the connection's id is written as C. Times and usage are left out.
///
///     placement C/placement/web of C/service/web at site:dub 1/1 healthy
QStringList printed(const FleetTables &tables, const EntityId &connection);
QString printed(const Placement &placement, const EntityId &connection);

/// "unreachable, network: text".
QString printed(const Error &error);

} // namespace graticule::testing
