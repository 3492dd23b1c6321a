// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/history/stretch.h"

#include <algorithm>

namespace graticule {

Stretch::Stretch(FleetTables before, std::vector<HistoryChange> changes)
    : m_changes(std::move(changes))
{
    m_kept.push_back({0, std::move(before)});
    FleetTables tables = m_kept.front().tables;
    size_t since = 0;
    for (size_t i = 0; i < m_changes.size(); ++i) {
        tables.apply(m_changes[i].delta);
        since += m_changes[i].delta.size();
        if (since >= kKeptEvery || i + 1 == m_changes.size()) {
            m_kept.push_back({i + 1, tables});
            since = 0;
        }
    }
}

FleetTables Stretch::at(Instant at) const
{
    const auto past = std::upper_bound(m_changes.begin(), m_changes.end(), at,
                                       [](Instant t, const HistoryChange &change) { return t < change.at; });
    const auto wanted = size_t(past - m_changes.begin());
    const auto after = std::upper_bound(m_kept.begin(), m_kept.end(), wanted,
                                        [](size_t n, const Kept &kept) { return n < kept.applied; });
    const Kept &nearest = *std::prev(after);
    FleetTables tables = nearest.tables;
    for (size_t i = nearest.applied; i < wanted; ++i)
        tables.apply(m_changes[i].delta);
    return tables;
}

} // namespace graticule
