// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/entitytable/entitydetailsloader.h"

#include <algorithm>

namespace graticule {

EntityDetailsLoader::EntityDetailsLoader(EntityKind kind, FleetStore &store, QObject *parent)
    : DetailsLoaderOf(store, parent)
    , m_kind(kind)
{
}

bool EntityDetailsLoader::concerns(const FleetDelta &delta) const
{
    const auto names = [](const auto &changes, const auto &isOne) {
        return std::any_of(changes.removed.begin(), changes.removed.end(), isOne) ||
               std::any_of(changes.upserted.begin(), changes.upserted.end(),
                           [&](const auto &item) { return isOne(item->id); });
    };
    const auto isIt = [this](const EntityId &id) { return id == this->id(); };
    const auto isPlace = [this](const EntityId &id) { return m_places.contains(id); };
    const auto isSite = [this](const EntityId &id) { return m_sites.contains(id); };
    const auto &placements = delta.placements.upserted;
    const auto &replicas = delta.replicas.upserted;
    const bool isNewPlace =
        std::any_of(placements.begin(), placements.end(),
                    [this](const auto &placement) {
                        return placement->service == id() || m_sites.contains(placement->site);
                    }) ||
        std::any_of(replicas.begin(), replicas.end(), [this](const auto &replica) { return replica->asset == id(); });
    return isNewPlace || names(delta.services, isIt) || names(delta.nodes, isIt) || names(delta.assets, isIt) ||
           names(delta.placements, isPlace) || names(delta.replicas, isPlace) || names(delta.sites, isSite) ||
           names(delta.verdicts, isSite);
}

std::function<std::optional<EntityDetails>()> EntityDetailsLoader::reading() const
{
    return [snapshot = store().snapshot(), kind = m_kind, entity = id(), units = store().units()] {
        return entityDetails(snapshot->tables, kind, entity, units);
    };
}

void EntityDetailsLoader::taken()
{
    m_places.clear();
    m_sites.clear();
    if (!details())
        return;
    m_sites.insert(details()->site);
    for (const auto &place : details()->places) {
        m_places.insert(place.id);
        m_sites.insert(place.site);
    }
}

} // namespace graticule
