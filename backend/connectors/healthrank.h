// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/states.h"

namespace graticule {

/// Of several instances the one with the lowest rank speaks for all.
constexpr int healthRank(Health health)
{
    switch (health) {
    case Health::Failed:
        return 0;
    case Health::Restarting:
        return 1;
    case Health::Unhealthy:
        return 2;
    case Health::Unknown:
        return 3;
    case Health::Paused:
        return 4;
    case Health::Starting:
        return 5;
    case Health::Stopped:
        return 6;
    case Health::Healthy:
        return 7;
    }
    return 3;
}

} // namespace graticule
