// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/verbs/listing.h"
#include "app/console/verbs/listingvalues.h"
#include "app/console/verbs/rowsorter.h"
#include "app/console/verbs/words.h"

namespace graticule {
using namespace Qt::Literals::StringLiterals;
using namespace listingvalues;

Listing linkListing(const FleetTables &tables, const ListingScope &scope)
{
    Listing listing;
    listing.kind = u"links"_s;
    listing.names = columns("id name from to condition rttMs loss limitMs origin");
    listing.headings = {u"LINK"_s, u"STATE"_s, u"RTT"_s, u"LOSS"_s};
    const auto nameOf = [&](const EntityId &id) {
        const Site *site = tables.sites.find(id);
        return site && !site->name.isEmpty() ? site->name : id.toString();
    };
    RowSorter rows;
    tables.links.forEach([&](const Link &link) {
        if (!scope.site.isEmpty() && link.from != scope.site && link.to != scope.site)
            return;
        const QString name = u"%1 to %2"_s.arg(nameOf(link.from), nameOf(link.to));
        ListingRow row;
        row.values = {text(link.id),        text(name),
                      text(link.from),      text(link.to),
                      word(link.condition), measured(link.rttMs),
                      measured(link.loss),  link.limitMs > 0 ? QJsonValue(link.limitMs) : QJsonValue(),
                      word(link.origin)};
        row.cells = {name, word(link.condition), cell(link.rttMs, " ms", 1), cell(100 * link.loss, " %", 1)};
        rows.add(name, link.id, std::move(row));
    });
    listing.rows = rows.sorted();
    return listing;
}

} // namespace graticule
