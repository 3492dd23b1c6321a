// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/entitytable/entityquery.h"
#include "models/table/tablemodel.h"

namespace graticule {

struct EntityGroup
{
    /// Instead of a value: the row is at several at once, or nowhere.
    static constexpr int kSeveral = -1;
    static constexpr int kNowhere = -2;

    int value = 0;  ///< of the column by which it is grouped
    int total = 0;  ///< rows of the group that match
    int of = 0;     ///< rows of the group at all
    int hidden = 0; ///< healthy ones behind the line "more"
    int worst = 0;  ///< severity, of those that match
    bool folded = false;
    QList<std::pair<StateLook, int>> looks; ///< abnormal ones that match, worst first
};

struct EntityLines
{
    std::vector<TableLine> lines;    ///< `at` of a row is its number in EntityRows
    std::vector<EntityGroup> groups; ///< worst first by state, else by name; empty when not grouped
};

/// How people read the group of @p value: "Europe", "At several sites".
QString groupName(const EntityRows &rows, int field, int value);

/// Sorted rows as lines, with heads and folds when grouped: @p sorted is brought into the order of the groups. A thing
/// that is at several places stands once, in a group of its own kind. Pure.
EntityLines linesOf(const EntityRows &rows, const EntityQuery &query, const TableFolding &folding,
                    std::vector<int> &sorted);

} // namespace graticule
