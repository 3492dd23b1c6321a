// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/fleetdelta.h"

namespace graticule {

/// Says of what another keeper tells that it came through @p connection, ours to that keeper: connections that are the
/// teller's own get it as `through`, feeds without a connection as theirs. What the teller itself only relays keeps its
/// way, whose next step is a connection of the teller.
void markRelayed(FleetDelta &delta, const EntityId &connection);

} // namespace graticule
