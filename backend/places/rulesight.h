// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/fleetsnapshot.h"
#include "backend/domain/rulepreview.h"
#include "backend/places/labelrules.h"

#include <QHash>

namespace graticule {

/// A connection whose endpoint's labels are ruled.
struct RuledConnection
{
    QString name;
    Labels declared; ///< of the connection itself; for its places they win over labels and rules
};

/// What @p asked would do to what is in @p tables, where @p inForce are the rules now. A node is ruled for its place, a
/// service for itself, an asset for itself; what other connections than @p connections tell of is not ruled. Services
/// are seen by the labels that all their containers carry alike. Pure; takes two seconds at most.
RulePreview previewRules(const LabelRules::Parsed &asked, const LabelRules &inForce, const FleetTables &tables,
                         const QHash<EntityId, RuledConnection> &connections);

} // namespace graticule
