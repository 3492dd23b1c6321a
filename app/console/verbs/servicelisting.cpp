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

using Placements = std::vector<const Placement *>;

QString siteName(const FleetTables &tables, const EntityId &id)
{
    const Site *site = tables.sites.find(id);
    return site ? site->name : QString();
}

QJsonValue count(int value)
{
    return value < 0 ? QJsonValue() : QJsonValue(value);
}

QJsonObject placementObject(const FleetTables &tables, const Placement &p, Instant now)
{
    return {{u"id"_s, p.id.toString()},
            {u"site"_s, text(p.site)},
            {u"siteName"_s, text(siteName(tables, p.site))},
            {u"role"_s, word(p.role)},
            {u"desired"_s, count(p.desired)},
            {u"ready"_s, count(p.ready)},
            {u"health"_s, word(p.health)},
            {u"healthText"_s, text(p.healthText)},
            {u"image"_s, text(p.image)},
            {u"since"_s, time(p.since)},
            {u"connection"_s, text(connectionNames(tables, {p.feed}).value(0))},
            {u"stale"_s, isStale(tables, p.feed, now)},
            {u"origin"_s, word(p.origin)}};
}

/// Sum over the placements that tell; null when none does.
QJsonValue sum(const Placements &placements, int Placement::*field)
{
    int total = -1;
    for (const Placement *p : placements) {
        if (p->*field >= 0)
            total = std::max(0, total) + p->*field;
    }
    return count(total);
}

/// How bad it is, as the window has it; this library knows nothing of the window's.
int severity(Health health)
{
    switch (health) {
    case Health::Healthy:
        return 0;
    case Health::Starting:
    case Health::Stopped:
    case Health::Paused:
        return 1;
    case Health::Unhealthy:
    case Health::Restarting:
        return 4;
    case Health::Failed:
        return 5;
    case Health::Unknown:
        break;
    }
    return 2;
}

/// The worst, and at how many of its sites it is so, as the window says it.
struct ServiceState
{
    Health health = Health::Unknown;
    qsizetype at = 0;
    qsizetype of = 0;

    /// "failed at 1 of 3 sites"
    QString cell() const
    {
        return at >= of ? word(health) : u"%1 at %2 of %3 sites"_s.arg(word(health)).arg(at).arg(of);
    }
};

ServiceState stateOf(const Placements &placements)
{
    ServiceState state;
    QSet<EntityId> all;
    QSet<EntityId> asBad;
    int worst = -1;
    for (const Placement *p : placements) {
        all.insert(p->site);
        if (severity(p->health) > worst) {
            worst = severity(p->health);
            state.health = p->health;
            asBad = {p->site};
        } else if (p->health == state.health) {
            asBad.insert(p->site);
        }
    }
    state.at = asBad.size();
    state.of = all.size();
    return state;
}

QString numberCell(const QJsonValue &value)
{
    return value.isNull() ? u"-"_s : QString::number(value.toInt());
}

ListingRow row(const FleetTables &tables, const Service &service, const Placements &placements, Instant now)
{
    QJsonArray list;
    QSet<EntityId> sites;
    QStringList siteNames;
    for (const Placement *p : placements) {
        list.append(placementObject(tables, *p, now));
        sites.insert(p->site);
        siteNames.append(siteName(tables, p->site));
    }
    siteNames.removeDuplicates();
    const QJsonValue desired = sum(placements, &Placement::desired);
    const QJsonValue ready = sum(placements, &Placement::ready);
    const ServiceState state = stateOf(placements);
    ListingRow row;
    row.values = {text(service.id),
                  text(service.name),
                  service.tier > 0 ? QJsonValue(service.tier) : QJsonValue(),
                  qint64(sites.size()),
                  desired,
                  ready,
                  list,
                  object(service.labels),
                  word(service.origin),
                  word(state.health),
                  state.at};
    row.cells = {service.name, service.tier > 0 ? QString::number(service.tier) : u"-"_s,
                 u"%1 of %2"_s.arg(numberCell(ready), numberCell(desired)), state.cell(),
                 siteNames.size() > 3 ? u"%1 sites"_s.arg(siteNames.size()) : siteNames.join(u", ")};
    return row;
}

} // namespace

Listing serviceListing(const FleetTables &tables, const ListingScope &scope)
{
    Listing listing;
    listing.kind = u"services"_s;
    listing.names = columns("id name tier sites desired ready placements labels origin state stateSites");
    listing.headings = columns("SERVICE TIER READY STATE AT");
    QHash<EntityId, Placements> placements;
    tables.placements.forEach([&](const Placement &p) {
        if (scope.site.isEmpty() || scope.site == p.site)
            placements[p.service].push_back(&p);
    });
    RowSorter sorter;
    tables.services.forEach([&](const Service &service) {
        Placements own = placements.value(service.id);
        if (own.empty() && !scope.site.isEmpty())
            return;
        std::sort(own.begin(), own.end(), [](const auto *a, const auto *b) { return a->id < b->id; });
        sorter.add(service.name, service.id, row(tables, service, own, scope.now));
    });
    listing.rows = sorter.sorted();
    return listing;
}

} // namespace graticule
