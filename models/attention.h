// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleetindex.h"
#include "models/statetext.h"

#include <QCoreApplication>

namespace graticule {

/// One thing that needs a person: a group of what is abnormal for one reason. Not an alarm: nothing is acknowledged.
struct AttentionItem
{
    enum class Kind { DownSites, UnreachableSites, Connection, DegradedSites, UnknownSites, UnplacedSites, Mismatch };

    QString key; ///< the same as long as it is the same thing
    Kind kind = Kind::UnknownSites;
    Symbol symbol = Symbol::Unknown;
    Emphasis emphasis = Emphasis::Secondary;
    int severity = 0; ///< higher is worse
    QString title;    ///< "fra1 is down"
    QString where;    ///< "Frankfurt, DE · AWS eu-central-1"
    QString detail;   ///< the first reason, in the platform's words
    Instant since = kNever;
    QList<EntityId> sites; ///< that it is about, in the order of their names
    EntityId connection;   ///< the one cause, if there is one

    friend bool operator==(const AttentionItem &, const AttentionItem &) = default;
};

/// Finds the groups. Sites that cannot be seen are one group per connection that is the cause; what is down or degraded
/// stands alone up to three times per region and is one group per region beyond that, so that a flood stays readable.
class Attention
{
    Q_DECLARE_TR_FUNCTIONS(graticule::Attention)

public:
    /// Whether items() must be told of this site.
    static bool isAbnormal(const FleetTables &tables, const EntityId &site);
    /// Worst first, then the one that began first. @p abnormal: ids for which isAbnormal() holds; costs in proportion
    /// to them and to the number of connections.
    static QList<AttentionItem> items(const FleetTables &tables, const FleetIndex &index,
                                      const QSet<EntityId> &abnormal);
};

} // namespace graticule
