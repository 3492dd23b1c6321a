// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sitetable/sitelines.h"

#include "models/sitetable/keyedrows.h"
#include "models/sitetable/naturalkey.h"

#include <algorithm>
#include <cstring>
#include <numeric>

namespace graticule {
namespace {

constexpr std::initializer_list<SiteField> kSearched{SiteField::State, SiteField::City, SiteField::Country,
                                                     SiteField::Region, SiteField::Provider};

/// Which values of a shared field are wanted, by number.
struct Wanted
{
    const std::vector<int> *numbers = nullptr; ///< of the rows
    std::vector<char> values;

    char operator()(int row) const { return values[size_t((*numbers)[size_t(row)])]; }
};

Wanted wantedBy(const SiteRows &rows, const SiteCondition &condition)
{
    Wanted wanted{&rows.numbers(condition.field), std::vector<char>(size_t(rows.values(condition.field).size()))};
    for (size_t i = 0; i < wanted.values.size(); ++i)
        wanted.values[i] = condition.values.contains(rows.valueText(condition.field, int(i)));
    return wanted;
}

bool contains(std::string_view text, std::string_view part)
{
    return ::memmem(text.data(), text.size(), part.data(), part.size()) != nullptr;
}

/// A word, and which shared values contain it: looked up once, not once for each row.
class Word
{
public:
    Word(const SiteRows &rows, const QString &text)
        : m_texts(rows.texts())
        , m_folded(foldedBytes(text))
    {
        for (const SiteField field : kSearched) {
            const SharedValues &values = rows.values(field);
            Wanted wanted{&rows.numbers(field), std::vector<char>(size_t(values.size()))};
            bool any = false;
            for (int i = 0; i < values.size(); ++i) {
                wanted.values[size_t(i)] = contains(rows.searchText(field, i), m_folded);
                any |= wanted.values[size_t(i)] != 0;
            }
            if (any)
                m_shared.push_back(std::move(wanted));
        }
    }

