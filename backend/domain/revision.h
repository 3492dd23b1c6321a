// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace graticule {

/// Names one snapshot: keeper, start of that keeper, number within it. Another epoch, or a number that is no longer
/// kept, is answered by a reset.
struct Revision
{
    QString keeper;
    quint64 epoch = 0;
    quint64 number = 0; ///< 0: none

    QString toString() const
    {
        return keeper + QLatin1Char('/') + QString::number(epoch) + QLatin1Char('/') + QString::number(number);
    }
    friend bool operator==(const Revision &, const Revision &) = default;
};

} // namespace graticule
