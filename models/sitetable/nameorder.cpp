// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sitetable/nameorder.h"

#include "models/sitetable/keyedrows.h"
#include "models/sitetable/naturalkey.h"

#include <algorithm>

namespace graticule {
namespace {

constexpr size_t kPart = sizeof(quint64);

/// Sorts by the first eight bytes of the keys, what is equal in them by the next eight, and so on.
class KeySort
{
public:
    explicit KeySort(const FoldedTexts &texts)
    {
        m_places.reserve(texts.size() + 1);
        m_bytes.reserve(texts.kept() + texts.kept() / 4);
        for (size_t row = 0; row < texts.size(); ++row) {
            m_places.push_back(m_bytes.size());
            appendNaturalKey(texts.name(row), m_bytes);
        }
        m_places.push_back(m_bytes.size());
    }

    std::string_view key(int row) const
    {
        const size_t at = m_places[size_t(row)];
        return {m_bytes.data() + at, m_places[size_t(row) + 1] - at};
    }

    std::vector<KeyedRow> sorted()
    {
        std::vector<KeyedRow> rows(m_places.size() - 1);
        for (size_t row = 0; row < rows.size(); ++row)
            rows[row] = {keyPrefix(key(int(row))), int(row)};
        sortByKey(rows);
        sortTies(rows.begin(), rows.end(), kPart);
        return rows;
    }

private:
    using Iterator = std::vector<KeyedRow>::iterator;

    /// The bytes before @p depth are those by which the rows are sorted already.
    void sortTies(Iterator first, Iterator end, size_t depth) const
    {
        while (first != end) {
            const quint64 part = first->key;
            const Iterator last = std::find_if(first, end, [part](const KeyedRow &row) { return row.key != part; });
            if (last - first > 1)
                sortTied(first, last, depth);
            first = last;
        }
    }

    void sortTied(Iterator first, Iterator last, size_t depth) const
    {
        if (std::none_of(first, last, [&](const KeyedRow &row) { return key(row.row).size() > depth; })) {
            // Only bytes that are zero themselves can still tell such keys apart: by their number.
            std::stable_sort(first, last, [this](const KeyedRow &a, const KeyedRow &b) {
                return key(a.row).size() < key(b.row).size();
            });
            return;
        }
        std::vector<KeyedRow> tied(first, last);
        for (KeyedRow &row : tied)
            row.key = keyPrefix(key(row.row), depth);
        sortByKey(tied);
        sortTies(tied.begin(), tied.end(), depth + kPart);
        std::copy(tied.begin(), tied.end(), first);
    }

    std::string m_bytes; ///< all keys
    std::vector<size_t> m_places;
};

} // namespace

NameOrder NameOrder::of(const FoldedTexts &texts, const std::function<bool(int, int)> &isBefore)
{
    KeySort keys(texts);
    const std::vector<KeyedRow> sorted = keys.sorted();
    NameOrder order;
    order.rows.resize(sorted.size());
    order.positions.resize(sorted.size());
    order.ranks.resize(sorted.size());
    std::transform(sorted.begin(), sorted.end(), order.rows.begin(), [](const KeyedRow &row) { return row.row; });
    for (size_t first = 0; first < sorted.size();) {
        size_t end = first + 1;
        while (end < sorted.size() && sorted[end].key == sorted[first].key &&
               keys.key(order.rows[end]) == keys.key(order.rows[first]))
            ++end;
        if (end - first > 1)
            std::sort(order.rows.begin() + std::ptrdiff_t(first), order.rows.begin() + std::ptrdiff_t(end), isBefore);
        for (size_t at = first; at < end; ++at) {
            order.positions[size_t(order.rows[at])] = quint32(at);
            order.ranks[size_t(order.rows[at])] = quint32(first);
        }
        first = end;
    }
    return order;
}

} // namespace graticule
