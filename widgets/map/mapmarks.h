// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/map/maplayout.h"
#include "widgets/map/maptally.h"

#include <QCoreApplication>
#include <QRectF>

#include <functional>
#include <vector>

namespace graticule {

/// The marks of a layout with the states of their sites: what they are called, which is worst, what lies where.
///
/// A mark is a cluster or a lone site, an index into the layout's clusters. GUI thread. Points are logical pixels of
/// the whole world at the layout's scale.
class MapMarks
{
    Q_DECLARE_TR_FUNCTIONS(graticule::MapMarks)

public:
    /// What a lone site is called; empty function: its label and its state.
    using Describer = std::function<QString(MapKey)>;

    /// No marks at all.
    MapMarks();
    /// `states`: one per site of the layout.
    MapMarks(MapLayoutPtr layout, const std::vector<MapMark> &states);

    const MapLayoutPtr &layout() const { return m_layout; }
    const std::vector<MapTally> &tallies() const { return m_tallies; }
    int count() const { return int(m_tallies.size()); }
    const MapCluster &operator[](int mark) const { return m_layout->clusters()[size_t(mark)]; }
    /// The mark of a site; -1: not drawn or not known.
    int markOf(MapKey site) const { return m_layout->clusterOf(m_layout->sites().indexOf(site)); }
    /// Keys of a mark's sites, ascending.
    std::vector<MapKey> keysOf(int mark) const;
    /// The smallest rectangle of the plane that holds these sites; empty (isNull) when none is known.
    QRectF boundsOf(const std::vector<MapKey> &sites) const;

    /// A site's state has changed. True when its mark looks different now.
    bool change(int site, MapMark before, MapMark now);

    MapHit hitOf(int mark) const;
    MapHit hitAt(QPointF point) const;
    QString textOf(const MapHit &hit, const Describer &describe) const;
    /// "Singapore, 169 sites, 6 degraded".
    QString textOf(int mark, const Describer &describe) const;
    /// Worst first, then largest.
    void sortWorstFirst(std::vector<int> &marks) const;

private:
    QString textOfLink(int link) const;

    MapLayoutPtr m_layout;
    std::vector<MapTally> m_tallies;
};

} // namespace graticule
