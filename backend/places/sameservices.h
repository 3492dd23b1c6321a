// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/fleetsnapshot.h"
#include "backend/domain/sameservice.h"

#include <QHash>

namespace graticule {

/// Services of different connections that look like the same, of those that @p connections (by id, with their names)
/// tell of, without those of which @p decided speaks. Never by the name alone: also part of the same, or running the
/// same image. Two that declare what they are (graticule.dev/service) are not suggested. Pure.
QList<SameSuggestion> suggestSame(const FleetTables &tables, const QHash<EntityId, QString> &connections,
                                  const QList<SameDecision> &decided);

/// Under which name each service is one with others, by the id that it has by itself.
QHash<EntityId, QString> sameNames(const QList<SameDecision> &decided);

/// "library/nginx" and "docker.io/library/nginx:1.25" are the same: what is run, without version and the usual
/// registry.
QString imageName(const QString &image);

} // namespace graticule
