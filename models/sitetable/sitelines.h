// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/capacity.h"
#include "models/sitecounts.h"
#include "models/sitetable/sitequery.h"
#include "models/sitetable/siterows.h"

#include <QSet>

namespace graticule {

/// One line of the table.
struct SiteLine
{
    enum class Kind : quint8 { Group, Site, More };

    Kind kind = Kind::Site;
    int at = 0; ///< Site: row of the model; Group and More: number of the group
};

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

/// What a person unfolded and folded, by the text of the group's value.
struct SiteFolding
{
    QSet<QString> folded;   ///< only their head is shown
    QSet<QString> unfolded; ///< all their healthy sites are shown

    friend bool operator==(const SiteFolding &, const SiteFolding &) = default;
};

/// In a group that is sorted worst first so many healthy sites are shown; more are counted in one line.
inline constexpr int kHealthyShown = 4;

/// The rows that match. @p among: only these are looked at (a longer query narrows the result of a shorter one).
std::vector<int> matching(const SiteRows &rows, const SiteQuery &query, const std::vector<int> *among = nullptr);

/// Whether what matches @p narrow also matches @p wide, so that `matching` may start from the wide one's result.
bool narrows(const SiteQuery &narrow, const SiteQuery &wide);

/// Sorts rows as the query says. Sites that are equal in all of it come by name.
void sortRows(const SiteRows &rows, const SiteQuery &query, std::vector<int> &matches);

struct SiteLines
{
    std::vector<SiteLine> lines;
    std::vector<SiteGroup> groups; ///< by name; empty when not grouped
    int matches = 0;
};

/// Sorted rows as lines, with heads and folds when grouped.
SiteLines linesOf(const SiteRows &rows, const SiteQuery &query, const SiteFolding &folding,
                  const std::vector<int> &sorted);

} // namespace graticule
