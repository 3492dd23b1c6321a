// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/lab/labworld.h"

namespace graticule::testing {

inline constexpr Instant kLabStart = Instant(Milliseconds(1'763'800'000'000)); // 2025-11-22T08:26:40Z

inline Instant labTime(int seconds)
{
    return kLabStart + std::chrono::seconds(seconds);
}

/// The tables that worlds are made from, read once per test program.
struct LabData
{
    std::shared_ptr<const CloudRegions> clouds = CloudRegions::builtIn();
    std::shared_ptr<const Gazetteer> cities = Gazetteer::builtIn();
    std::shared_ptr<const RttModel> rtt = RttModel::builtIn(*clouds);

    LabWorld world(int sites = 120, quint64 seed = 1, bool wobbles = false) const
    {
        return LabWorld({seed, sites, wobbles}, *clouds, *cities, *rtt, kLabStart);
    }
};

} // namespace graticule::testing
