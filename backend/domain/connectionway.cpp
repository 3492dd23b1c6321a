// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/connectionway.h"

namespace graticule {

namespace {

bool answers(const Connection &connection)
{
    return connection.state == ConnectionState::Live || connection.state == ConnectionState::Slow;
}

} // namespace

bool isRelayed(const Table<Connection> &connections, const Connection &connection)
{
    return !connection.through.isEmpty() && alongWay(connections, connection, [](const Connection &) {});
}

const Connection &decisive(const Table<Connection> &connections, const Connection &connection)
{
    const Connection *found = &connection;
    alongWay(connections, connection, [&](const Connection &step) {
        if (!answers(step))
            found = &step;
    });
    return *found;
}

const Connection *decisive(const Table<Connection> &connections, const EntityId &connection)
{
    const Connection *found = connections.find(connection);
    return found ? &decisive(connections, *found) : nullptr;
}

ConnectionState shownState(const Table<Connection> &connections, const Connection &connection)
{
    const bool isHidden = &decisive(connections, connection) != &connection;
    return answers(connection) && isHidden ? ConnectionState::Stale : connection.state;
}

} // namespace graticule
