// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/telemetry/chunktable.h"
#include "backend/telemetry/rollup.h"
#include "backend/telemetry/samplecounts.h"
#include "backend/telemetry/samplehead.h"

namespace graticule {

/// Turns hours of the head into chunks and roll-ups, and forgets what the log has of them: all of a shard's hour in the
/// caller's transaction, so that every sample is in one place exactly. Writer's thread.
class SampleSealer
{
public:
    /// All outlive this; the database is open.
    SampleSealer(Database &database, const SampleHead &head, SampleCounts &counts);

    /// Writes one hour of @p shard. False: the database says why, and the caller rolls back.
    bool seal(quint32 shard, qint64 hour);

    ChunkTable &raw() { return m_raw; }
    ChunkTable &lists() { return m_lists; }
    ChunkTable &minute() { return m_minute; }
    ChunkTable &hour() { return m_hour; }
    ChunkTable &log() { return m_log; }

private:
    bool write(qint64 key, SamplePoints points);
    bool writeList(qint64 key, std::vector<quint32> series);
    void leaveOutSealed(SamplePoints &points, const SeriesHead &series, qint64 hour, int parts);
    bool addToDay(quint32 series, const Rollup &hour);

    Database &m_database;
    const SampleHead &m_head;
    SampleCounts &m_counts;
    ChunkTable m_log;
    ChunkTable m_raw;
    ChunkTable m_lists;
    ChunkTable m_minute;
    ChunkTable m_hour;
};

} // namespace graticule
