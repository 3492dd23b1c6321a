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

namespace {

QList<EntityId> connectionsNamed(const FleetTables &tables, const QString &nameOrId)
{
    if (tables.connections.find(EntityId(nameOrId)))
        return {EntityId(nameOrId)};
    QList<EntityId> found;
    tables.connections.forEach([&](const Connection &one) {
        if (one.name == nameOrId)
            found.append(one.id);
    });
    return found;
}

} // namespace

Result<EntityId> connectionNamed(const FleetTables &tables, const QString &nameOrId)
{
    if (nameOrId.isEmpty())
        return EntityId();
    const QList<EntityId> found = connectionsNamed(tables, nameOrId);
    if (found.size() == 1)
        return found.first();
    if (found.isEmpty())
        return Error{ErrorKind::NotFound, Fault::Input, QStringLiteral("No connection is called \"%1\".").arg(nameOrId),
                     std::nullopt};
    QStringList ids;
    for (const EntityId &id : found.mid(0, 20))
        ids.append(id.toString());
    return Error{ErrorKind::Conflict, Fault::Input,
                 QStringLiteral("%1 connections are called \"%2\"; say which by its id: %3.")
                     .arg(found.size())
                     .arg(nameOrId, ids.join(QStringLiteral(", "))),
                 std::nullopt};
}

} // namespace graticule
