// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/entityid.h"
#include "backend/domain/states.h"

namespace graticule {

/// Ordered pair of sites: from -> to.
struct Link
{
    EntityId id;
    EntityId from;
    EntityId to;
    EntityId feed;
    double rttMs = -1;  ///< < 0: not measured
    double loss = -1;   ///< 0..1; < 0: not measured
    double limitMs = 0; ///< above this it is slow; 0: no limit set
    Condition condition = Condition::Unknown;
    Origin origin = Origin::Unknown;

    friend bool operator==(const Link &, const Link &) = default;
};

} // namespace graticule
