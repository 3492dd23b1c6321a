// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/fleetsnapshot.h"

#include <QHash>

#include <vector>

namespace graticule {

/// What of the fleet a matrix of round trips is to show.
struct LatencyFilter
{
    QString words;               ///< each must be part of a site's name, city, country, provider or region; any case
    QString region;              ///< empty: all
    int most = 30;               ///< sites; of more those with the most measured pairs
    bool isSlowestFirst = false; ///< not by place

    friend bool operator==(const LatencyFilter &, const LatencyFilter &) = default;
};

/// Which sites stand in a matrix, in order, and which link measures each pair of them. A value; any thread.
struct LatencyPlan
{
    struct Place
    {
        EntityId site;
        QString name;
        QString region;
    };

    std::vector<Place> sites;   ///< by region from west to east, then by name; slowest first they have no regions
    EntityId against;           ///< the one site that the filter takes: it stands first, and the others are its own
    QList<EntityId> links;      ///< those that the cells show
    std::vector<int> cells;     ///< of row x column an index of `links`, -1: not measured; row by row
    QHash<EntityId, int> rowOf; ///< of a site
    int matching = 0;           ///< sites at an end of a link that the filter takes, shown or not
    qint64 pairs = 0;           ///< ordered pairs of the sites shown
    qint64 measured = 0;        ///< of these with a link

    int count() const { return int(sites.size()); }
    const EntityId *linkAt(int row, int column) const
    {
        const int link = cells[size_t(row) * sites.size() + size_t(column)];
        return link < 0 ? nullptr : &links[link];
    }
    /// The same rows, columns and links: only figures may differ.
    bool isSameAs(const LatencyPlan &other) const;
};

/// Where the filter takes one site alone, it stands there against all that it is measured with. Slowest first is by the
/// slowest way from or to a site, as the fleet tells it, a cut one before all others. Of several links between two
/// sites, which differ by how they are measured, the one that says most about the way.
LatencyPlan latencyPlan(const FleetTables &tables, const LatencyFilter &filter);

/// Regions that have a site at an end of a link, from west to east.
QStringList linkedRegions(const FleetTables &tables);

} // namespace graticule
