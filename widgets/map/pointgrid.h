// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>

#include <bit>
#include <cmath>
#include <cstdint>
#include <vector>

namespace graticule {

/// Finds points near a point: a uniform grid whose cells lie in a hash table, so that a world of any size costs memory
/// for its points only. Points have the ids 0 to capacity - 1. Asking near() costs nine look-ups.
class PointGrid
{
public:
    PointGrid() = default;
    /// `cell`: the largest distance at which a neighbour must be found.
    PointGrid(double cell, size_t capacity)
        : m_perCell(1 / cell)
        , m_heads(std::bit_ceil(capacity + 1), -1)
        , m_entries(capacity)
    {
    }

    void insert(int id, QPointF p)
    {
        Entry &entry = m_entries[size_t(id)];
        entry.column = cellOf(p.x());
        entry.row = cellOf(p.y());
        int &head = m_heads[bucket(entry.column, entry.row)];
        entry.next = head;
        head = id;
    }

    void remove(int id)
    {
        const Entry &entry = m_entries[size_t(id)];
        int *link = &m_heads[bucket(entry.column, entry.row)];
        while (*link >= 0 && *link != id) {
            link = &m_entries[size_t(*link)].next;
        }
        if (*link == id) {
            *link = entry.next;
        }
    }

    /// Calls visit(id) for every point of the nine cells around p: all points within a cell's width, and some further
    /// ones. The points must not change meanwhile.
    template<class Visit> void near(QPointF p, Visit visit) const
    {
        const std::int32_t column = cellOf(p.x()), row = cellOf(p.y());
        for (std::int32_t r = row - 1; r <= row + 1; ++r) {
            for (std::int32_t c = column - 1; c <= column + 1; ++c) {
                visitCell(c, r, visit);
            }
        }
    }

    bool isEmpty() const { return m_entries.empty(); }

private:
    struct Entry
    {
        std::int32_t column = 0, row = 0;
        int next = -1;
    };

    std::int32_t cellOf(double x) const { return std::int32_t(std::floor(x * m_perCell)); }
    size_t bucket(std::int32_t column, std::int32_t row) const
    {
        const auto key = (std::uint64_t(std::uint32_t(column)) << 32) | std::uint32_t(row);
        return size_t((key * 0x9e3779b97f4a7c15ULL) >> 32) & (m_heads.size() - 1); // Fibonacci hashing
    }

    template<class Visit> void visitCell(std::int32_t column, std::int32_t row, Visit &visit) const
    {
        if (m_heads.empty()) {
            return;
        }
        for (int id = m_heads[bucket(column, row)]; id >= 0; id = m_entries[size_t(id)].next) {
            const Entry &entry = m_entries[size_t(id)];
            if (entry.column == column && entry.row == row) {
                visit(id);
            }
        }
    }

    double m_perCell = 1;
    std::vector<int> m_heads;
    std::vector<Entry> m_entries;
};

} // namespace graticule
