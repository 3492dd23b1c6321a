// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/docker/dockerinventory.h"
#include "backend/domain/fleetevent.h"

namespace graticule {

/// The engine's event as one that people are told; none: it says no more than the containers' states do. Pure.
/// @p clockOffset: the engine's clock minus ours.
std::optional<FleetEvent> dockerFleetEvent(const DockerEvent &event, const DockerInventory &inventory,
                                           const EntityId &connection, Milliseconds clockOffset);

} // namespace graticule
