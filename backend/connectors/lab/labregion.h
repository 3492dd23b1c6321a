// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/lab/countrygroups.h"
#include "backend/domain/entityid.h"

#include <QString>

#include <array>

namespace graticule {

inline constexpr int kLabRegionCount = 6;

/// One of the six parts of the lab's world: a regional keeper stands there and reads its sites.
struct LabRegion
{
    QString key;         ///< "europe": in addresses and names of sockets
    QString name;        ///< "Europe"
    EntityId connection; ///< of the lab connection that tells of it; stable from the seed
    EntityId feed;
};

/// Europe, North America, South America, Asia, Africa & Middle East, Oceania; in this order everywhere.
std::array<LabRegion, kLabRegionCount> labRegions(quint64 seed);
/// Index of the region that a country lies in.
int labRegionOf(const QString &country);

} // namespace graticule
