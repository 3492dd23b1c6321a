// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/verbs/listing.h"
#include "app/console/verbs/listingvalues.h"
#include "app/console/verbs/rowsorter.h"
#include "app/console/verbs/words.h"

#include <QJsonArray>

namespace graticule {
using namespace Qt::Literals::StringLiterals;
using namespace listingvalues;
namespace {

QJsonValue reasonList(const Verdict &verdict)
{
    QJsonArray result;
    for (const Reason &reason : verdict.reasons)
        result.append(QJsonObject{{u"code"_s, reason.code}, {u"text"_s, reason.text}});
    return result;
}

/// "Frankfurt, DE"; a site that nothing places says so.
QString placeCell(const Place &place)
{
    QStringList words{place.city, place.country};
    words.removeAll(QString());
    if (!place.position)
        words.append(u"unplaced"_s);
    return words.join(u", ");
}

QString whyCell(const Site &site, const Verdict &verdict)
{
    if (!verdict.reasons.isEmpty())
        return verdict.reasons.first().text;
    return site.place.mismatch;
}

ListingRow row(const FleetTables &tables, const Site &site, Instant now)
{
    const Verdict *known = tables.verdicts.find(site.id);
    const Verdict verdict = known ? *known : Verdict();
    const bool stale = verdict.stale || graticule::isStale(tables, site, now);
    const Instant seen = std::min(observedAt(tables, site), now); // of a past moment the proof is that moment
    const QStringList connections = connectionNames(tables, site.feeds);
    const QString connection = connections.value(0);
    const auto &position = site.place.position;

    ListingRow row;
    row.values = {text(site.id),
                  text(site.name),
                  word(verdict.state),
                  reasonList(verdict),
                  text(site.region),
                  text(site.place.country),
                  word(site.place.evidence),
                  position ? QJsonValue(position->latitude) : QJsonValue(),
                  position ? QJsonValue(position->longitude) : QJsonValue(),
                  word(site.kind),
                  text(site.provider),
                  text(connection),
                  time(seen),
                  stale,
                  object(site.labels),
                  time(verdict.since),
                  text(site.place.city),
                  text(site.place.source),
                  text(site.place.mismatch),
                  array(connections),
                  word(site.condition),
                  text(site.conditionText),
                  usage(site.cpu),
                  usage(site.memory),
                  usage(site.storage),
                  word(site.origin)};
    row.cells = {site.name,
                 word(verdict.state) + (stale ? u", stale"_s : QString()),
                 cell(site.region),
                 placeCell(site.place),
                 connections.isEmpty() ? u"-"_s : connections.join(u", "),
                 age(seen, now),
                 whyCell(site, verdict)};
    return row;
}

} // namespace

Listing siteListing(const FleetTables &tables, const ListingScope &scope)
{
    Listing listing;
    listing.kind = u"sites"_s;
    listing.names = columns("id name state reasons region country placeEvidence lat lon kind provider connection "
                            "observedAt stale labels since city placeSource placeMismatch connections condition "
                            "conditionText cpu memory storage origin");
    listing.headings = columns("SITE STATE REGION PLACE CONNECTION SEEN WHY");
    RowSorter sorter;
    tables.sites.forEach([&](const Site &site) {
        if (scope.site.isEmpty() || scope.site == site.id)
            sorter.add(site.name, site.id, row(tables, site, scope.now));
    });
    listing.rows = sorter.sorted();
    return listing;
}

} // namespace graticule
