// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/telemetry/database.h"

namespace graticule {

/// Tables of the sample store, and how those of earlier releases become today's.
///
///     series   entity and metric of each number, with a checksum
///     log      what came since its hour was sealed: one row a second, hour and shard
///     raw      chunks: one hour of one series, mostly one row
///     sealed   which series each part of an hour has, by shard
///     minute   roll-ups of one minute, one hour of one series a row
///     hour     roll-ups of one hour, one day of one series a row
///     rolled   the last day of each shard that is in `hour`
///     run      when the store was at work: from, until (the last flush), whether it ended in order
class SampleSchema
{
public:
    static constexpr int kVersion = 1;
    static constexpr qint64 kApplicationId = 0x47525354; ///< "GRST"

    /// Makes the tables of a new file, or brings those of an older version up to date, in one transaction. False:
    /// the database says why. A file of a newer version, or of another program, is left as it is.
    static bool prepare(Database &database);
    /// Whether the tables that lead to all others hold together; they are small. False: the database says why not.
    static bool check(Database &database);
};

} // namespace graticule
