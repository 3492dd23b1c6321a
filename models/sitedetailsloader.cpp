// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sitedetailsloader.h"

#include <algorithm>

namespace graticule {

SiteDetailsLoader::SiteDetailsLoader(FleetStore &store, QObject *parent)
    : DetailsLoaderOf(store, parent)
{
}

bool SiteDetailsLoader::concerns(const FleetDelta &delta) const
{
    const auto isHere = [this](const auto &changes) {
        return !changes.removed.empty() || std::any_of(changes.upserted.begin(), changes.upserted.end(),
                                                       [this](const auto &item) { return item->site == id(); });
    };
    const auto isIt = [this](const auto &changes) {
        const auto &gone = changes.removed;
        return std::find(gone.begin(), gone.end(), id()) != gone.end() ||
               std::any_of(changes.upserted.begin(), changes.upserted.end(),
                           [this](const auto &item) { return item->id == id(); });
    };
    const auto touchesLink = [this](const std::shared_ptr<const Link> &link) {
        return link->from == id() || link->to == id();
    };
    return isIt(delta.sites) || isIt(delta.verdicts) || isHere(delta.nodes) || isHere(delta.placements) ||
           isHere(delta.replicas) || !delta.connections.isEmpty() || !delta.feeds.isEmpty() ||
           !delta.services.isEmpty() || !delta.assets.isEmpty() || !delta.links.removed.empty() ||
           std::any_of(delta.links.upserted.begin(), delta.links.upserted.end(), touchesLink);
}

std::function<std::optional<SiteDetails>()> SiteDetailsLoader::reading() const
{
    return [snapshot = store().snapshot(), site = id(), units = store().units()] {
        return siteDetails(snapshot->tables, site, units);
    };
}

} // namespace graticule
