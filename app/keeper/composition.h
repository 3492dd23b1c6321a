// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/filesecretstore.h"
#include "backend/keeper/keeper.h"
#include "backend/places/defaultsiteresolver.h"

namespace graticule {

/// What this program's keepers are made of: the connectors it knows, where places and secrets come from. Made once, in
/// the backend thread; outlives the keepers.
struct Composition
{
    Composition();

    SystemClock clock;
    ConnectorRegistry registry;
    std::unique_ptr<SiteResolver> sites;
    FileSecretStore secrets;

    Keeper::Parts parts() { return {clock, registry, *sites, secrets}; }
};

/// All connectors but the lab's.
ConnectorRegistry builtInConnectors();

/// Finds this host itself, Docker's sockets and contexts on it, and names what is coming.
std::function<void(KeeperOptions::Found)> hostDiscoverer(QObject *context);

/// Build of the running program, for Describe.
QString ownBuild();

} // namespace graticule
