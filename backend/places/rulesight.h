// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/fleetsnapshot.h"
#include "backend/domain/rulepreview.h"
#include "backend/places/labelrules.h"
#include "backend/places/ownlabels.h"

#include <QHash>

namespace graticule {

/// A connection whose endpoint's labels are ruled.
struct RuledConnection
{
    QString name;
    Labels declared;            ///< of the connection itself; for its places they win over labels and rules
    std::vector<OwnLabels> own; ///< of its services and assets
};

/// What @p asked would do to the nodes in @p tables and to the services and assets of @p connections (by id), where
/// @p inForce are the rules now. A node is ruled for its place, a service for itself, an asset for itself; what other
/// connections tell of is not ruled. Each service is told of as its connection has it by itself, whatever makes it one
/// with others, and is matched by a rule that matches any of its containers. Pure; takes two seconds at most.
RulePreview previewRules(const LabelRules::Parsed &asked, const LabelRules &inForce, const FleetTables &tables,
                         const QHash<EntityId, RuledConnection> &connections);

} // namespace graticule
