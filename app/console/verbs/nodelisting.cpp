// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/verbs/listing.h"
#include "app/console/verbs/listingvalues.h"
#include "app/console/verbs/rowsorter.h"
#include "app/console/verbs/words.h"

namespace graticule {
using namespace Qt::Literals::StringLiterals;
using namespace listingvalues;
namespace {

QString shareCell(const Usage &usage)
{
    if (usage.total <= 0)
        return u"-"_s;
    const QString share = cell(100 * usage.used / usage.total, "%");
    return usage.requested ? u"req. "_s + share : share;
}

ListingRow row(const FleetTables &tables, const Node &node, Instant now)
{
    const Site *site = tables.sites.find(node.site);
    const Feed *feed = tables.feeds.find(node.feed);
    const Instant seen = feed ? std::min(feed->observedAt, now) : kNever; // of a past moment that moment
    const bool stale = listingvalues::isStale(tables, node.feed, now);
    ListingRow row;
    row.values = {text(node.id),
                  text(node.name),
                  word(node.condition),
                  text(node.conditionText),
                  text(node.site),
                  text(site ? site->name : QString()),
                  text(site ? site->place.country : QString()),
                  text(node.platform),
                  usage(node.cpu),
                  usage(node.memory),
                  usage(node.storage),
                  measured(node.load1),
                  time(node.bootedAt),
                  text(connectionNames(tables, {node.feed}).value(0)),
                  time(seen),
                  stale,
                  object(node.labels),
                  word(node.origin)};
    row.cells = {node.name,
                 word(node.condition) + (stale ? u", stale"_s : QString()),
                 site ? site->name : cell(node.site.toString()),
                 shareCell(node.cpu),
                 shareCell(node.memory),
                 cell(node.platform),
                 age(seen, now),
                 node.conditionText};
    return row;
}

} // namespace

Listing nodeListing(const FleetTables &tables, const ListingScope &scope)
{
    Listing listing;
    listing.kind = u"nodes"_s;
    listing.names = columns("id name condition conditionText site siteName country platform cpu memory storage load1 "
                            "bootedAt connection observedAt stale labels origin");
    listing.headings = columns("NODE CONDITION SITE CPU MEMORY PLATFORM SEEN WHY");
    RowSorter sorter;
    tables.nodes.forEach([&](const Node &node) {
        if (scope.site.isEmpty() || scope.site == node.site)
            sorter.add(node.name, node.id, row(tables, node, scope.now));
    });
    listing.rows = sorter.sorted();
    return listing;
}

} // namespace graticule
