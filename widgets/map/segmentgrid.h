// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>

#include <cstdint>
#include <functional>
#include <vector>

namespace graticule {

/// Finds the line under a point among thousands: every piece of a line is listed in each cell of a grid that it comes
/// near to, and the pieces of a cell lie side by side, so that a question reads one stretch of memory.
class SegmentGrid
{
public:
    struct Segment
    {
        int line = 0; ///< whose piece it is
        QPointF a, b;
    };

    using Visit = std::function<void(const Segment &)>;
    /// Shows all pieces, each time the same: they are gone through twice, so that nobody has to list them.
    using Pieces = std::function<void(const Visit &)>;

    SegmentGrid() = default;
    /// `count`: of the pieces, about. `cell`: about the length of a piece. `reach`: how far from a point a line may be
    /// to be found.
    SegmentGrid(const Pieces &pieces, size_t count, double cell, double reach);

    /// The nearest line within reach; of equally near ones the last. -1: none.
    int lineNear(QPointF point) const;

private:
    struct Item
    {
        float x, y, dx, dy; ///< from, and the way from there
        int line;
    };

    std::int32_t cellOf(double x) const;
    size_t bucket(std::int32_t column, std::int32_t row) const;
    template<class VisitBucket> void forCells(const Segment &segment, VisitBucket visit) const;

    double m_perCell = 1;
    double m_reach = 0;
    std::vector<std::uint32_t> m_starts; ///< of each bucket in m_items; a bucket may hold several cells
    std::vector<Item> m_items;
};

} // namespace graticule
