// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/telemetry/rollup.h"
#include "backend/telemetry/samplehead.h"
#include "backend/telemetry/sampletables.h"

namespace graticule {

/// One series while a question of it is answered: what is open of it in memory and what is sealed on disk, put
/// together. One thread.
class SeriesReading
{
public:
    /// @p tables outlives this, and what is read of it is of one moment; null: nothing is on disk. @p id 0: the series
    /// is not known. @p open was copied before @p tables was looked at: what was sealed in between is found on disk.
    SeriesReading(SampleTables *tables, quint32 id, std::vector<SampleHead::Slot> open);

    SamplePoints samples(SampleSpan span);
    /// Whole minutes or hours that touch @p span.
    Rollups rollups(SampleSpan span, Resolution resolution);
    /// What could not be read so far; in any order, whole hours and days.
    const std::vector<SampleSpan> &damaged() const { return m_damaged; }

private:
    struct Part
    {
        qint64 hour = 0;
        int part = 0;
    };
    std::vector<Part> parts(SampleSpan span);
    void readParts(ChunkTable &table, SampleSpan span,
                   const std::function<bool(qint64 hour, const QByteArray &bytes)> &take);
    bool isSealed(const SampleHead::Slot &open);
    Rollups minutes(SampleSpan span);
    Rollups rolledHours(SampleSpan span, qint64 lastDay);
    Rollups hours(SampleSpan span);

    SampleTables *m_tables;
    quint32 m_id;
    std::vector<SampleHead::Slot> m_open;
    std::vector<SampleSpan> m_damaged;
};

} // namespace graticule
