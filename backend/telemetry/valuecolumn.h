// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/telemetry/bytereader.h"

#include <vector>

namespace graticule {

/// The values of a chunk, exactly (but -0 becomes 0). Short decimals become whole numbers, of which the distance from
/// their mean, the step from one to the next, or the change of that step is kept, whichever is smallest; other values
/// as the XOR with the one before (Pelkonen et al., "Gorilla", VLDB 2015). Pure.
class ValueColumn
{
public:
    /// @p values is not empty.
    static void encode(const std::vector<double> &values, QByteArray &out);
    static bool decode(ByteReader &in, qsizetype count, std::vector<double> &values);
};

} // namespace graticule
