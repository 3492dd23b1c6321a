// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/fleetsnapshot.h"
#include "backend/health/feedview.h"
#include "backend/health/linkcourses.h"
#include "backend/health/parttally.h"
#include "backend/health/vantage.h"

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
    /// All that is measured from one site to another, taken together.
    struct Way
    {
        std::vector<EntityId> links;
        Reach reach = Reach::Unknown; ///< by evidence that is neither old nor out of sight
        bool isSpoken = false;        ///< a protocol answers, not just the port
        bool isFrozen = false;        ///< the port answers, no protocol does
        bool isRefused = false;       ///< its host answers that nothing listens at the port
        bool wasReached = false;      ///< at some time in this run
        Instant since = kNever;       ///< it fails since
        double rttMs = -1;            ///< of the shortest link that answers; < 0: none
    };
    struct SiteParts
    {
        PartTally tally;
        QSet<EntityId> badLinks;               ///< from or to here, over their limit or down
        int links = 0;                         ///< from or to here, good or bad
        QHash<EntityId, Way> ways;             ///< measured ones to here, by where they begin
        QHash<EntityId, double> contradictors; ///< sites that light could not have reached so soon: by how many km
    };
    /// What one of our keeper's own connections says of the network.
    struct OwnEnd
    {
        EntityId host;
        Reach reach = Reach::Unknown;
        Instant since = kNever;
    };
    struct KnownFeed
    {
        FeedView view;
        Instant due = kNever;        ///< entry in `due`; kNever: none
        Instant blindSince = kNever; ///< while it is Blind; kNever: nobody knows
        Instant echoDue = kNever;    ///< entry in `echoes`
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
    LinkCourses courses;
    QHash<EntityId, QSet<EntityId>> measuredByFeed; ///< links
    QHash<EntityId, Vantage> vantages;              ///< by the site from which something is measured
    QHash<EntityId, OwnEnd> ownEnds;                ///< by connection
    QHash<EntityId, QSet<EntityId>> ownByHost;      ///< connections of `ownEnds`
    Vantage own;                                    ///< by host: our keeper's connections
    EntityId ownSite;                               ///< from where our keeper measures; empty: not known
    std::set<std::pair<Instant, EntityId>> echoes;  ///< blind feeds by the moment from which others' view of it counts
    Table<Verdict> verdicts;
};

} // namespace graticule
