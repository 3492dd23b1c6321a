// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/map/mapscene.h"

#include <QPointF>

#include <memory>
#include <vector>

namespace graticule {

/// The sites of a map with what follows from their positions alone. Immutable; any thread.
class MapSites
{
public:
    using Raw = std::shared_ptr<const std::vector<MapSite>>;

    /// Projects and indexes: about half a microsecond a site, so in a worker.
    explicit MapSites(Raw sites);
    explicit MapSites(std::vector<MapSite> sites)
        : MapSites(std::make_shared<const std::vector<MapSite>>(std::move(sites)))
    {
    }

    int size() const { return int(m_sites->size()); }
    const MapSite &operator[](int index) const { return (*m_sites)[size_t(index)]; }
    /// Position in the Equal Earth plane.
    QPointF plane(int index) const { return m_plane[size_t(index)]; }
    /// Indices, heaviest first, equal ones by key: the order in which places form, the same at every scale.
    const std::vector<int> &byWeight() const { return m_byWeight; }
    /// -1: no such site.
    int indexOf(MapKey key) const;

private:
    Raw m_sites; ///< never null
    std::vector<QPointF> m_plane;
    std::vector<int> m_byWeight;
    std::vector<int> m_byKey;
};

using MapSitesPtr = std::shared_ptr<const MapSites>;

} // namespace graticule
