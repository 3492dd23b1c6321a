// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/connectorregistry.h"

namespace graticule::testing {

/// Kinds of connections that files of tests are of: docker with a check of its own, mesos with an option it needs.
inline ConnectorRegistry connectionTypes()
{
    ConnectorType docker;
    docker.type = QStringLiteral("docker");
    docker.title = QStringLiteral("Docker Engine");
    docker.options = {{QStringLiteral("events"), QStringLiteral("on or off"), QStringLiteral("on"), false}};
    docker.check = [](const ConnectionConfig &config) {
        QStringList mistakes;
        if (!config.address.contains(QLatin1String("://")))
            mistakes.append(QStringLiteral("address: \"%1\" has no scheme").arg(config.address));
        return mistakes;
    };
    ConnectorType mesos;
    mesos.type = QStringLiteral("mesos");
    mesos.title = QStringLiteral("Mesos");
    mesos.options = {{QStringLiteral("role"), QStringLiteral("the role to watch"), {}, true}};
    ConnectorRegistry result;
    result.add(docker);
    result.add(mesos);
    return result;
}

} // namespace graticule::testing
