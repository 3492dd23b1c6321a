// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/entitytable/entityrows.h"

#include <QStringList>

namespace graticule {

/// One condition: in that column one of these values stands, as ValueList::shown() writes them.
struct EntityCondition
{
    int field = 0; ///< a listed one
    QStringList values;

    friend bool operator==(const EntityCondition &, const EntityCondition &) = default;
};

struct EntityOrder
{
    int field = 0;
    bool reversed = false; ///< natural: worst first, A to Z, most first, longest unseen first

    friend bool operator==(const EntityOrder &, const EntityOrder &) = default;
};

/// Which rows a table shows, and in which order. A value; its conditions and orders are about one kind of entity.
struct EntityQuery
{
    QList<EntityCondition> conditions;                ///< all must hold
    QStringList words;                                ///< each must be found in the name, a listed value or the reason
    QList<EntityOrder> order{{0, false}, {1, false}}; ///< first counts most

    friend bool operator==(const EntityQuery &, const EntityQuery &) = default;
};

/// Numbers of the rows that match. @p among: only these are looked at.
std::vector<int> matching(const EntityRows &rows, const EntityQuery &query, const std::vector<int> *among = nullptr);

/// Whether what matches @p narrow also matches @p wide, so that `matching` may start from the wide one's result.
bool narrows(const EntityQuery &narrow, const EntityQuery &wide);

/// Sorts rows as the query says; what is equal in all of it comes by name. @p seen as EntityRows::sortKey().
void sortRows(const EntityRows &rows, const EntityQuery &query, const std::vector<qint64> &seen,
              std::vector<int> &matches);

} // namespace graticule
