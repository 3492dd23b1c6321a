// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/incident/incidentfilter.h"

namespace graticule {

IncidentFilter::IncidentFilter(QStringList sites, QStringList services)
    : m_siteNames(std::move(sites))
    , m_serviceNames(std::move(services))
{
}

void IncidentFilter::look(const FleetDelta &delta)
{
    const auto isNamed = [this](const QStringList &names, const auto &item) {
        for (const QString &name : {item.name, item.id.toString()}) {
            if (!names.contains(name))
                continue;
            m_met.insert(name);
            return true;
        }
        return false;
    };
    for (const auto &site : delta.sites.upserted) {
        QList<EntityId> &feeds = m_sites[site->id];
        for (const EntityId &feed : site->feeds) {
            if (!feeds.contains(feed))
                feeds.append(feed);
        }
        if (isNamed(m_siteNames, *site))
            m_wantedSites.insert(site->id);
    }
    for (const auto &service : delta.services.upserted) {
        if (isNamed(m_serviceNames, *service))
            m_wantedServices.insert(service->id);
    }
    for (const auto &node : delta.nodes.upserted)
        m_nodes[node->id] = {node->site, {}, node->feed};
    for (const auto &placement : delta.placements.upserted)
        m_placements[placement->id] = {placement->site, placement->service, placement->feed};
    for (const auto &replica : delta.replicas.upserted)
        m_replicas[replica->id] = {replica->site, replica->asset, replica->feed};
    for (const auto &link : delta.links.upserted)
        m_links[link->id] = {link->from, link->to, link->feed};
    for (const auto &feed : delta.feeds.upserted)
        m_feeds[feed->id] = feed->connection;
}

Result<Done> IncidentFilter::settle()
{
    for (const auto &[names, kind] : {std::pair(m_siteNames, "site"), std::pair(m_serviceNames, "service")}) {
        for (const QString &name : names) {
            if (!m_met.contains(name))
                return Error{ErrorKind::NotFound, Fault::Input,
                             QStringLiteral("There was no %1 \"%2\" in that time.").arg(QLatin1String(kind), name),
                             std::nullopt};
        }
    }
    const bool anySite = m_siteNames.isEmpty();
    const bool anyService = m_serviceNames.isEmpty();
    QSet<EntityId> sites = m_wantedSites;
    for (auto placement = m_placements.cbegin(); placement != m_placements.cend(); ++placement) {
        const bool isKept = (anySite || m_wantedSites.contains(placement->site)) &&
                            (anyService || m_wantedServices.contains(placement->what));
        if (!isKept)
            continue;
        keep(placement.key(), placement->feed);
        m_kept.insert(placement->what);
        sites.insert(placement->site);
    }
    for (const EntityId &service : std::as_const(m_wantedServices))
        m_kept.insert(service); // also where it ran nowhere
    for (const EntityId &site : std::as_const(sites)) {
        m_kept.insert(site);
        for (const EntityId &feed : m_sites.value(site))
            keep(site, feed);
    }
    for (auto node = m_nodes.cbegin(); node != m_nodes.cend(); ++node) {
        if (sites.contains(node->site))
            keep(node.key(), node->feed);
    }
    for (auto link = m_links.cbegin(); link != m_links.cend(); ++link) {
        if (sites.contains(link->site) && sites.contains(link->what))
            keep(link.key(), link->feed);
    }
    for (auto replica = m_replicas.cbegin(); anyService && replica != m_replicas.cend(); ++replica) {
        if (!sites.contains(replica->site))
            continue;
        keep(replica.key(), replica->feed);
        m_kept.insert(replica->what);
    }
    return Done();
}

void IncidentFilter::keep(const EntityId &id, const EntityId &feed)
{
    m_kept.insert(id);
    if (feed.isEmpty())
        return;
    m_kept.insert(feed);
    if (const EntityId connection = m_feeds.value(feed); !connection.isEmpty())
        m_kept.insert(connection);
}

FleetDelta IncidentFilter::kept(const FleetDelta &delta) const
{
    if (isEmpty())
        return delta;
    FleetDelta result;
    forEachKind(
        [this](const auto &from, auto &to) {
            for (const auto &item : from.upserted) {
                if (m_kept.contains(item->id))
                    to.upserted.push_back(item);
            }
            for (const EntityId &id : from.removed) {
                if (m_kept.contains(id))
                    to.removed.push_back(id);
            }
        },
        delta, result);
    return result;
}

QString IncidentFilter::text() const
{
    QStringList parts;
    if (!m_siteNames.isEmpty())
        parts << QStringLiteral("sites %1").arg(m_siteNames.join(QStringLiteral(", ")));
    if (!m_serviceNames.isEmpty())
        parts << QStringLiteral("services %1").arg(m_serviceNames.join(QStringLiteral(", ")));
    return parts.join(QStringLiteral("; "));
}

} // namespace graticule
