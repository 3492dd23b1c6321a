// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/connection.h"
#include "backend/domain/table.h"

namespace graticule {

/// No chain of keepers is longer; a longer one, or a ring, is a mistake in what somebody told us and is cut here.
inline constexpr int kLongestWay = 16;

/// The connection that decides what can be known through @p connection: the one nearest to us that does not answer now
/// (live and slow ones answer), on the way from our keeper to it (Connection::through); else @p connection itself.
const Connection &decisive(const Table<Connection> &connections, const Connection &connection);

/// The same for an id; null when @p connections has none such.
const Connection *decisive(const Table<Connection> &connections, const EntityId &connection);

/// What can be said of a connection: its own state, but at best stale while one on the way to it does not answer.
ConnectionState shownState(const Table<Connection> &connections, const Connection &connection);

} // namespace graticule
