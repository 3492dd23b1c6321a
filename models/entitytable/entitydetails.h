// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/entitytable/entityfield.h"
#include "models/format.h"
#include "models/sitedetails.h"

#include <optional>

namespace graticule {

/// Everything that the drawer says about one service, node or asset: texts ready for the eye, and of what ages the
/// feeds by which it is seen.
struct EntityDetails
{
    struct Fact
    {
        QString title;
        QString fact;
        QString basis;

        friend bool operator==(const Fact &, const Fact &) = default;
    };
    /// A placement, a replica, or a service beside a node.
    struct Place
    {
        EntityId id;     ///< of the placement or replica
        EntityId target; ///< where a row leads: the site; from a node the service
        EntityId site;
        EntityId feed;
        StateLook look;
        bool isOld = false;
        QString name; ///< of the target
        QString country;
        QString role;
        QString amount; ///< "2/3" ready, or "2 GB"
        QString lag;
        QString note; ///< why it is not well; empty: it is, or nobody says

        friend bool operator==(const Place &, const Place &) = default;
    };

    EntityKind kind = EntityKind::Service;
    EntityId id;
    QString name;
    QString title; ///< what else is said of it at once: its tier, its site
    StateLook look;
    QString state; ///< as people read it: "Stopped at 1 of 3 sites"
    QString why;
    bool isLab = false;
    EntityId site; ///< of a node
    EntityId feed; ///< of a node; of others the one that tells of all their places, if it is one
    std::vector<Fact> facts;
    std::vector<SiteDetails::Meter> capacity; ///< of a node
    bool isOld = false;
    std::vector<Place> places; ///< worst first, then by name
    QStringList labels;        ///< "key=value"
    int namesakes = 0;         ///< other services of the same name, which a name alone does not make one

    friend bool operator==(const EntityDetails &, const EntityDetails &) = default;
};

/// Gathers them; nullopt when there is no such entity. Looks at every placement or replica of the fleet, so not in the
/// GUI thread. Pure.
std::optional<EntityDetails> entityDetails(const FleetTables &tables, EntityKind kind, const EntityId &id,
                                           const format::Units &units = {});

/// Oldest evidence of what is told; kNever when a feed has not reported.
Instant oldestSeen(const EntityDetails &details, const FleetTables &tables);

/// Name of the connection by which a node is seen; empty for what is at several places, each of which has its own.
QString seenThrough(const EntityDetails &details, const FleetTables &tables);

/// The same as text with ages and the time, for the clipboard.
QString toText(const EntityDetails &details, const FleetTables &tables, Instant now);

} // namespace graticule
