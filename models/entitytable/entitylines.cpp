// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/entitytable/entitylines.h"

#include <algorithm>
#include <iterator>

namespace graticule {

namespace {

using Type = EntityField::Type;

int groupOf(const EntityRows &rows, int field, int row)
{
    if (rows.fields()[size_t(field)].type != Type::Where)
        return rows.value(field, row);
    const int distinct = rows.distinct(field, row);
    if (distinct == 0)
        return EntityGroup::kNowhere;
    return distinct > 1 ? EntityGroup::kSeveral : rows.firstWhere(field, row);
}

/// Values are numbered from 0; the two that are none stand before them.
size_t bucketOf(int value)
{
    return size_t(value + 2);
}

/// What is at several places comes first, what is nowhere last.
int rankOf(const EntityRows &rows, int field, int value)
{
    if (value < 0)
        return value == EntityGroup::kSeveral ? -1 : rows.values(field).size();
    return rows.values(field).rank(value);
}

bool isHealthy(const EntityRows &rows, int row)
{
    return rows.look(row).severity == 0;
}

void count(EntityGroup &group, const StateLook &look)
{
    group.worst = std::max(group.worst, look.severity);
    if (look.severity == 0)
        return;
    const auto found = std::find_if(group.looks.begin(), group.looks.end(),
                                    [&](const auto &one) { return one.first.symbol == look.symbol; });
    if (found != group.looks.end())
        ++found->second;
    else
        group.looks.append({look, 1});
}

bool isWorstFirst(const EntityQuery &query)
{
    return !query.order.isEmpty() && query.order.first() == EntityOrder{0, false};
}

void addGroup(const EntityRows &rows, const EntityQuery &query, const TableFolding &folding, EntityLines &result,
              EntityGroup group, const std::vector<int> &members)
{
    const QString name = groupName(rows, *query.group, group.value);
    const int number = int(result.groups.size());
    group.folded = folding.folded.contains(name);
    result.lines.push_back({TableLine::Kind::Group, number});
    if (!group.folded) {
        auto end = members.end();
        // Worst first: healthy ones stand at the end, and are not what anybody looks for.
        if (isWorstFirst(query) && !folding.unfolded.contains(name)) {
            const auto healthy =
                std::find_if(members.begin(), members.end(), [&](int r) { return isHealthy(rows, r); });
            if (members.end() - healthy > kHealthyShown + 1) {
                end = healthy + kHealthyShown;
                group.hidden = int(members.end() - end);
            }
        }
        std::transform(members.begin(), end, std::back_inserter(result.lines), [](int row) {
            return TableLine{TableLine::Kind::Row, row};
        });
        if (group.hidden > 0)
            result.lines.push_back({TableLine::Kind::More, number});
    }
    result.groups.push_back(std::move(group));
}

} // namespace

QString groupName(const EntityRows &rows, int field, int value)
{
    if (value >= 0)
        return rows.values(field).shown(value);
    return value == EntityGroup::kSeveral ? EntityFields::several(rows.fields()[size_t(field)].word)
                                          : EntityFields::nowhere();
}

EntityLines linesOf(const EntityRows &rows, const EntityQuery &query, const TableFolding &folding,
                    std::vector<int> &sorted)
{
    EntityLines result;
    result.lines.reserve(sorted.size());
    if (!query.group) {
        std::transform(sorted.begin(), sorted.end(), std::back_inserter(result.lines), [](int row) {
            return TableLine{TableLine::Kind::Row, row};
        });
        return result;
    }
    const int field = *query.group;
    const size_t buckets = bucketOf(rows.values(field).size());
    std::vector<std::vector<int>> members(buckets);
    std::vector<EntityGroup> groups(buckets);
    for (int row = 0; row < rows.numbers(); ++row) {
        if (rows.isThere(row))
            ++groups[bucketOf(groupOf(rows, field, row))].of;
    }
    for (const int row : sorted) {
        const size_t bucket = bucketOf(groupOf(rows, field, row));
        members[bucket].push_back(row);
        count(groups[bucket], rows.look(row));
    }
    std::vector<size_t> order;
    for (size_t bucket = 0; bucket < buckets; ++bucket) {
        EntityGroup &group = groups[bucket];
        group.value = int(bucket) - int(bucketOf(0));
        group.total = int(members[bucket].size());
        std::sort(group.looks.begin(), group.looks.end(),
                  [](const auto &a, const auto &b) { return a.first.severity > b.first.severity; });
        if (group.total > 0)
            order.push_back(bucket);
    }
    const bool isByWorst = rows.fields()[size_t(field)].type == Type::State || isWorstFirst(query);
    std::sort(order.begin(), order.end(), [&](size_t a, size_t b) {
        if (isByWorst && groups[a].worst != groups[b].worst)
            return groups[a].worst > groups[b].worst;
        return rankOf(rows, field, groups[a].value) < rankOf(rows, field, groups[b].value);
    });
    sorted.clear();
    for (const size_t bucket : order) {
        sorted.insert(sorted.end(), members[bucket].begin(), members[bucket].end());
        addGroup(rows, query, folding, result, std::move(groups[bucket]), members[bucket]);
    }
    return result;
}

} // namespace graticule
