// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/fleetsnapshot.h"

#include <QHash>
#include <QSet>

namespace graticule {

/// Of each of @p sites the link that begins or ends there and is worst: by how bad it is, then the longest way. Sites
/// without a link are left out. Looks at every link once; any thread.
QHash<EntityId, EntityId> worstLinks(const FleetTables &tables, const QSet<EntityId> &sites);

} // namespace graticule
