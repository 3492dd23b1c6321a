// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleetindex.h"
#include "models/paletteindex.h"

namespace graticule {

/// What of a fleet can be found in the palette: sites, services, assets, connections, and the regions that the sites
/// name. Made from a snapshot in any thread, then kept up to date at the cost of each change; figures and states that
/// change cost next to nothing. A value; one thread at a time.
class PaletteFleet
{
public:
    PaletteFleet() = default;
    explicit PaletteFleet(const FleetTables &tables);
    void apply(const FleetChange &change);

    PaletteIndex &index() { return m_index; }
    const PaletteIndex &index() const { return m_index; }
    /// How many sites name that region.
    int sitesIn(const QString &region) const { return m_regions.value(region); }

    /// What stands beside the name of an entity, and can be searched as well.
    static QString detailOf(const Site &site);
    static QString detailOf(const Service &service);
    static QString detailOf(const Asset &asset);
    static QString detailOf(const Connection &connection);

private:
    void put(const Site &site, const Site *before);
    void countRegion(const QString &region, int by);
    template<class T> void put(PaletteKind kind, const T &item, const T *before);
    template<class T> void applyTo(PaletteKind kind, const Changes<T> &changes, const Table<T> &before);

    PaletteIndex m_index;
    QHash<QString, int> m_regions;
};

} // namespace graticule
