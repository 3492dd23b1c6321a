// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace graticule {

/// A value and its moment, without saying of what.
struct SamplePoint
{
    qint64 ms = 0; ///< since 1970, UTC
    double value = 0;

    friend bool operator==(const SamplePoint &, const SamplePoint &) = default;
};

using SamplePoints = std::vector<SamplePoint>;

} // namespace graticule
