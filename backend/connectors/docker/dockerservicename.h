// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/docker/dockervalues.h"
#include "backend/domain/entityid.h"

namespace graticule {

/// Which service a container belongs to.
struct ServiceName
{
    EntityId id;
    EntityId placement; ///< of this service on this connection
    QString name;       ///< for people
};

/// Label graticule.dev/service (then shared with every endpoint that carries it), else swarm service, compose project
/// and service, app.kubernetes.io/part-of and name, else the container's own name.
ServiceName serviceOf(const DockerContainer &container, const EntityId &connection);

} // namespace graticule
