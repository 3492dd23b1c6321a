// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/docker/dockerhealth.h"
#include "backend/connectors/docker/dockerservicename.h"
#include "backend/domain/entities.h"
#include "backend/places/siteresolver.h"

#include <optional>

namespace graticule {

/// What every entity of one engine needs to know.
struct DockerHome
{
    EntityId connection;
    Origin origin = Origin::Real;
    Labels declared; ///< of the connection
    EntityId feed;
    Site site; ///< resolved from the engine
};

/// Sum over the running containers; the engine does not tell what its machine uses beside them.
struct EngineUsage
{
    double cpuCores = 0;
    double memory = 0;
};

/// Without usage.
Site dockerSite(const DockerHome &home, const DockerEngine &engine, const SiteResolver &resolver);
/// Without usage.
Node dockerNode(const DockerHome &home, const DockerEngine &engine, const QString &platform);
/// @p containers is not empty; labels are those that all of them carry alike.
Service dockerService(const DockerHome &home, const ServiceName &name,
                      const std::vector<const DockerContainer *> &containers);
/// Without `since`, which the inventory keeps.
Placement dockerPlacement(const DockerHome &home, const ServiceName &name,
                          const std::vector<const DockerContainer *> &containers, const ServiceVerdict &verdict);
EntityId dockerAssetId(const DockerHome &home, const DockerVolume &volume);
Asset dockerAsset(const DockerHome &home, const DockerVolume &volume);
Replica dockerReplica(const DockerHome &home, const DockerVolume &volume);

} // namespace graticule
