// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/palettefleet.h"

#include "models/statetext.h"

#include <QCoreApplication>

namespace graticule {

namespace {

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

} // namespace

PaletteFleet::PaletteFleet(const FleetTables &tables)
{
    tables.sites.forEach([this](const Site &site) { put(site, nullptr); });
    tables.services.forEach([this](const Service &service) { put<Service>(PaletteKind::Service, service, nullptr); });
    tables.assets.forEach([this](const Asset &asset) { put<Asset>(PaletteKind::Asset, asset, nullptr); });
    tables.connections.forEach(
        [this](const Connection &connection) { put<Connection>(PaletteKind::Connection, connection, nullptr); });
}

void PaletteFleet::apply(const FleetChange &change)
{
    const FleetTables &before = change.before->tables;
    for (const auto &site : change.delta.sites.upserted)
        put(*site, before.sites.find(site->id));
    for (const EntityId &id : change.delta.sites.removed) {
        if (const Site *was = before.sites.find(id))
            countRegion(was->region, -1);
        m_index.remove({PaletteKind::Site, id});
    }
    applyTo(PaletteKind::Service, change.delta.services, before.services);
    applyTo(PaletteKind::Asset, change.delta.assets, before.assets);
    applyTo(PaletteKind::Connection, change.delta.connections, before.connections);
}

template<class T> void PaletteFleet::applyTo(PaletteKind kind, const Changes<T> &changes, const Table<T> &before)
{
    for (const auto &item : changes.upserted)
        put<T>(kind, *item, before.find(item->id));
    for (const EntityId &id : changes.removed)
        m_index.remove({kind, id});
}

template<class T> void PaletteFleet::put(PaletteKind kind, const T &item, const T *before)
{
    const QString detail = detailOf(item);
    if (!before || before->name != item.name || detailOf(*before) != detail)
        m_index.put({kind, item.id}, item.name, detail);
}

/// Sites change most often, and then mostly figures: their words are looked at before they are put together.
void PaletteFleet::put(const Site &site, const Site *before)
{
    if (before && before->name == site.name && before->region == site.region && before->place.city == site.place.city &&
        before->place.country == site.place.country)
        return;
    if (!before || before->region != site.region) {
        countRegion(site.region, +1);
        if (before)
            countRegion(before->region, -1);
    }
    m_index.put({PaletteKind::Site, site.id}, site.name, detailOf(site));
}

void PaletteFleet::countRegion(const QString &region, int by)
{
    if (region.isEmpty())
        return;
    const int sites = m_regions[region] += by;
    const PaletteKey key{PaletteKind::Region, EntityId(region)};
    if (sites > 0) {
        if (!m_index.contains(key))
            m_index.put(key, region);
        return;
    }
    m_regions.remove(region);
    m_index.remove(key);
}

QString PaletteFleet::detailOf(const Site &site)
{
    QStringList place{site.place.city, site.place.country};
    place.removeAll(QString());
    return joined({place.join(QStringLiteral(", ")), site.region});
}

QString PaletteFleet::detailOf(const Service &service)
{
    return service.tier > 0 ? QCoreApplication::translate("graticule::PaletteFleet", "tier %1").arg(service.tier)
                            : QString();
}

QString PaletteFleet::detailOf(const Asset &asset)
{
    return joined({asset.classification, asset.owner});
}

QString PaletteFleet::detailOf(const Connection &connection)
{
    return joined({StateText::connectorTitle(connection.type), connection.address});
}

} // namespace graticule
