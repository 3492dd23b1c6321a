// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace graticule::bench {

/// Writes what a keeper of a lab would have recorded until now into @p home, which has no history yet: verdicts from
/// the health engine, faults that come and go, samples, and a night in the middle in which no keeper ran. Quicker than
/// it happens, on a clock of its own. Who then runs the lab there with the same number of sites and seed 7 goes on with
/// the same sites.
void makeHistory(const QString &home, int sites, int days);

} // namespace graticule::bench
