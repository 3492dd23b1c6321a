// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/connectionway.h"

namespace graticule {

const Connection &decisive(const Table<Connection> &connections, const Connection &connection)
{
    const Connection *found = &connection;
    const Connection *at = &connection;
    for (int steps = 0; steps < kLongestWay && !at->through.isEmpty(); ++steps) {
        at = connections.find(at->through);
        if (!at)
            break;
        if (at->state != ConnectionState::Live && at->state != ConnectionState::Slow)
            found = at;
    }
    return *found;
}

const Connection *decisive(const Table<Connection> &connections, const EntityId &connection)
{
    const Connection *found = connections.find(connection);
    return found ? &decisive(connections, *found) : nullptr;
}

ConnectionState shownState(const Table<Connection> &connections, const Connection &connection)
{
    const bool claims = connection.state == ConnectionState::Live || connection.state == ConnectionState::Slow;
    return claims && &decisive(connections, connection) != &connection ? ConnectionState::Stale : connection.state;
}

} // namespace graticule
