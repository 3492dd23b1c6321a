// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleetindex.h"
#include "models/linkfigures.h"

#include <map>
#include <vector>

namespace graticule {

struct FleetLinkFigures
{
    LinkFigures all;
    QHash<QString, LinkFigures> byRegion; ///< region of the site that a link begins at
};

/// The figures of all links, kept at the cost of each change: of ten thousand links, one that tells another round trip
/// costs one. Who asks pays for the regions that changed, by the number of different round trips in them, which are in
/// steps. Where most links change, or sites come to other regions, all are counted anew when next asked. GUI thread.
class LinkTally
{
public:
    void apply(const FleetChange &change);
    /// figures() may be others than last time.
    bool isChanged() const { return m_isBehind || m_isChanged; }
    /// @p tables: as they are after the last change.
    const FleetLinkFigures &figures(const FleetTables &tables);

private:
    struct Group
    {
        QString region;
        std::map<double, int> roundTrips; ///< how many links have each
        LinkFigures figures;              ///< median and p95 are of the last time that somebody asked
        bool isChanged = false;
    };
    struct Entry
    {
        size_t group = 0; ///< kAll: of no region
        double rttMs = -1;
        bool isOver = false;

        friend bool operator==(const Entry &, const Entry &) = default;
    };
    static constexpr size_t kAll = 0;

    void countAnew(const FleetTables &tables);
    void put(const FleetTables &tables, const Link &link);
    void drop(const EntityId &link);
    void count(const Entry &entry, int by);
    static void count(Group &group, const Entry &entry, int by);
    size_t groupOf(const QString &region);

    QHash<EntityId, Entry> m_links;
    std::vector<Group> m_groups{1};
    QHash<QString, size_t> m_byRegion;
    FleetLinkFigures m_figures;
    bool m_isBehind = true; ///< nothing is counted yet, or not as it should be
    bool m_isChanged = false;
};

} // namespace graticule
