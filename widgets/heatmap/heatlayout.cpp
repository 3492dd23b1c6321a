// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heatmap/heatlayout.h"

#include <algorithm>

namespace graticule {

HeatLayout::HeatLayout(const HeatHeads &heads, double cell, int gap, bool mirrored)
    : m_cell(std::max(1.0, cell))
    , m_isMirrored(mirrored)
{
    int next = 0;
    for (const HeatGroup &group : heads.groups) {
        m_groups.push_back(next);
        next += group.count;
    }
    if (next != heads.count())
        m_groups = {0};
    m_groups.push_back(heads.count());

    int gaps = 0;
    for (size_t group = 0; group + 1 < m_groups.size(); ++group) {
        gaps += group > 0 ? gap : 0;
        for (int i = m_groups[group]; i < m_groups[group + 1]; ++i) {
            m_begins.push_back(int(i * m_cell) + gaps);
            m_ends.push_back(int((i + 1) * m_cell) + gaps);
        }
    }
    m_total = m_ends.empty() ? 0 : m_ends.back();
    if (mirrored) {
        for (size_t i = 0; i < m_begins.size(); ++i) {
            m_begins[i] = m_total - m_begins[i];
            m_ends[i] = m_total - m_ends[i];
        }
        m_begins.swap(m_ends);
    }
}

int HeatLayout::indexAt(int pixel) const
{
    if (m_begins.empty())
        return -1;
    const auto found = m_isMirrored ? std::lower_bound(m_begins.begin(), m_begins.end(), pixel,
                                                       [](int begin, int at) { return begin > at; })
                                    : std::upper_bound(m_begins.begin(), m_begins.end(), pixel);
    const auto index = int(found - m_begins.begin()) - (m_isMirrored ? 0 : 1);
    if (index < 0 || index >= count())
        return -1;
    return pixel >= begin(index) && pixel < end(index) ? index : -1;
}

std::pair<int, int> HeatLayout::between(int from, int to) const
{
    // Both lists ascend, or descend when mirrored.
    const auto first =
        m_isMirrored
            ? std::ranges::partition_point(m_begins, [to](int begin) { return begin >= to; }) - m_begins.begin()
            : std::ranges::partition_point(m_ends, [from](int end) { return end <= from; }) - m_ends.begin();
    auto last = int(first);
    while (last < count() && begin(last) < to && end(last) > from)
        ++last;
    return {int(first), last};
}

std::pair<int, int> HeatLayout::groupOf(int index) const
{
    const auto after = std::ranges::upper_bound(m_groups, index);
    if (after == m_groups.begin() || after == m_groups.end())
        return {0, count()};
    return {*std::prev(after), *after};
}

} // namespace graticule
