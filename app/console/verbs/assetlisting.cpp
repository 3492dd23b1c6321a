// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/verbs/listing.h"
#include "app/console/verbs/listingvalues.h"
#include "app/console/verbs/rowsorter.h"
#include "app/console/verbs/words.h"

#include <QHash>
#include <QJsonArray>
#include <QSet>

namespace graticule {
using namespace Qt::Literals::StringLiterals;
using namespace listingvalues;
namespace {

using Replicas = std::vector<const Replica *>;

QJsonObject replicaObject(const FleetTables &tables, const Replica &r, Instant now)
{
    const Site *site = tables.sites.find(r.site);
    return {{u"id"_s, r.id.toString()},
            {u"site"_s, text(r.site)},
            {u"siteName"_s, text(site ? site->name : QString())},
            {u"country"_s, text(site ? site->place.country : QString())},
            {u"role"_s, word(r.role)},
            {u"state"_s, word(r.state)},
            {u"stateText"_s, text(r.stateText)},
            {u"lagMs"_s, measured(r.lagMs)},
            {u"bytes"_s, r.bytes < 0 ? QJsonValue() : QJsonValue(r.bytes)},
            {u"connection"_s, text(connectionNames(tables, {r.feed}).value(0))},
            {u"stale"_s, isStale(tables, r.feed, now)},
            {u"origin"_s, word(r.origin)}};
}

/// "db-fra1 primary; db-ams1 standby, lagging 2 s": who holds it, and what is not well with a copy.
QString copiesCell(const FleetTables &tables, const Replicas &replicas)
{
    QStringList copies;
    for (const Replica *r : replicas) {
        const Site *site = tables.sites.find(r->site);
        QString copy = site ? site->name : r->site.toString();
        if (r->role != Role::Unknown)
            copy += u' ' + word(r->role);
        if (r->state != ReplicaState::InSync)
            copy += u", state "_s + word(r->state);
        copies.append(copy);
    }
    return copies.isEmpty() ? u"no copy"_s : copies.join(u"; ");
}

ListingRow row(const FleetTables &tables, const Asset &asset, const Replicas &replicas, Instant now)
{
    QJsonArray list;
    QSet<EntityId> sites;
    for (const Replica *r : replicas) {
        list.append(replicaObject(tables, *r, now));
        sites.insert(r->site);
    }
    ListingRow row;
    row.values = {text(asset.id),       text(asset.name),     text(asset.classification),
                  text(asset.owner),    qint64(sites.size()), list,
                  object(asset.labels), word(asset.origin)};
    row.cells = {asset.name, cell(asset.classification), cell(asset.owner), copiesCell(tables, replicas)};
    return row;
}

} // namespace

Listing assetListing(const FleetTables &tables, const ListingScope &scope)
{
    Listing listing;
    listing.kind = u"assets"_s;
    listing.names = columns("id name classification owner sites replicas labels origin");
    listing.headings = columns("ASSET CLASS OWNER COPIES");
    QHash<EntityId, Replicas> replicas;
    tables.replicas.forEach([&](const Replica &r) {
        if (scope.site.isEmpty() || scope.site == r.site)
            replicas[r.asset].push_back(&r);
    });
    RowSorter sorter;
    tables.assets.forEach([&](const Asset &asset) {
        Replicas own = replicas.value(asset.id);
        if (own.empty() && !scope.site.isEmpty())
            return;
        std::sort(own.begin(), own.end(), [](const auto *a, const auto *b) { return a->id < b->id; });
        sorter.add(asset.name, asset.id, row(tables, asset, own, scope.now));
    });
    listing.rows = sorter.sorted();
    return listing;
}

} // namespace graticule
