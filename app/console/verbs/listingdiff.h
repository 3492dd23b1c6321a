// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/verbs/listing.h"

namespace graticule {

/// What differs between two moments: a row for each column of `graticule sites` and its siblings that is not the same,
/// one for each entity that came or went. What merely proves that the rest still holds (when something was last seen)
/// is no difference, nor is latency that wanders. Sorted by kind, name and id. Pure; any thread.
Listing differenceListing(const FleetTables &before, Instant beforeAt, const FleetTables &after, Instant afterAt);

/// Columns that change all the time: times of proof, latency and load of connections, use of cpu and memory (their
/// samples tell more).
bool isFreshness(const QString &column);

} // namespace graticule
