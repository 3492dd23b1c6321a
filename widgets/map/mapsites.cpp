// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/mapsites.h"

#include "widgets/map/equalearth.h"

#include <algorithm>
#include <numeric>

namespace graticule {

MapSites::MapSites(Raw sites)
    : m_sites(std::move(sites))
    , m_byKey(m_sites->size())
{
    m_plane.reserve(m_sites->size());
    for (const MapSite &site : *m_sites) {
        m_plane.push_back(equalEarth::project(site.latitude, site.longitude));
    }
    std::iota(m_byKey.begin(), m_byKey.end(), 0);
    const auto key = [this](int index) { return (*this)[index].key; };
    if (!std::ranges::is_sorted(m_byKey, {}, key)) {
        std::ranges::sort(m_byKey, {}, key);
    }
    m_byWeight = m_byKey;
    std::ranges::stable_sort(m_byWeight, std::greater<>(), [this](int index) { return (*this)[index].weight; });
}

int MapSites::indexOf(MapKey key) const
{
    const auto found = std::ranges::lower_bound(m_byKey, key, {}, [this](int index) { return (*this)[index].key; });
    return found != m_byKey.end() && (*this)[*found].key == key ? *found : -1;
}

} // namespace graticule
