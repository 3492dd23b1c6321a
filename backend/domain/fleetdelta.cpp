// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/fleetdelta.h"

namespace graticule {

bool FleetDelta::isEmpty() const
{
    return size() == 0;
}

size_t FleetDelta::size() const
{
    size_t sum = 0;
    forEachKind([&](const auto &changes) { sum += changes.upserted.size() + changes.removed.size(); }, *this);
    return sum;
}

} // namespace graticule
