// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sitetable/foldedtexts.h"

#include <functional>

namespace graticule {

/// The rows of a table in natural order of their names.
struct NameOrder
{
    std::vector<int> rows;          ///< the first name first
    std::vector<quint32> positions; ///< by row: where it is in that order
    std::vector<quint32> ranks;     ///< by row: position of the first row with the same name

    /// @p isBefore decides between two rows of the same name.
    static NameOrder of(const FoldedTexts &texts, const std::function<bool(int, int)> &isBefore);
};

} // namespace graticule
