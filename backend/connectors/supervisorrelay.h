// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/fleetsnapshot.h"

namespace graticule {

/// Connections that an endpoint, itself a keeper, tells of. When that keeper is out of sight so are they: what it last
/// said of them ("live") would be a lie. So they are told again with the state of the way to them, and as they were
/// once the keeper is back.
class RelayedConnections
{
public:
    void list(const FleetDelta &all);
    void apply(const FleetDelta &delta);

    /// The way (@p way: our connection to the keeper) is cut: what is to be told of the connections behind it.
    FleetDelta cloud(const Connection &way) const;
    /// The way is open again: the connections as the keeper tells of them.
    FleetDelta clear() const;

private:
    Table<Connection> m_told;
};

} // namespace graticule
