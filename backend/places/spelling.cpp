// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/places/spelling.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace graticule {

int spellingDistance(QStringView a, QStringView b, int most)
{
    if (std::abs(a.size() - b.size()) > most)
        return most + 1;
    std::vector<int> row(size_t(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = row[0];
        row[0] = int(i) + 1;
        int least = row[0];
        for (size_t j = 1; j < row.size(); ++j) {
            const int changed = diagonal + (a[i] == b[qsizetype(j) - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
            least = std::min(least, row[j]);
        }
        if (least > most)
            return most + 1;
    }
    return std::min(row.back(), most + 1);
}

int forgivenLetters(qsizetype length)
{
    return length < 4 ? 0 : length < 8 ? 1 : 2;
}

} // namespace graticule
