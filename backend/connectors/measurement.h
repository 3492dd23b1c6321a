// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/link.h"

namespace graticule {

/// The outcome of one probe of the way to an endpoint. A value.
struct Measurement
{
    ProbeKind kind = ProbeKind::Unknown;
    EntityId site;          ///< where the endpoint stands; empty: as far as was known before
    double rttMs = -1;      ///< by a monotonic clock; < 0: no answer in time
    bool isLate = false;    ///< answered, but it counts as lost already
    bool isRefused = false; ///< the host answered that nothing listens there

    bool isAnswered() const { return rttMs >= 0; }
};

} // namespace graticule
