// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/telemetry/chunktable.h"
#include "backend/telemetry/samplelog.h"

#include <map>

namespace graticule {

/// What came and is not in the log on disk yet: a row for each hour of each shard. Writer's thread.
class UnsavedLog
{
public:
    qint64 count() const; ///< of samples
    qint64 bytes() const { return m_bytes; }
    bool isEmpty() const { return m_rows.empty(); }

    /// The row that samples go into now. @p table is asked which number it will have, when that is not known; null when
    /// it is not there. The row stays until the next call that is not const.
    SampleLog::Row *row(quint32 shard, qint64 hour, ChunkTable *table);
    void add(SampleLog::Row &row, const SampleLog::Entry &entry);

    /// Writes all rows; they stay until saved().
    bool write(ChunkTable &table) const;
    /// All is on disk.
    void saved();
    /// An hour of a shard is sealed: its log is over.
    void drop(quint32 shard, qint64 hour);
    /// Another table, or none, takes the place of the one there was. Rows stay.
    void forgetTable();

private:
    using Key = std::pair<qint64, quint32>; ///< hour and shard
    struct Unsaved
    {
        SampleLog::Row row;
        qint64 number = 0;
    };

    std::map<Key, Unsaved> m_rows;
    std::map<Key, qint64> m_numbers; ///< that the next rows will have
    Key m_lastKey{-1, 0};
    Unsaved *m_last = nullptr; ///< that was asked for
    qint64 m_bytes = 0;
};

} // namespace graticule
