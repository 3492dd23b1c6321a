// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/connection.h"
#include "backend/domain/table.h"

#include <concepts>

namespace graticule {

// The way by which our keeper knows of a connection: Connection::through, step by step, up to a connection of our own.

/// No chain of keepers is longer; a longer one, or a ring, is a mistake in what somebody told us and is cut here.
inline constexpr int kLongestWay = 16;

/// Visits @p connection and then each one on the way from it to our keeper. False when the way does not end at a
/// connection of our own: a ring, or a step of which nobody tells. Nothing can be known by such a way.
template<std::invocable<const Connection &> Visit>
bool alongWay(const Table<Connection> &connections, const Connection &connection, Visit visit)
{
    const Connection *at = &connection;
    for (int steps = 0; at && steps <= kLongestWay; ++steps) {
        visit(*at);
        if (at->through.isEmpty())
            return true;
        at = connections.find(at->through);
    }
    return false;
}

/// Whether another keeper tells of @p connection, by a way that we know.
bool isRelayed(const Table<Connection> &connections, const Connection &connection);

/// The connection that decides what can be known through @p connection: the one nearest to us that does not answer now
/// (live and slow ones answer), on the way from our keeper to it; else @p connection itself.
const Connection &decisive(const Table<Connection> &connections, const Connection &connection);

/// The same for an id; null when @p connections has none such.
const Connection *decisive(const Table<Connection> &connections, const EntityId &connection);

/// What can be said of a connection: its own state, but at best stale while one on the way to it does not answer.
ConnectionState shownState(const Table<Connection> &connections, const Connection &connection);

} // namespace graticule
