// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/telemetry/samplehead.h"

#include "backend/telemetry/samplekeys.h"

#include <QStringList>

namespace graticule {
namespace {

SeriesHead *withMetric(const std::vector<SeriesHead *> &series, const QString &metric)
{
    const auto found =
        std::find_if(series.cbegin(), series.cend(), [&](const SeriesHead *one) { return one->metric == metric; });
    return found == series.cend() ? nullptr : *found;
}

template<class Text> bool isSame(const Text &a, const Text &b)
{
    return (a.constData() == b.constData() && a.size() == b.size()) || a == b;
}

} // namespace

std::optional<SampleHead::Copy> SampleHead::copy(const EntityId &entity, const QString &metric) const
{
    const auto held = lock();
    const auto found = m_byEntity.constFind(entity);
    const SeriesHead *series = found == m_byEntity.cend() ? nullptr : withMetric(*found, metric);
    if (!series)
        return {};
    Copy result{series->id, {}};
    const auto shard = m_shards.find(SampleKeys::shardOf(series->id));
    for (const SlotBuffer &buffer : series->hours)
        result.hours.push_back({buffer, shard->second.parts.at(buffer.hour())});
    return result;
}

QStringList SampleHead::metrics(const EntityId &entity) const
{
    const auto held = lock();
    QStringList names;
    const auto found = m_byEntity.constFind(entity);
    if (found != m_byEntity.cend()) {
        for (const SeriesHead *series : *found)
            names.append(series->metric);
    }
    return names;
}

/// Samples come in much the same order each time; a guess that holds saves the way through the tables.
SeriesHead *SampleHead::find(const EntityId &entity, const QString &metric)
{
    SeriesHead *guess = m_last ? m_last->follower : nullptr;
    if (guess && isSame(guess->entity.utf8(), entity.utf8()) && isSame(guess->metric, metric))
        return m_last = guess;
    const auto found = m_byEntity.constFind(entity);
    SeriesHead *series = found == m_byEntity.cend() ? nullptr : withMetric(*found, metric);
    if (series && m_last)
        m_last->follower = series;
    if (series)
        m_last = series;
    return series;
}

SeriesHead *SampleHead::find(quint32 id)
{
    const auto shard = m_shards.find(SampleKeys::shardOf(id));
    if (shard == m_shards.end())
        return nullptr;
    const auto found = shard->second.series.find(id);
    return found == shard->second.series.end() ? nullptr : found->second.get();
}

SeriesHead &SampleHead::add(const EntityId &entity, const QString &metric, quint32 id)
{
    auto made = std::make_unique<SeriesHead>();
    made->entity = entity;
    made->metric = metric;
    made->id = id;
    SeriesHead &series = *made;
    m_byEntity[entity].push_back(&series);
    m_shards[SampleKeys::shardOf(id)].series[id] = std::move(made);
    ++m_count;
    return series;
}

std::optional<int> SampleHead::part(quint32 shard, qint64 hour) const
{
    const auto found = m_shards.find(shard);
    if (found == m_shards.end())
        return {};
    const auto part = found->second.parts.find(hour);
    return part == found->second.parts.end() ? std::nullopt : std::optional(part->second);
}

SlotBuffer &SampleHead::open(SeriesHead &series, qint64 hour)
{
    ++m_shards[SampleKeys::shardOf(series.id)].open[hour];
    return series.hours.emplace_back(hour);
}

void SampleHead::drop(quint32 shard, qint64 hour)
{
    Shard &all = m_shards[shard];
    all.open.erase(hour);
    for (const auto &[id, series] : all.series)
        std::erase_if(series->hours, [&](const SlotBuffer &slot) { return slot.hour() == hour; });
}

std::vector<quint32> SampleHead::forgetIdle(qint64 ms)
{
    std::vector<quint32> forgotten;
    m_last = nullptr;
    for (const auto &[number, shard] : m_shards) {
        for (const auto &[id, series] : shard.series)
            series->follower = nullptr;
    }
    for (auto &[number, shard] : m_shards) {
        for (auto it = shard.series.begin(); it != shard.series.end();) {
            SeriesHead *series = it->second.get();
            if (!series->hours.empty() || series->newestMs >= ms) {
                ++it;
                continue;
            }
            const auto entity = m_byEntity.find(series->entity);
            std::erase(*entity, series);
            if (entity->empty())
                m_byEntity.erase(entity);
            forgotten.push_back(series->id);
            it = shard.series.erase(it);
            --m_count;
        }
        std::erase_if(shard.parts, [ms, &open = shard.open](const auto &part) {
            return (part.first + 1) * SampleKeys::kHour < ms && !open.contains(part.first);
        });
    }
    std::erase_if(m_shards, [](const auto &shard) { return shard.second.series.empty() && shard.second.open.empty(); });
    return forgotten;
}

std::vector<quint32> SampleHead::shards() const
{
    std::vector<quint32> result;
    for (const auto &[number, shard] : m_shards)
        result.push_back(number);
    return result;
}

std::vector<qint64> SampleHead::hours(quint32 shard) const
{
    std::vector<qint64> result;
    const auto found = m_shards.find(shard);
    if (found != m_shards.end()) {
        for (const auto &[hour, count] : found->second.open)
            result.push_back(hour);
    }
    return result;
}

const std::map<quint32, std::unique_ptr<SeriesHead>> &SampleHead::series(quint32 shard) const
{
    return m_shards.at(shard).series;
}

SampleHead::Memory SampleHead::memory(quint32 shard) const
{
    constexpr qsizetype kOverhead = 300; // of a series without samples: names, places in tables
    Memory sum;
    for (const auto &[id, series] : m_shards.at(shard).series) {
        sum.all += kOverhead;
        for (const SlotBuffer &slot : series->hours) {
            sum.all += slot.memory();
            sum.compressed += slot.compressed();
        }
    }
    return sum;
}

SampleHead::Memory SampleHead::memory() const
{
    Memory sum;
    for (const auto &[number, shard] : m_shards) {
        const Memory part = memory(number);
        sum.all += part.all;
        sum.compressed += part.compressed;
    }
    return sum;
}

} // namespace graticule