    /// Leaves those of @p rows that contain it. Value by value: most rows need not be read.
    void narrow(std::vector<int> &rows) const
    {
        std::vector<char> hits(rows.size());
        for (const Wanted &wanted : m_shared) {
            for (size_t i = 0; i < rows.size(); ++i)
                hits[i] = char(hits[i] | wanted(rows[i]));
        }
        size_t kept = 0;
        for (size_t i = 0; i < rows.size(); ++i) {
            if (hits[i] || contains(m_texts.all(size_t(rows[i])), m_folded))
                rows[kept++] = rows[i];
        }
        rows.resize(kept);
    }

private:
    const FoldedTexts &m_texts;
    std::string m_folded;
    std::vector<Wanted> m_shared;
};

/// Rows in the order of their names.
std::vector<int> byName(const SiteRows &rows, const std::vector<int> &some)
{
    const NameOrder &names = rows.nameOrder();
    if (some.size() == names.rows.size())
        return names.rows;
    std::vector<KeyedRow> keyed;
    keyed.reserve(some.size());
    for (const int row : some)
        keyed.push_back({names.positions[size_t(row)], row});
    sortByKey(keyed);
    std::vector<int> result(keyed.size());
    std::transform(keyed.begin(), keyed.end(), result.begin(), [](const KeyedRow &row) { return row.row; });
    return result;
}

} // namespace

std::vector<int> matching(const SiteRows &rows, const SiteQuery &query, const std::vector<int> *among)
{
    std::vector<int> result;
    if (among) {
        result = *among;
    } else {
        result.resize(size_t(rows.size()));
        std::iota(result.begin(), result.end(), 0);
    }
    for (const SiteCondition &condition : query.conditions) {
        const Wanted wanted = wantedBy(rows, condition);
        std::erase_if(result, [&](int row) { return !wanted(row); });
    }
    if (!query.words.isEmpty())
        rows.prepare(kSearched);
    for (const QString &text : query.words)
        Word(rows, text).narrow(result);
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
    QList<SiteOrder> order = query.order;
    if (query.group)
        order.prepend({*query.group, false});
    // From the last key to the first; each sorting leaves what it finds equal as the one before had it.
    matches = byName(rows, matches);
    if (!order.isEmpty() && order.last() == SiteOrder{SiteField::Name, false})
        order.removeLast();
    std::vector<KeyedRow> keyed(matches.size());
    for (qsizetype i = order.size() - 1; i >= 0; --i) {
        const std::vector<quint64> keys = rows.sortKeys(order[i].field, matches);
        for (size_t at = 0; at < matches.size(); ++at)
            keyed[at] = {order[i].reversed ? ~keys[at] : keys[at], matches[at]};
        sortByKey(keyed);
        std::transform(keyed.begin(), keyed.end(), matches.begin(), [](const KeyedRow &row) { return row.row; });
    }
}

namespace {

/// Counts the sites of each value, whether they match or not.
std::vector<int> sizes(const SiteRows &rows, SiteField field)
{
    std::vector<int> result(size_t(rows.values(field).size()));
    for (const int number : rows.numbers(field))
        ++result[size_t(number)];
    return result;
}

bool isWorstFirst(const SiteQuery &query)
{
    return !query.order.isEmpty() && query.order.first() == SiteOrder{SiteField::State, false};
}

/// One group's part of the sorted rows.
struct Span
{
    int value = 0;
    size_t first = 0;
    size_t last = 0; ///< one after
};

/// By name; worst first: by the group's worst site, too.
std::vector<Span> spansOf(const SiteRows &rows, const SiteQuery &query, const std::vector<int> &sorted)
{
    const std::vector<int> &numbers = rows.numbers(*query.group);
    std::vector<Span> spans;
    std::vector<int> firsts;
    for (size_t at = 0; at < sorted.size(); ++at) {
        const int value = numbers[size_t(sorted[at])];
        if (spans.empty() || spans.back().value != value) {
            spans.push_back({value, at, at});
            firsts.push_back(sorted[at]);
        }
        spans.back().last = at + 1;
    }
    if (!isWorstFirst(query))
        return spans;
    const std::vector<quint64> keys = rows.sortKeys(SiteField::State, firsts);
    std::vector<size_t> order(spans.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return keys[a] < keys[b]; });
    std::vector<Span> result;
    result.reserve(spans.size());
    for (const size_t at : order)
        result.push_back(spans[at]);
    return result;
}

void addGroup(const SiteRows &rows, const SiteQuery &query, const TableFolding &folding, SiteLines &result,
              SiteGroup group, const int *first, const int *last)
{
    const QString name = rows.valueText(*query.group, group.value);
    const int number = int(result.groups.size());
    group.folded = folding.folded.contains(name);
    group.total = int(last - first);
    const std::vector<SiteRows::Usages> &usages = rows.usages();
    for (const int *row = first; row != last; ++row) {
        group.counts.add(rows.status(*row), +1);
        group.capacity.add(usages[size_t(*row)], +1);
    }
    result.lines.push_back({SiteLine::Kind::Group, number});
    if (!group.folded) {
        const int *end = last;
        // Worst first: healthy ones stand at the end, and are not what anybody looks for.
        const int healthy = group.counts.of(SiteState::Healthy);
        if (isWorstFirst(query) && healthy > kHealthyShown + 1 && !folding.unfolded.contains(name)) {
            group.hidden = healthy - kHealthyShown;
            end -= group.hidden;
        }
        for (const int *row = first; row != end; ++row)
            result.lines.push_back({SiteLine::Kind::Row, *row});
        if (group.hidden > 0)
            result.lines.push_back({SiteLine::Kind::More, number});
    }
    result.groups.push_back(group);
}

} // namespace

SiteLines linesOf(const SiteRows &rows, const SiteQuery &query, const TableFolding &folding,
                  const std::vector<int> &sorted)
{
    SiteLines result;
    result.matches = int(sorted.size());
    result.lines.reserve(sorted.size());
    if (!query.group) {
        for (const int row : sorted)
            result.lines.push_back({SiteLine::Kind::Row, row});
        return result;
    }
    const std::vector<int> of = sizes(rows, *query.group);
    for (const Span &span : spansOf(rows, query, sorted)) {
        SiteGroup group;
        group.value = span.value;
        group.of = of[size_t(span.value)];
        addGroup(rows, query, folding, result, group, sorted.data() + span.first, sorted.data() + span.last);
    }
    return result;
}

} // namespace graticule
