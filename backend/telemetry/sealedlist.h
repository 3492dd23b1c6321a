// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>
#include <vector>

namespace graticule {

/// Which series one part of an hour has chunks of: what is on the list and cannot be found is lost, not absent. Pure.
class SealedList
{
public:
    /// @p series: sorted, different.
    static QByteArray encode(const std::vector<quint32> &series);
    /// Nothing when @p bytes are no list. They may be anybody's.
    static std::optional<std::vector<quint32>> decode(QByteArrayView bytes);
};

} // namespace graticule
