// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/fleetsnapshot.h"
#include "backend/health/feedview.h"

#include <QHash>
#include <QSet>

#include <set>
#include <utility>
#include <vector>

namespace graticule {

/// What the health engine keeps from one step to the next: the facts it has seen, indices over them, and its verdicts.
/// A value; move it from step to step. Everything in it follows from the facts but the times of the verdicts.
struct HealthMemory
{
    struct SiteParts
    {
        std::vector<EntityId> nodes;
        std::vector<EntityId> placements;
        std::vector<EntityId> replicas;
        QSet<EntityId> badLinks; ///< from or to here, over their limit or down
        int links = 0;           ///< from or to here, good or bad
    };
    struct KnownFeed
    {
        FeedView view;
        Instant due = kNever; ///< entry in `due`; kNever: none
        QSet<EntityId> sites;
    };

    FleetTables seen;
    Instant at = kNever;
    QHash<EntityId, SiteParts> parts; ///< by site
    QHash<EntityId, KnownFeed> feeds; ///< by feed; also feeds that only sites name
    QHash<EntityId, QSet<EntityId>> feedsByConnection;
    QHash<EntityId, QSet<EntityId>> connectionsThrough; ///< by the connection that tells of them
    QHash<EntityId, QSet<EntityId>> placementsByService;
    QHash<EntityId, QSet<EntityId>> replicasByAsset;
    std::set<std::pair<Instant, EntityId>> due; ///< feeds by the moment at which they become stale
    Table<Verdict> verdicts;
};

} // namespace graticule
