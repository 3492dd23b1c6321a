// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/entities.h"
#include "backend/places/cloudregions.h"
#include "backend/places/gazetteer.h"

#include <vector>

namespace graticule {

/// What a lab is made from.
struct LabOptions
{
    static constexpr int kFewest = 6;
    static constexpr int kMost = 100'000;

    quint64 seed = 1;
    int sites = 120;     ///< brought into kFewest..kMost
    bool wobbles = true; ///< now and then a service restarts by itself

    friend bool operator==(const LabOptions &, const LabOptions &) = default;
};

/// Where one site of the lab stands and what it is, before there is anything in it.
struct LabSitePlan
{
    int region = 0; ///< index into labRegions()
    SiteKind kind = SiteKind::Unknown;
    QString name;         ///< "fra1"
    QString provider;     ///< empty: private
    QString providerCode; ///< region or metro code of the provider
    Place place;
    double longitude = 0; ///< for local time, also where the place is not known
    int neighbours = 0;   ///< cloud regions of all providers in the same metro: where the world's networks meet
};

/// Chooses @p options.sites sites around the world: cloud regions and colocation metros where they really are, private
/// data centres, edges and device gateways at cities, more of them at larger ones. Seeded: the same options give the
/// same plan. Sites of one region stand together, in the order of labRegions().
std::vector<LabSitePlan> planLab(const LabOptions &options, const CloudRegions &clouds, const Gazetteer &cities);

} // namespace graticule
