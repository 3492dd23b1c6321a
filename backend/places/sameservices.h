// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/fleetsnapshot.h"
#include "backend/domain/sameservice.h"

#include <QHash>

namespace graticule {

/// Services of different connections that look like the same, of those that @p connections (by id, with their names)
/// tell of, without those of which @p decided speaks; and @p decided itself. Never by the name alone: also part of the
/// same, or running the same image. Two that declare what they are (graticule.dev/service) are not suggested, nor what
/// two connections to one endpoint tell of, nor that twice with a third; @p twins: the one for each that leads where
/// another does. Pure.
SameServices suggestSame(const FleetTables &tables, const QHash<EntityId, QString> &connections,
                         const QList<SameDecision> &decided, const QHash<EntityId, EntityId> &twins = {});

/// As what each service is one with others, by the id that it has by itself: it counts as if the label
/// graticule.dev/service said so. That of another one, when one of them has it; else of a kind that no label is by
/// chance, so that nothing joins them by a bare name. What is the same as the same is one.
QHash<EntityId, QString> sameNames(const QList<SameDecision> &decided);

/// What the label graticule.dev/service, or what sameNames() says instead, calls the service of such an id; empty: it
/// is of one connection.
QString declaredOf(const EntityId &service);
/// Whether @p declared is what sameNames() made.
bool isDecided(const QString &declared);
/// The name that people see.
QString serviceNameOf(const QString &declared);

/// "library/nginx" and "docker.io/library/nginx:1.25" are the same: what is run, without version and the usual
/// registry.
QString imageName(const QString &image);

} // namespace graticule
