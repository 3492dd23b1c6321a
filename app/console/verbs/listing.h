// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/fleetclient.h"
#include "backend/domain/fleetsnapshot.h"

#include <QJsonValue>
#include <QStringList>

namespace graticule {

/// One entity of a listing, for programs and for people.
struct ListingRow
{
    QList<QJsonValue> values; ///< in the order of Listing::names; null: not known
    QStringList cells;        ///< in the order of Listing::headings; "-": not known
};

/// Entities of one kind as `graticule sites` and its siblings print them; every format is written from this.
struct Listing
{
    QString kind;         ///< "sites"
    QStringList names;    ///< keys in JSON, header in CSV: documented and stable, only ever added to
    QStringList headings; ///< of the table for people
    QList<ListingRow> rows;
};

/// What a listing rests on.
struct ListingHead
{
    QString snapshot; ///< the revision
    QString mode = QStringLiteral("live");
    Instant at = kNever; ///< when the keeper published it, by the keeper's clock
    bool lab = false;    ///< something of it is invented
    KeeperLink keeper;
};

ListingHead headOf(const FleetSnapshot &snapshot, const KeeperLink &keeper);

/// What a listing is about. An empty @p site: all sites.
struct ListingScope
{
    EntityId site;
    Instant now = kNever; ///< by the keeper's clock; for ages and staleness
};

/// Sorted by name, then id. Times are ISO 8601 in UTC; what is not known is null. Pure; any thread.
Listing connectionListing(const FleetTables &tables, const ListingScope &scope);
Listing siteListing(const FleetTables &tables, const ListingScope &scope);
Listing serviceListing(const FleetTables &tables, const ListingScope &scope);
Listing nodeListing(const FleetTables &tables, const ListingScope &scope);
Listing assetListing(const FleetTables &tables, const ListingScope &scope);
/// Of a site: those that begin or end there.
Listing linkListing(const FleetTables &tables, const ListingScope &scope);

/// The site with that id, or else the only one with that name. NotFound, or Conflict naming the ids, otherwise.
Result<EntityId> findSite(const FleetTables &tables, const QString &idOrName);

} // namespace graticule
