// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/fleetdelta.h"
#include "backend/domain/revision.h"
#include "backend/domain/table.h"

#include <memory>

namespace graticule {

/// All facts of a fleet, one table per kind.
struct FleetTables
{
    Table<Connection> connections;
    Table<Feed> feeds;
    Table<Site> sites;
    Table<Node> nodes;
    Table<Service> services;
    Table<Placement> placements;
    Table<Asset> assets;
    Table<Replica> replicas;
    Table<Link> links;
    Table<Verdict> verdicts;

    /// Folds @p delta in. Ids that are removed but not there are ignored.
    void apply(const FleetDelta &delta);
};

/// The fleet at one moment: immutable, numbered, shared between threads through SnapshotPtr. Every view is made from
/// one.
struct FleetSnapshot
{
    Revision revision;
    Instant at = kNever; ///< by the clock of the keeper that published it
    FleetTables tables;
};

using SnapshotPtr = std::shared_ptr<const FleetSnapshot>;

/// What turns @p before into @p after. Costs in proportion to what differs: shared parts are skipped unseen.
FleetDelta diff(const FleetTables &before, const FleetTables &after);

/// Newest proof of the site's facts over its feeds; kNever when no feed has reported.
Instant observedAt(const FleetTables &tables, const Site &site);
/// True when every feed of the site is past its limit at @p now, or none has ever reported.
bool isStale(const FleetTables &tables, const Site &site, Instant now);

} // namespace graticule
