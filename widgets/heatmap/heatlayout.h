// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/heatmap/heatmatrix.h"

namespace graticule {

/// Where rows or columns stand, in device pixels from the matrix' own edge.
class HeatLayout
{
public:
    HeatLayout() = default;
    /// Cells of `cell` pixels, each on whole ones, the last of which is ground when there is room; `gap` more between
    /// groups. `mirrored`: the first stands last.
    HeatLayout(const HeatHeads &heads, double cell, int gap, bool mirrored = false);

    int count() const { return int(m_begins.size()); }
    double cell() const { return m_cell; }
    /// Of a cell, the pixels that are coloured.
    int inner(int index) const { return end(index) - begin(index) - (m_cell >= 5 ? 1 : 0); }
    int total() const { return m_total; }
    int begin(int index) const { return m_begins[size_t(index)]; }
    int end(int index) const { return m_ends[size_t(index)]; }
    /// The index at a pixel; -1 in a gap and outside.
    int indexAt(int pixel) const;
    /// The lowest and just above the highest index that stand in [from, to).
    std::pair<int, int> between(int from, int to) const;
    /// The group that has `index`: its first index and just after its last.
    std::pair<int, int> groupOf(int index) const;

private:
    std::vector<int> m_begins;
    std::vector<int> m_ends;
    std::vector<int> m_groups; ///< the first index of each, and the count
    double m_cell = 1;
    int m_total = 0;
    bool m_isMirrored = false;
};

} // namespace graticule
