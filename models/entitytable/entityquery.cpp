// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/entitytable/entityquery.h"

#include <algorithm>
#include <cstring>

namespace graticule {

namespace {

using Type = EntityField::Type;

/// Some values of a column, of which a row must have one.
struct Hits
{
    int field;
    std::vector<bool> values;
    bool any = false;
};

template<class Is> Hits hitsOf(const EntityRows &rows, int field, const Is &isIt)
{
    const ValueList &values = rows.values(field);
    Hits hits{field, std::vector<bool>(size_t(values.size()))};
    for (int i = 0; i < values.size(); ++i) {
        if (isIt(values, i)) {
            hits.values[size_t(i)] = true;
            hits.any = true;
        }
    }
    return hits;
}

/// Marks the rows that have one of the values. Walks over numbers, row after row or place after place.
void mark(const EntityRows &rows, const Hits &hits, std::vector<char> &marks)
{
    if (!hits.any)
        return;
    if (rows.fields()[size_t(hits.field)].type != Type::Where) {
        for (int row = 0; row < rows.numbers(); ++row)
            marks[size_t(row)] |= char(hits.values[size_t(rows.value(hits.field, row))]);
        return;
    }
    const EntityPlaces &places = rows.places();
    const EntityPlaces::Value which = rows.placeValue(hits.field);
    for (int part = 0; part < int(places.parts().size()); ++part) {
        if (const int row = places.part(part).row; row != EntityPlaces::kNone)
            marks[size_t(row)] |= char(hits.values[size_t(places.valueOf(which, part))]);
    }
}

bool contains(const std::string &bytes, const std::string &part)
{
    return ::memmem(bytes.data(), bytes.size(), part.data(), part.size()) != nullptr;
}

void keepMarked(std::vector<int> &matches, const std::vector<char> &marks)
{
    matches.erase(std::remove_if(matches.begin(), matches.end(), [&](int row) { return !marks[size_t(row)]; }),
                  matches.end());
}

void keepWord(const EntityRows &rows, const QString &word, std::vector<int> &matches)
{
    const std::string folded = word.toCaseFolded().toStdString();
    std::vector<char> marks(size_t(rows.numbers()));
    for (int field = 0; field < int(rows.fields().size()); ++field) {
        if (rows.fields()[size_t(field)].isListed()) {
            mark(rows,
                 hitsOf(rows, field, [&](const ValueList &all, int i) { return contains(all.folded(i), folded); }),
                 marks);
        }
    }
    for (const int row : matches) {
        if (!marks[size_t(row)] && (contains(rows.foldedName(row), folded) ||
                                    (!rows.why(row).isEmpty() && rows.why(row).contains(word, Qt::CaseInsensitive))))
            marks[size_t(row)] = true;
    }
    keepMarked(matches, marks);
}

} // namespace

std::vector<int> matching(const EntityRows &rows, const EntityQuery &query, const std::vector<int> *among)
{
    std::vector<int> matches;
    if (among) {
        matches = *among;
    } else {
        matches.reserve(size_t(rows.count()));
        for (int row = 0; row < rows.numbers(); ++row) {
            if (rows.isThere(row))
                matches.push_back(row);
        }
    }
    for (const EntityCondition &condition : query.conditions) {
        std::vector<char> marks(size_t(rows.numbers()));
        mark(rows,
             hitsOf(rows, condition.field,
                    [&](const ValueList &all, int i) { return condition.values.contains(all.shown(i)); }),
             marks);
        keepMarked(matches, marks);
    }
    for (const QString &word : query.words)
        keepWord(rows, word, matches);
    return matches;
}

bool narrows(const EntityQuery &narrow, const EntityQuery &wide)
{
    if (narrow.conditions != wide.conditions)
        return false;
    return std::all_of(wide.words.begin(), wide.words.end(), [&](const QString &word) {
        return std::any_of(narrow.words.begin(), narrow.words.end(),
                           [&](const QString &longer) { return longer.contains(word, Qt::CaseInsensitive); });
    });
}

void sortRows(const EntityRows &rows, const EntityQuery &query, const std::vector<qint64> &seen,
              std::vector<int> &matches)
{
    struct Entry
    {
        quint64 first;
        quint64 second;
        int row;
    };
    constexpr int kName = 1;
    QList<EntityOrder> order = query.order;
    if (std::none_of(order.begin(), order.end(), [](const EntityOrder &by) { return by.field == kName; }))
        order.append({kName, false});
    const auto keyOf = [&](qsizetype at, int row) -> quint64 {
        if (at >= order.size())
            return 0;
        const quint64 key = rows.sortKey(order[at].field, row, seen);
        return order[at].reversed ? ~key : key;
    };
    std::vector<Entry> entries;
    entries.reserve(matches.size());
    for (const int row : matches)
        entries.push_back({keyOf(0, row), keyOf(1, row), row});
    const auto comparedBy = [&](qsizetype at, int left, int right) {
        const int less = rows.compare(order[at].field, left, right);
        return order[at].reversed ? -less : less;
    };
    const bool isFirstExact = rows.isKeyExact(order.first().field);
    std::sort(entries.begin(), entries.end(), [&](const Entry &left, const Entry &right) {
        if (left.first != right.first)
            return left.first < right.first;
        if (const int less = isFirstExact ? 0 : comparedBy(0, left.row, right.row); less != 0)
            return less < 0;
        if (left.second != right.second)
            return left.second < right.second;
        for (qsizetype at = 1; at < order.size(); ++at) {
            const quint64 a = at == 1 ? 0 : keyOf(at, left.row);
            const quint64 b = at == 1 ? 0 : keyOf(at, right.row);
            if (a != b)
                return a < b;
            if (const int less = comparedBy(at, left.row, right.row); less != 0)
                return less < 0;
        }
        return rows.id(left.row) < rows.id(right.row);
    });
    std::transform(entries.begin(), entries.end(), matches.begin(), [](const Entry &entry) { return entry.row; });
}

} // namespace graticule
