// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/telemetry/bytereader.h"

#include <vector>

namespace graticule {

/// Any values, each as the XOR with the one before: the bits between its leading and trailing zeros (Pelkonen et al.,
/// "Gorilla", VLDB 2015). Pure.
class XorColumn
{
public:
    static void encode(const std::vector<double> &values, QByteArray &out);
    static bool decode(ByteReader &in, qsizetype count, std::vector<double> &values);
};

} // namespace graticule
