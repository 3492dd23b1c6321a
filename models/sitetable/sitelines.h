// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/capacity.h"
#include "models/sitecounts.h"
#include "models/sitetable/sitequery.h"
#include "models/sitetable/siterows.h"
#include "models/table/tablemodel.h"

namespace graticule {

/// Of its rows `at` is the row of the SitesModel.
using SiteLine = TableLine;

struct SiteGroup
{
    int value = 0;  ///< of the field by which it is grouped
    int total = 0;  ///< sites of the group that match
    int of = 0;     ///< sites of the group at all
    int hidden = 0; ///< healthy ones behind the line "more"
    bool folded = false;
    SiteCounts counts; ///< of those that match
    Capacity capacity;
};

/// The rows that match. @p among: only these are looked at (a longer query narrows the result of a shorter one).
std::vector<int> matching(const SiteRows &rows, const SiteQuery &query, const std::vector<int> *among = nullptr);

/// Whether what matches @p narrow also matches @p wide, so that `matching` may start from the wide one's result.
bool narrows(const SiteQuery &narrow, const SiteQuery &wide);

/// Sorts rows as the query says. Sites that are equal in all of it come by name.
void sortRows(const SiteRows &rows, const SiteQuery &query, std::vector<int> &matches);

struct SiteLines
{
    std::vector<SiteLine> lines;
    std::vector<SiteGroup> groups; ///< by name, or by their worst site when that comes first; empty when not grouped
    int matches = 0;
};

/// Sorted rows as lines, with heads and folds when grouped.
SiteLines linesOf(const SiteRows &rows, const SiteQuery &query, const TableFolding &folding,
                  const std::vector<int> &sorted);

} // namespace graticule
