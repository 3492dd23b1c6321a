// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/docker/dockerinventory.h"
#include "backend/connectors/docker/dockerusagepoll.h"
#include "backend/telemetry/sample.h"

namespace graticule {

/// What the readings of single containers say of services and of the engine.
struct DockerUsageReport
{
    QList<Sample> samples;             ///< "cpu.cores" and "memory.bytes" of placements and of the node
    std::optional<EngineUsage> engine; ///< only when every running container is known
};

QStringList runningContainers(const DockerInventory &inventory);

/// @p read: containers that this round has read; only their services are sampled, and only when all running containers
/// of the service are known.
DockerUsageReport reportUsage(const DockerInventory &inventory, const QHash<QString, DockerUsagePoll::Rate> &rates,
                              const QStringList &read, Instant now);

} // namespace graticule
