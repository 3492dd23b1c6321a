// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>

/// Keys of the labels that the house reads. A person sets those of graticule.dev on whatever the platform lets them
/// label; the others are conventions of the platforms.
namespace graticule::labelkeys {

inline constexpr QLatin1String kPrefix("graticule.dev/");
inline constexpr QLatin1String kSite("graticule.dev/site");
inline constexpr QLatin1String kRegion("graticule.dev/region");
inline constexpr QLatin1String kCountry("graticule.dev/country");   ///< ISO 3166-1 alpha-2
inline constexpr QLatin1String kPosition("graticule.dev/position"); ///< "latitude,longitude" in degrees
inline constexpr QLatin1String kCity("graticule.dev/city");         ///< name or IATA code
inline constexpr QLatin1String kKind("graticule.dev/kind");
inline constexpr QLatin1String kProvider("graticule.dev/provider");
inline constexpr QLatin1String kService("graticule.dev/service");
inline constexpr QLatin1String kRole("graticule.dev/role");
inline constexpr QLatin1String kTier("graticule.dev/tier");
inline constexpr QLatin1String kAsset("graticule.dev/asset");
inline constexpr QLatin1String kClassification("graticule.dev/classification");
inline constexpr QLatin1String kOwner("graticule.dev/owner");

inline constexpr QLatin1String kTopologyRegion("topology.kubernetes.io/region");
inline constexpr QLatin1String kTopologyZone("topology.kubernetes.io/zone");
inline constexpr QLatin1String kOldRegion("failure-domain.beta.kubernetes.io/region");
inline constexpr QLatin1String kOldZone("failure-domain.beta.kubernetes.io/zone");

} // namespace graticule::labelkeys
