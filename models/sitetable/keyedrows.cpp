// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sitetable/keyedrows.h"

#include <algorithm>
#include <array>
#include <utility>

namespace graticule {
namespace {

constexpr size_t kFew = 256; ///< fewer are sorted by comparing
constexpr size_t kValues = 256;
constexpr size_t kBytes = sizeof(quint64);

size_t byteOf(quint64 key, size_t byte)
{
    return size_t(key >> (8 * byte) & 0xFF);
}

} // namespace

void sortByKey(std::vector<KeyedRow> &rows)
{
    const auto isBefore = [](const KeyedRow &a, const KeyedRow &b) { return a.key < b.key; };
    if (std::is_sorted(rows.begin(), rows.end(), isBefore))
        return;
    if (rows.size() < kFew) {
        std::stable_sort(rows.begin(), rows.end(), isBefore);
        return;
    }
    // Byte by byte from the last one; bytes that all keys share need no pass.
    quint64 all = ~quint64(0);
    quint64 any = 0;
    for (const KeyedRow &row : rows) {
        all &= row.key;
        any |= row.key;
    }
    std::vector<KeyedRow> other(rows.size());
    for (size_t byte = 0; byte < kBytes; ++byte) {
        if (byteOf(all ^ any, byte) == 0)
            continue;
        std::array<size_t, kValues> places{};
        for (const KeyedRow &row : rows)
            ++places[byteOf(row.key, byte)];
        size_t place = 0;
        for (size_t &first : places)
            place += std::exchange(first, place);
        for (const KeyedRow &row : rows)
            other[places[byteOf(row.key, byte)]++] = row;
        rows.swap(other);
    }
}

} // namespace graticule
