// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/telemetry/samplelimits.h"
#include "backend/telemetry/samplesealer.h"
#include "backend/telemetry/seriesbook.h"

namespace graticule {

/// Deletes what is older than it is kept, tier by tier. Only so much at a time: a clock that is years ahead for a while
/// does not empty the store. Writer's thread.
class SampleRetention
{
public:
    static constexpr int kMostSlots = 24; ///< hours (of the roll-ups of hours: one day) between two calls of begin()

    SampleRetention(Database &database, SampleSealer &tables, SeriesBook &book, const SampleLimits &limits);

    /// To be called every ten minutes or so.
    void begin();
    /// Deletes one hour, or day, of a tier; false: nothing more to do now.
    bool step(Instant now);

private:
    bool eraseLists(qint64 hour);
    qint64 eraseOldest(ChunkTable &table, qint64 before, int &left);

    Database &m_database;
    SampleSealer &m_tables;
    SeriesBook &m_book;
    SampleLimits m_limits;
    int m_rawLeft = 0;
    int m_minutesLeft = 0;
    int m_hoursLeft = 0;
};

} // namespace graticule
