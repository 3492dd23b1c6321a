// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/map/mapscene.h"
#include "widgets/theme/stateshape.h"

#include <QCoreApplication>
#include <QString>

#include <array>

namespace graticule {

/// How many sites of a cluster are in which state; says the worst, by which the cluster is drawn.
class MapTally
{
    Q_DECLARE_TR_FUNCTIONS(graticule::MapTally)

public:
    void add(MapMark mark) { ++m_counts[size_t(rank(mark))]; }
    void remove(MapMark mark) { --m_counts[size_t(rank(mark))]; }

    /// Down, unreachable, degraded, unknown, stale though healthy, maintenance, healthy; fresh before stale. Unknown
    /// when empty.
    MapMark worst() const { return markOf(severity()); }
    /// Of the worst, for sorting: larger is worse.
    int severity() const;
    /// "6 degraded, 2 of them stale" and the like, worst first, healthy left out; empty when all are well.
    QString text() const;

    friend bool operator==(const MapTally &, const MapTally &) = default;

private:
    static constexpr int Ranks = 12;

    static int rank(MapMark mark);
    static MapMark markOf(int rank);

    std::array<int, Ranks> m_counts{};
};

/// The mark that says a state without colour.
StateShape shapeOf(MapMark mark);
/// Colour of the ring around a cluster, and of other lines that say a state.
Colour lineColourOf(MapMark mark);
/// Whether the mark is healthy and fresh: drawn without colour or badge.
bool isWell(MapMark mark);
/// "degraded", "down, stale".
QString stateText(MapMark mark);

} // namespace graticule
