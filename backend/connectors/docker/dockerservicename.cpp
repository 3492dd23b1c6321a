// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/docker/dockerservicename.h"

#include "backend/places/labelkeys.h"
#include "backend/places/sameservices.h"

namespace graticule {
namespace {

QString joined(const QString &group, const QString &name)
{
    return group.isEmpty() || group == name ? name : group + QLatin1Char('/') + name;
}

} // namespace

ServiceName serviceOf(const DockerContainer &container, const EntityId &connection)
{
    const auto label = [&](QLatin1String key) { return container.labels.value(key); };
    const QString declared = container.labels.value(labelkeys::kService, container.added.value(labelkeys::kService));
    if (!declared.isEmpty()) {
        return {EntityId::declared("service", declared), EntityId::of(connection, "declared", declared),
                serviceNameOf(declared)};
    }
    QString name = label(QLatin1String("com.docker.swarm.service.name")); // carries its stack's name already
    if (name.isEmpty() && !label(QLatin1String("com.docker.compose.service")).isEmpty())
        name = joined(label(QLatin1String("com.docker.compose.project")),
                      label(QLatin1String("com.docker.compose.service")));
    if (name.isEmpty() && !label(QLatin1String("app.kubernetes.io/name")).isEmpty())
        name =
            joined(label(QLatin1String("app.kubernetes.io/part-of")), label(QLatin1String("app.kubernetes.io/name")));
    if (name.isEmpty())
        name = container.name.isEmpty() ? container.id.left(12) : container.name;
    return {EntityId::of(connection, "service", name), EntityId::of(connection, "placement", name), name};
}

} // namespace graticule
