// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/telemetry/bytereader.h"
#include "backend/telemetry/samplepoint.h"

namespace graticule {

/// The moments of a chunk: a regular cadence is one number; else what each step differs from the usual step, or from
/// the step before (delta of delta), whichever is smaller. Pure.
class TimeColumn
{
public:
    /// @p points is not empty; any order. Moments are written as of @p base.
    static void encode(const SamplePoints &points, qint64 base, QByteArray &out);
    /// Fills the moments of @p points, which has its size.
    static bool decode(ByteReader &in, qint64 base, SamplePoints &points);
};

} // namespace graticule
