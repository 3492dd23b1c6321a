// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/map/maplayout.h"

#include <QCoreApplication>
#include <QHash>

#include <optional>
#include <vector>

namespace graticule {

/// How full the sites of a mark are, all together.
struct MapLevel
{
    double used = 0;
    double total = 0;
    double fullest = -1; ///< share of the fullest of them; < 0: none is known
    int unknown = 0;     ///< sites that do not tell
    bool stale = true;   ///< all that is known is too old

    std::optional<double> share() const { return total > 0 ? std::optional(used / total) : std::nullopt; }
    friend bool operator==(const MapLevel &, const MapLevel &) = default;
};

/// How full each mark of a layout is. A value; GUI thread.
class MapLevels
{
    Q_DECLARE_TR_FUNCTIONS(graticule::MapLevels)

public:
    static constexpr double kWarnAt = 0.8; ///< as in the bars of tables
    static constexpr double kCriticalAt = 0.92;

    void setUses(const std::vector<MapUse> &uses);
    /// Sums them up; about ten nanoseconds a site.
    void arrange(const MapLayout &layout);

    /// Per mark.
    const std::vector<MapLevel> &levels() const { return m_levels; }
    /// "66 % used, the fullest 97 %, 3 not known"; of a lone site its share alone.
    QString text(int mark) const;

private:
    QHash<MapKey, MapUse> m_uses;
    std::vector<MapLevel> m_levels;
    std::vector<int> m_counts; ///< sites, per mark
};

} // namespace graticule
