// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/entitytable/entityrows.h"
#include "models/table/tablequery.h"

namespace graticule {

using EntityCondition = TableCondition;
using EntityOrder = TableOrder;
using EntityQuery = TableQuery;

/// Numbers of the rows that match. @p among: only these are looked at.
std::vector<int> matching(const EntityRows &rows, const EntityQuery &query, const std::vector<int> *among = nullptr);

/// Whether what matches @p narrow also matches @p wide, so that `matching` may start from the wide one's result.
bool narrows(const EntityQuery &narrow, const EntityQuery &wide);

/// Sorts rows as the query says; what is equal in all of it comes by name. @p seen as EntityRows::sortKey().
void sortRows(const EntityRows &rows, const EntityQuery &query, const std::vector<qint64> &seen,
              std::vector<int> &matches);

} // namespace graticule
