// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace graticule {

/// How the rows of the sample store are numbered. Time comes first: what is written is appended at the end of its
/// table, whose pages fill up, and what has become too old lies together at its begin. Where a row is follows from what
/// is asked for, without an index.
struct SampleKeys
{
    static constexpr qint64 kMinute = 60'000;
    static constexpr qint64 kHour = 3'600'000;
    static constexpr qint64 kDay = 86'400'000;

    static constexpr int kMostParts = 256;
    /// Series of one shard are sealed together, in one transaction.
    static constexpr quint32 kShardSeries = 4096;
    static constexpr quint32 kMostSeriesId = 0x7fffffff;

    static constexpr qint64 kFirstMs = 1;              ///< moments that can be stored
    static constexpr qint64 kLastMs = qint64(1) << 43; ///< in the year 2248

    static constexpr quint32 shardOf(quint32 series) { return series / kShardSeries; }

    /// A chunk: slot (23 bits; the hour, or day, since 1970), part (8 bits), series (32 bits).
    static constexpr qint64 chunk(qint64 slot, int part, quint32 series)
    {
        return slot << 40 | qint64(part) << 32 | qint64(series);
    }
    static constexpr qint64 slotOf(qint64 key) { return key >> 40; }
    static constexpr int partOf(qint64 key) { return int(key >> 32 & 255); }
    static constexpr quint32 seriesOf(qint64 key) { return quint32(key & 0xffffffff); }

    /// The list of series of one part of an hour: shard (31 bits), hour (24 bits), part (8 bits).
    static constexpr qint64 list(quint32 shard, qint64 hour, int part)
    {
        return qint64(shard) << 32 | hour << 8 | qint64(part);
    }
    static constexpr qint64 listHourOf(qint64 key) { return key >> 8 & 0xffffff; }
    static constexpr int listPartOf(qint64 key) { return int(key & 255); }

    /// A row of the log: hour (23 bits), shard (20 bits), number (20 bits).
    static constexpr qint64 log(qint64 hour, quint32 shard, qint64 number)
    {
        return hour << 40 | qint64(shard) << 20 | number;
    }
    static constexpr quint32 logShardOf(qint64 key) { return quint32(key >> 20 & 0xfffff); }
    static constexpr qint64 logNumberOf(qint64 key) { return key & 0xfffff; }
};

} // namespace graticule
