// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/connection.h"
#include "backend/health/vantage.h"

namespace graticule {

/// The host that a connection's address names, the same for all connections that share its fate: "api.example" of
/// "https://api.example:6443/x". Of this machine's own ports each is one of its own, since tunnels end in them. Empty:
/// nothing is asked over a network, or where it leads stands in a file (a path, "context:NAME").
EntityId hostOf(const QString &address);

/// Whether the network carries anything between us and @p connection: also a refusal comes from there.
Reach reachOf(const Connection &connection);

} // namespace graticule
