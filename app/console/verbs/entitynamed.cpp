// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/verbs/entitynamed.h"

namespace graticule {

QList<EntityId> entitiesNamed(const FleetTables &tables, const QString &nameOrId, const EntityId &connection)
{
    const EntityId id(nameOrId);
    if (tables.services.find(id) || tables.nodes.find(id) || tables.placements.find(id) || tables.sites.find(id) ||
        tables.connections.find(id))
        return {id};
    QList<EntityId> found;
    const auto take = [&](const auto &entity) {
        const QByteArray ours = connection.utf8() + '/';
        const bool isDeclared = !entity.id.utf8().contains('/'); // by label, wherever
        if (entity.name == nameOrId && (connection.isEmpty() || isDeclared || entity.id.utf8().startsWith(ours)))
            found.append(entity.id);
    };
    tables.services.forEach(take);
    tables.nodes.forEach(take);
    tables.sites.forEach(take);
    tables.connections.forEach([&](const Connection &one) {
        if (one.name == nameOrId && (connection.isEmpty() || connection == one.id))
            found.append(one.id);
    });
    return found;
}

EntityId connectionNamed(const FleetTables &tables, const QString &nameOrId)
{
    EntityId found;
    tables.connections.forEach([&](const Connection &one) {
        if (one.id == EntityId(nameOrId) || (found.isEmpty() && one.name == nameOrId))
            found = one.id;
    });
    return found;
}

} // namespace graticule
