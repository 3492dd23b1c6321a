// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace graticule {

/// A row and the number by which it is sorted.
struct KeyedRow
{
    quint64 key = 0;
    int row = 0;

    friend bool operator==(const KeyedRow &, const KeyedRow &) = default;
};

/// Smallest key first; rows with equal keys stay in the order in which they are. Costs in proportion to the rows and to
/// those bytes of the keys that differ.
void sortByKey(std::vector<KeyedRow> &rows);

} // namespace graticule
