// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/verbs/listing.h"
#include "app/console/verbs/listingvalues.h"
#include "app/console/verbs/rowsorter.h"
#include "app/console/verbs/words.h"
#include "backend/domain/connectionway.h"

#include <QHash>
#include <QSet>

namespace graticule {
using namespace Qt::Literals::StringLiterals;
using namespace listingvalues;
namespace {

/// Sites that each connection serves, itself or through others.
QHash<EntityId, QSet<EntityId>> sitesByConnection(const FleetTables &tables)
{
    QHash<EntityId, QSet<EntityId>> result;
    tables.sites.forEach([&](const Site &site) {
        for (const EntityId &id : site.feeds) {
            const Feed *feed = tables.feeds.find(id);
            EntityId at = feed ? feed->connection : EntityId();
            for (int steps = 0; steps <= kLongestWay && !at.isEmpty(); ++steps) {
                result[at].insert(site.id);
                const Connection *connection = tables.connections.find(at);
                at = connection ? connection->through : EntityId();
            }
        }
    });
    return result;
}

QString whyCell(const Connection &connection)
{
    return connection.error.text.isEmpty() ? connection.warnings.join(u"; ") : connection.error.text;
}

ListingRow row(const FleetTables &tables, const Connection &c, qsizetype sites, Instant now)
{
    const Connection *through = tables.connections.find(c.through);
    const Connection &decides = decisive(tables.connections, c);
    const QString whyNot =
        &decides == &c ? whyCell(c) : u"seen through %1, which is %2"_s.arg(decides.name, word(decides.state));
    ListingRow row;
    row.values = {text(c.id),
                  text(c.name),
                  text(c.type),
                  text(c.address),
                  word(shownState(tables.connections, c)),
                  time(c.since),
                  error(c.error),
                  time(c.retryAt),
                  time(c.lastSeen),
                  measured(c.latencyMs),
                  measured(c.requestsPerSecond),
                  measured(c.bytesPerSecond),
                  c.budgetRequests > 0 ? QJsonValue(c.budgetRequests) : QJsonValue(),
                  c.budgetBytes > 0 ? QJsonValue(c.budgetBytes) : QJsonValue(),
                  c.clockOffset ? QJsonValue(qint64(c.clockOffset->count())) : QJsonValue(),
                  measured(c.clockErrorMs),
                  time(c.certificateExpiry),
                  text(c.version),
                  array(c.warnings),
                  text(c.keeper),
                  text(c.through),
                  word(c.origin),
                  qint64(sites)};
    row.cells = {c.name,
                 cell(c.type),
                 word(shownState(tables.connections, c)),
                 age(c.since, now),
                 age(c.lastSeen, now),
                 cell(c.latencyMs, "ms"),
                 QString::number(sites),
                 cell(through ? through->name : QString()),
                 c.address,
                 whyNot};
    return row;
}

} // namespace

Listing connectionListing(const FleetTables &tables, const ListingScope &scope)
{
    Listing listing;
    listing.kind = u"connections"_s;
    listing.names = columns(
        "id name type address state since error retryAt lastSeen latencyMs requestsPerSecond "
        "bytesPerSecond budgetRequests budgetBytes clockOffsetMs clockErrorMs certificateExpiry version warnings "
        "keeper through origin sites");
    listing.headings = columns("CONNECTION TYPE STATE FOR SEEN LATENCY SITES THROUGH ADDRESS WHY");
    const auto sites = sitesByConnection(tables);
    RowSorter sorter;
    tables.connections.forEach([&](const Connection &connection) {
        const QSet<EntityId> served = sites.value(connection.id);
        if (scope.site.isEmpty() || served.contains(scope.site))
            sorter.add(connection.name, connection.id, row(tables, connection, served.size(), scope.now));
    });
    listing.rows = sorter.sorted();
    return listing;
}

} // namespace graticule
