// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/entityid.h"
#include "widgets/map/mapscene.h"

#include <QHash>

#include <map>
#include <optional>
#include <vector>

namespace graticule {

/// The lines of the map: one for each pair of sites, for the worst of the links between them. Kept by link, so that of
/// ten thousand links those that tell something else are looked at, and nothing is made anew where nobody would see it.
class MapLines
{
public:
    void clear();
    /// How a link is drawn now; nothing: not at all.
    void put(const EntityId &link, const std::optional<MapLink> &drawn);
    /// Whether lines() are others than when this was asked last.
    bool takeChanged();
    /// Ordered by their ends, so that a line keeps its place while others become worse.
    std::vector<MapLink> lines() const;

private:
    using Pair = std::pair<MapKey, MapKey>;
    struct Line
    {
        EntityId link;
        MapLink drawn;
    };

    static const MapLink *worst(const std::vector<Line> &lines);
    void remove(const Pair &pair, const EntityId &link);
    void set(const EntityId &link, const MapLink &drawn);

    QHash<EntityId, Pair> m_pairs; ///< of each link that is drawn
    std::map<Pair, std::vector<Line>> m_lines;
    bool m_isChanged = false;
};

} // namespace graticule
