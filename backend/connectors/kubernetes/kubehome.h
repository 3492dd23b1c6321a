// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/connectionconfig.h"
#include "backend/domain/entityid.h"

namespace graticule {

/// What every entity of one cluster needs to know.
struct KubeHome
{
    EntityId connection;
    QString name; ///< of the connection
    Origin origin = Origin::Real;
    Labels declared; ///< of the connection
    EntityId feed;

    static KubeHome of(const ConnectionConfig &config)
    {
        return {config.id, config.name, config.origin, config.labels,
                EntityId::of(config.id, "feed", QStringLiteral("inventory"))};
    }
};

} // namespace graticule
