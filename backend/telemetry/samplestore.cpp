// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/telemetry/samplestore.h"

namespace graticule {

void SampleStore::add(const QList<Sample> &samples)
{
    for (const Sample &sample : samples) {
        auto entity = m_entities.find(sample.entity);
        const bool known = entity != m_entities.end() && entity->contains(sample.metric);
        if (!known && m_seriesCount >= kMostSeries) {
            ++m_shed;
            continue;
        }
        Series &series = m_entities[sample.entity][sample.metric];
        m_seriesCount += known ? 0 : 1;
        if (!series.empty() && sample.at < series.back().at)
            continue;
        series.push_back({sample.at, sample.value});
        if (qsizetype(series.size()) > kMostPerSeries)
            series.pop_front();
    }
}

QList<Sample> SampleStore::series(const EntityId &entity, const QString &metric, Instant from) const
{
    QList<Sample> result;
    const auto found = m_entities.constFind(entity);
    if (found == m_entities.constEnd())
        return result;
    const auto series = found->constFind(metric);
    if (series == found->constEnd())
        return result;
    for (const Value &value : *series) {
        if (value.at >= from)
            result.append({entity, metric, value.at, value.value});
    }
    return result;
}

QStringList SampleStore::metrics(const EntityId &entity) const
{
    QStringList names = m_entities.value(entity).keys();
    names.sort();
    return names;
}

void SampleStore::expire(Instant now)
{
    for (auto entity = m_entities.begin(); entity != m_entities.end();) {
        for (auto series = entity->begin(); series != entity->end();) {
            while (!series->empty() && now - series->front().at > kKept)
                series->pop_front();
            if (series->empty()) {
                series = entity->erase(series);
                --m_seriesCount;
            } else {
                ++series;
            }
        }
        entity = entity->isEmpty() ? m_entities.erase(entity) : std::next(entity);
    }
}

} // namespace graticule
