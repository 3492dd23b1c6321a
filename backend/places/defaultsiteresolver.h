// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/places/cloudregions.h"
#include "backend/places/gazetteer.h"
#include "backend/places/siteresolver.h"
#include "backend/places/worldgeometry.h"

#include <memory>

namespace graticule {

/// The rules of the house for what is a site and where it is. Immutable; may be used from any thread.
///
/// Identity: label graticule.dev/site (the same for everybody who carries it); else a known provider region (the same
/// place for everybody; kept apart per connection when the provider is only guessed); else the endpoint itself.
///
/// Place, what a person said first: position from label, then city label, provider region, city or IATA code in the
/// name. Country from label, then provider region, city label, the map at a declared position, the name. Evidence is
/// that of the country, because that is what residency asks about; a country read off the map is Inferred. What a label
/// says and cannot be (position 95,200) is not used, and is told in Place::mismatch.
class DefaultSiteResolver : public SiteResolver
{
public:
    /// @p world may be null: positions are then not held against the map.
    DefaultSiteResolver(std::shared_ptr<const CloudRegions> regions, std::shared_ptr<const Gazetteer> cities,
                        std::shared_ptr<const WorldGeometry> world);
    /// With the tables and the map that were built into the program; loading takes some ten milliseconds.
    static std::unique_ptr<DefaultSiteResolver> builtIn();

    Site resolve(const SiteHints &hints) const override;
    QList<PlaceTrouble> troubles(const Labels &declared) const override;

private:
    std::shared_ptr<const CloudRegions> m_regions;
    std::shared_ptr<const Gazetteer> m_cities;
    std::shared_ptr<const WorldGeometry> m_world;
};

} // namespace graticule
