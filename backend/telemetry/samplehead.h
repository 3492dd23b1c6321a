// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/telemetry/serieshead.h"

#include <QHash>

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <optional>

namespace graticule {

/// What is not sealed yet, in memory: by shard, series and hour. Changed by one thread, the writer, which holds lock()
/// while it does; any other thread may take a copy().
class SampleHead
{
public:
    /// One hour of one series, and which part of that hour's row it will be.
    struct Slot
    {
        SlotBuffer buffer;
        int part = 0;
    };
    struct Copy
    {
        quint32 id = 0;
        std::vector<Slot> hours;
    };

    // Any thread.
    /// Nothing when the series has had no samples lately.
    std::optional<Copy> copy(const EntityId &entity, const QString &metric) const;
    QStringList metrics(const EntityId &entity) const;
    /// Another one: at the store's path is another file, and what is open of it must be opened again.
    quint64 generation() const { return m_generation; }

    // The writer's thread.
    std::unique_lock<std::mutex> lock() const { return std::unique_lock(m_mutex); }
    SeriesHead *find(const EntityId &entity, const QString &metric);
    SeriesHead *find(quint32 id);
    /// With the lock: a series that find() does not know.
    SeriesHead &add(const EntityId &entity, const QString &metric, quint32 id);
    /// The part that the next row of @p hour will be; nothing when it was never set.
    std::optional<int> part(quint32 shard, qint64 hour) const;
    /// With the lock.
    void setPart(quint32 shard, qint64 hour, int part) { m_shards[shard].parts[hour] = part; }
    /// With the lock: a series' new hour, whose part is set.
    SlotBuffer &open(SeriesHead &series, qint64 hour);
    /// With the lock: forgets what was sealed of a shard.
    void drop(quint32 shard, qint64 hour);
    /// With the lock: forgets series that have no hours left and nothing since @p ms, and parts of hours before;
    /// their numbers.
    std::vector<quint32> forgetIdle(qint64 ms);

    std::vector<quint32> shards() const;
    /// Hours of a shard that have samples, in order.
    std::vector<qint64> hours(quint32 shard) const;
    /// Series of a shard, by number.
    const std::map<quint32, std::unique_ptr<SeriesHead>> &series(quint32 shard) const;
    /// The store was replaced.
    void renewGeneration() { ++m_generation; }
    qsizetype seriesCount() const { return m_count; }
    /// Bytes, about.
    struct Memory
    {
        qsizetype all = 0;
        qsizetype compressed = 0; ///< of it samples that wait to be sealed: what grows with each of them
    };
    /// Of all, and of a shard. Costs a walk over all series.
    Memory memory() const;
    Memory memory(quint32 shard) const;

private:
    struct Shard
    {
        std::map<quint32, std::unique_ptr<SeriesHead>> series;
        std::map<qint64, int> parts;
        std::map<qint64, qsizetype> open; ///< series that have the hour
    };

    mutable std::mutex m_mutex;
    std::atomic<quint64> m_generation{0};
    QHash<EntityId, std::vector<SeriesHead *>> m_byEntity;
    std::map<quint32, Shard> m_shards;
    qsizetype m_count = 0;
    SeriesHead *m_last = nullptr; ///< that was found
};

} // namespace graticule
