// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/lab/labdice.h"
#include "backend/connectors/lab/labfleet.h"

namespace graticule {

/// Adds what goes from site to site: links with their round-trip times, assets with their copies. Hubs are some cloud
/// regions of each region; they are joined with each other, and every other site with the nearest of them. @p deep:
/// both directions of a link are measured, else the one from the site.
void tieLabFleet(LabFleet &fleet, const std::vector<LabSitePlan> &plan, const LabDice &dice, const RttModel &rtt,
                 bool deep);

} // namespace graticule
