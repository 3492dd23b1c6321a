// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QPoint>
#include <QRectF>

#include <algorithm>
#include <cmath>
#include <vector>

namespace graticule {

/// Rectangles that keep a place on the screen, and whether another one is still free.
class BoxGrid
{
public:
    void add(const QRectF &box)
    {
        const int index = int(m_boxes.size());
        m_boxes.push_back(box);
        forCells(box, [&](QPoint cell) {
            m_cells[cell].push_back(index);
            return true;
        });
    }

    bool isFree(const QRectF &box) const
    {
        return forCells(box, [&](QPoint cell) {
            const auto found = m_cells.constFind(cell);
            return found == m_cells.cend() ||
                   std::ranges::none_of(*found, [&](int i) { return m_boxes[size_t(i)].intersects(box); });
        });
    }

private:
    static constexpr double Cell = 64; // pixels: about the width of a label

    template<class Visit> static bool forCells(const QRectF &box, Visit visit)
    {
        const auto cell = [](double x) { return int(std::floor(x / Cell)); };
        for (int row = cell(box.top()); row <= cell(box.bottom()); ++row) {
            for (int column = cell(box.left()); column <= cell(box.right()); ++column) {
                if (!visit(QPoint(column, row))) {
                    return false;
                }
            }
        }
        return true;
    }

    std::vector<QRectF> m_boxes;
    QHash<QPoint, std::vector<int>> m_cells;
};

} // namespace graticule
