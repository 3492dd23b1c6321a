// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/telemetry/chunktable.h"
#include "backend/telemetry/samplequery.h"
#include "backend/telemetry/seriesbook.h"

namespace graticule {

/// The sample store's file as it is read: its tables, and what they say of themselves. One thread.
class SampleTables
{
public:
    /// Null: it cannot be read, or is none of our form.
    static std::unique_ptr<SampleTables> open(const QString &path);

    /// What is read until end() is of one moment. False: it cannot be.
    bool begin() { return m_database->run("BEGIN"); }
    void end() { m_database->run("COMMIT"); }

    SeriesBook &book() { return m_book; }
    ChunkTable &raw() { return m_raw; }
    ChunkTable &lists() { return m_lists; } ///< of the series that each part of an hour has
    ChunkTable &minutes() { return m_minutes; }
    ChunkTable &hours() { return m_hours; }

    /// @p wanted, or a coarser one that reaches further back where @p wanted is not kept any more.
    Resolution kept(Resolution wanted, qint64 from);
    /// The last day of which @p series has roll-ups of hours; -1: none.
    qint64 rolledDay(quint32 series);
    /// Times within @p span of which no run tells. What is yet to come is not among them.
    std::vector<SampleSpan> unwatched(SampleSpan span);

private:
    explicit SampleTables(std::unique_ptr<Database> database);

    std::unique_ptr<Database> m_database;
    SeriesBook m_book;
    ChunkTable m_raw;
    ChunkTable m_lists;
    ChunkTable m_minutes;
    ChunkTable m_hours;
};

} // namespace graticule
