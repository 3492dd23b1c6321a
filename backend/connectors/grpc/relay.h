// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/fleetdelta.h"

#include <QHash>

namespace graticule {

/// Says of what another keeper tells that it came through our connection to it: connections that are the teller's own
/// get it as `through`, feeds without a connection as theirs. What the teller itself only relays keeps its way, whose
/// next step is another connection that it tells of. A way that it does not tell of, or that is a ring, could hide that
/// we have lost the teller: that is ours too.
class Relay
{
public:
    /// @p connection: ours, to the teller.
    explicit Relay(EntityId connection)
        : m_connection(std::move(connection))
    {
    }

    /// Marks all that the teller has.
    void markListing(FleetDelta &all);
    /// Marks a whole step from what was marked before.
    void markChanges(FleetDelta &delta);

private:
    bool leadsToTheTeller(const EntityId &connection) const;

    EntityId m_connection;
    QHash<EntityId, EntityId> m_through; ///< of each connection that the teller has: its way, as the teller says
};

} // namespace graticule
