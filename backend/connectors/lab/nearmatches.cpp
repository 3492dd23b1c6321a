// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/lab/nearmatches.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace graticule {
namespace {

/// Levenshtein distance by one row.
int distance(const QString &a, const QString &b)
{
    std::vector<int> row(size_t(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = row[0];
        row[0] = int(i) + 1;
        for (qsizetype j = 0; j < b.size(); ++j) {
            const int substituted = diagonal + (a[i] != b[j]);
            diagonal = row[size_t(j) + 1];
            row[size_t(j) + 1] = std::min({substituted, row[size_t(j)] + 1, diagonal + 1});
        }
    }
    return row.back();
}

} // namespace

QStringList nearMatches(const QString &given, const QStringList &names)
{
    constexpr int kFarthest = 2;
    constexpr qsizetype kMost = 5;
    constexpr qsizetype kLongest = 60;
    const QString wanted = given.toLower().left(kLongest);
    std::vector<std::pair<int, QString>> found;
    for (const QString &name : names) {
        const QString candidate = name.toLower().left(kLongest);
        if (std::abs(candidate.size() - wanted.size()) <= kFarthest) {
            if (const int d = distance(wanted, candidate); d <= kFarthest)
                found.emplace_back(d, name);
        } else if (wanted.size() >= 2 && candidate.startsWith(wanted)) {
            found.emplace_back(kFarthest, name);
        }
    }
    std::sort(found.begin(), found.end());
    QStringList result;
    for (const auto &entry : found) {
        if (result.size() < kMost && !result.contains(entry.second))
            result.append(entry.second);
    }
    return result;
}

} // namespace graticule
