// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/telemetry/bytereader.h"

#include <vector>

namespace graticule {

/// Rows of signed numbers, small if most are near 0. Blocks of 32, each in the cheaper of two ways: all with as many
/// bits as the largest needs, or Golomb-Rice codes, whose outliers cost only themselves. Pure.
class PackedNumbers
{
public:
    static void encode(const std::vector<qint64> &numbers, QByteArray &out);
    /// Reads @p count numbers into @p numbers; false when the bytes do not hold so many.
    static bool decode(ByteReader &in, qsizetype count, std::vector<qint64> &numbers);
};

} // namespace graticule
