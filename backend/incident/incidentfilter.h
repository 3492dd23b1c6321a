// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/error.h"
#include "backend/domain/fleetdelta.h"

#include <QHash>
#include <QSet>
#include <QStringList>

namespace graticule {

/// Which part of a fleet goes into an incident file: some sites, some services, and what belongs to them. It looks
/// through all that is told of a time first, and then says of each change what of it is kept. Not thread-safe.
///
/// Kept are, of services only: where they run, the sites and nodes there. Of sites only: all that is at them, and links
/// between them. Of both: of these services what runs at these sites. Always the connections by which that was known.
class IncidentFilter
{
public:
    /// Ids or names. Both empty: everything is kept.
    IncidentFilter(QStringList sites, QStringList services);

    bool isEmpty() const { return m_siteNames.isEmpty() && m_serviceNames.isEmpty(); }
    /// First everything is looked at,
    void look(const FleetDelta &delta);
    /// then this; refused, naming it, when something was named that there was not.
    Result<Done> settle();
    /// What of @p delta is kept.
    FleetDelta kept(const FleetDelta &delta) const;
    /// A site or anything else of which facts are kept.
    bool keeps(const EntityId &id) const { return isEmpty() || m_kept.contains(id); }
    /// "sites fra1, ams1": for a note.
    QString text() const;

private:
    struct At
    {
        EntityId site;
        EntityId what; ///< service or asset; of a link the other site
        EntityId feed;
    };
    void keep(const EntityId &id, const EntityId &feed);

    const QStringList m_siteNames;
    const QStringList m_serviceNames;
    QHash<EntityId, QList<EntityId>> m_sites; ///< and their feeds
    QSet<EntityId> m_wantedSites;
    QSet<EntityId> m_wantedServices;
    QSet<QString> m_met; ///< of the names
    QHash<EntityId, At> m_nodes;
    QHash<EntityId, At> m_placements;
    QHash<EntityId, At> m_replicas;
    QHash<EntityId, At> m_links;
    QHash<EntityId, EntityId> m_feeds; ///< and their connections
    QSet<EntityId> m_kept;
};

} // namespace graticule
