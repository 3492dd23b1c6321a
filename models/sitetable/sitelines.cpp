// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sitetable/sitelines.h"

#include "models/sitetable/naturalkey.h"

#include <algorithm>
#include <cstring>

namespace graticule {
namespace {

/// A word, and which shared values contain it: looked up once, not once for each row.
struct Word
{
    std::string folded;
    QString text;
    std::vector<std::pair<SiteField, std::vector<bool>>> shared;
};

constexpr std::array kSearched{SiteField::State, SiteField::City, SiteField::Country, SiteField::Region,
                               SiteField::Provider};

bool contains(const std::string &bytes, const std::string &part)
{
    return ::memmem(bytes.data(), bytes.size(), part.data(), part.size()) != nullptr;
}

Word wordOf(const SiteRows &rows, const QString &text)
{
    Word word{text.toCaseFolded().toStdString(), text, {}};
    for (const SiteField field : kSearched) {
        const SharedValues &values = rows.values(field);
        std::vector<bool> hits(size_t(values.size()));
        bool any = false;
        for (int i = 0; i < values.size(); ++i) {
            hits[size_t(i)] = values.text(i).contains(text, Qt::CaseInsensitive) ||
                              rows.valueText(field, i).contains(text, Qt::CaseInsensitive);
            any |= hits[size_t(i)];
        }
        if (any)
            word.shared.emplace_back(field, std::move(hits));
    }
    return word;
}

bool hasWord(const SiteRows &rows, const Word &word, int row)
{
    for (const auto &[field, hits] : word.shared) {
        if (hits[size_t(rows.value(field, row))])
            return true;
    }
    if (contains(rows.foldedName(row), word.folded))
        return true;
    const QString &reason = rows.reason(row);
    return !reason.isEmpty() && reason.contains(word.text, Qt::CaseInsensitive);
}

struct Allowed
{
    SiteField field;
    std::vector<bool> allowed;
};

Allowed allowedOf(const SiteRows &rows, const SiteCondition &condition)
{
    Allowed result{condition.field, std::vector<bool>(size_t(rows.values(condition.field).size()))};
    for (size_t i = 0; i < result.allowed.size(); ++i)
        result.allowed[i] = condition.values.contains(rows.valueText(condition.field, int(i)));
    return result;
}

} // namespace

std::vector<int> matching(const SiteRows &rows, const SiteQuery &query, const std::vector<int> *among)
{
    std::vector<Word> words;
    for (const QString &text : query.words)
        words.push_back(wordOf(rows, text));
    std::vector<Allowed> conditions;
    for (const SiteCondition &condition : query.conditions)
        conditions.push_back(allowedOf(rows, condition));
    std::vector<int> result;
    const auto take = [&](int row) {
        for (const Allowed &condition : conditions) {
            if (!condition.allowed[size_t(rows.value(condition.field, row))])
                return;
        }
        for (const Word &word : words) {
            if (!hasWord(rows, word, row))
                return;
        }
        result.push_back(row);
    };
    if (among) {
        for (const int row : *among)
            take(row);
    } else {
        for (int row = 0; row < rows.size(); ++row)
            take(row);
    }
    return result;
}

bool narrows(const SiteQuery &narrow, const SiteQuery &wide)
{
    if (narrow.conditions != wide.conditions)
        return false;
    return std::all_of(wide.words.begin(), wide.words.end(), [&](const QString &word) {
        return std::any_of(narrow.words.begin(), narrow.words.end(),
                           [&](const QString &longer) { return longer.contains(word, Qt::CaseInsensitive); });
    });
}

void sortRows(const SiteRows &rows, const SiteQuery &query, std::vector<int> &matches)
{
    struct Entry
    {
        quint64 first;
        quint64 second;
        int row;
    };
    QList<SiteOrder> order = query.order;
    if (query.group)
        order.prepend({*query.group, false});
    // The name decides in the end; as a key when there is room for it.
    const bool hasName =
        std::any_of(order.begin(), order.end(), [](const SiteOrder &by) { return by.field == SiteField::Name; });
    if (!hasName)
        order.append({SiteField::Name, false});
    const auto keyOf = [&](qsizetype at, int row) -> quint64 {
        if (at >= order.size())
            return 0;
        const quint64 key = rows.sortKey(order[at].field, row);
        return order[at].reversed ? ~key : key;
    };
    std::vector<Entry> entries;
    entries.reserve(matches.size());
    for (const int row : matches)
        entries.push_back({keyOf(0, row), keyOf(1, row), row});
    const auto further = [&](int left, int right) { // the first two keys are equal
        for (qsizetype i = 0; i < order.size(); ++i) {
            if (i > 1) {
                const quint64 a = keyOf(i, left);
                const quint64 b = keyOf(i, right);
                if (a != b)
                    return a < b;
            }
            if (const int less = rows.compare(order[i].field, left, right); less != 0)
                return (less < 0) != order[i].reversed;
        }
        return rows.site(left).id < rows.site(right).id;
    };
    // A prefix that is equal says nothing yet of what comes after it.
    const bool isFirstExact = order.first().field != SiteField::Name && order.first().field != SiteField::Reason;
    std::sort(entries.begin(), entries.end(), [&](const Entry &left, const Entry &right) {
        if (left.first != right.first)
            return left.first < right.first;
        if (isFirstExact && left.second != right.second)
            return left.second < right.second;
        if (!isFirstExact) {
            if (const int less = rows.compare(order.first().field, left.row, right.row); less != 0)
                return (less < 0) != order.first().reversed;
            if (left.second != right.second)
                return left.second < right.second;
        }
        return further(left.row, right.row);
    });
    std::transform(entries.begin(), entries.end(), matches.begin(), [](const Entry &entry) { return entry.row; });
}

namespace {

/// Counts the sites of each value, whether they match or not.
std::vector<int> sizes(const SiteRows &rows, SiteField field)
{
    std::vector<int> result(size_t(rows.values(field).size()));
    for (int row = 0; row < rows.size(); ++row)
        ++result[size_t(rows.value(field, row))];
    return result;
}

void addGroup(const SiteRows &rows, const SiteQuery &query, const SiteFolding &folding, SiteLines &result,
              SiteGroup group, const int *first, const int *last)
{
    const QString name = rows.valueText(*query.group, group.value);
    const int number = int(result.groups.size());
    group.folded = folding.folded.contains(name);
    group.total = int(last - first);
    for (const int *row = first; row != last; ++row) {
        group.counts.add(rows.status(*row), +1);
        group.capacity.add(rows.site(*row), +1);
    }
    result.lines.push_back({SiteLine::Kind::Group, number});
    if (!group.folded) {
        const int *end = last;
        // Worst first: healthy ones stand at the end, and are not what anybody looks for.
        const bool isWorstFirst = !query.order.isEmpty() && query.order.first() == SiteOrder{SiteField::State, false};
        const int healthy = group.counts.of(SiteState::Healthy);
        if (isWorstFirst && healthy > kHealthyShown + 1 && !folding.unfolded.contains(name)) {
            group.hidden = healthy - kHealthyShown;
            end -= group.hidden;
        }
        for (const int *row = first; row != end; ++row)
            result.lines.push_back({SiteLine::Kind::Site, *row});
        if (group.hidden > 0)
            result.lines.push_back({SiteLine::Kind::More, number});
    }
    result.groups.push_back(group);
}

} // namespace

SiteLines linesOf(const SiteRows &rows, const SiteQuery &query, const SiteFolding &folding,
                  const std::vector<int> &sorted)
{
    SiteLines result;
    result.matches = int(sorted.size());
    result.lines.reserve(sorted.size());
    if (!query.group) {
        for (const int row : sorted)
            result.lines.push_back({SiteLine::Kind::Site, row});
        return result;
    }
    const std::vector<int> of = sizes(rows, *query.group);
    for (size_t first = 0; first < sorted.size();) {
        const int value = rows.value(*query.group, sorted[first]);
        size_t last = first;
        while (last < sorted.size() && rows.value(*query.group, sorted[last]) == value)
            ++last;
        SiteGroup group;
        group.value = value;
        group.of = of[size_t(value)];
        addGroup(rows, query, folding, result, group, sorted.data() + first, sorted.data() + last);
        first = last;
    }
    return result;
}

} // namespace graticule
