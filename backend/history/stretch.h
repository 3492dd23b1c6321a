// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/history/changelog.h"

#include <vector>

namespace graticule {

/// One block of history, ready to be asked for any of its moments. Keeps the fleet as it was after every so many
/// changes; those share what did not change.
class Stretch
{
public:
    /// @p changes, oldest first, begin from @p before.
    Stretch(FleetTables before, std::vector<HistoryChange> changes);

    /// The fleet after everything that happened at or before @p at.
    FleetTables at(Instant at) const;
    const FleetTables &end() const { return m_kept.back().tables; }

private:
    static constexpr size_t kKeptEvery = 64; ///< entities

    struct Kept
    {
        size_t applied = 0; ///< number of changes
        FleetTables tables;
    };
    std::vector<HistoryChange> m_changes;
    std::vector<Kept> m_kept; ///< never empty
};

} // namespace graticule
