// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSet>
#include <QStringList>

#include <optional>

namespace graticule {

/// One condition: in that column one of these values stands, as people read them.
struct TableCondition
{
    int field = 0; ///< a listed one
    QStringList values;

    friend bool operator==(const TableCondition &, const TableCondition &) = default;
};

struct TableOrder
{
    int field = 0;
    bool reversed = false; ///< natural: worst first, A to Z, most first, longest unseen first

    friend bool operator==(const TableOrder &, const TableOrder &) = default;
};

/// Which rows a table shows, and in which order. Columns by number; column 0 is the state, 1 the name. A value.
struct TableQuery
{
    QList<TableCondition> conditions;                ///< all must hold
    QStringList words;                               ///< each must be found in the name, a listed value or the reason
    QList<TableOrder> order{{0, false}, {1, false}}; ///< first counts most
    std::optional<int> group;                        ///< a listed column; none: one list

    friend bool operator==(const TableQuery &, const TableQuery &) = default;
};

/// What a person unfolded and folded, by the name of the group.
struct TableFolding
{
    QSet<QString> folded;   ///< only their head is shown
    QSet<QString> unfolded; ///< all their healthy rows are shown

    friend bool operator==(const TableFolding &, const TableFolding &) = default;
};

/// In a group that is sorted worst first so many healthy rows are shown; more are counted in one line.
inline constexpr int kHealthyShown = 4;

} // namespace graticule
