// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/telemetry/sample.h"

#include <QHash>
#include <QList>

#include <deque>

namespace graticule {

/// Samples of the last hour, in memory. Backend thread only. Bounded: at most kMostPerSeries values per series and
/// kMostSeries series; beyond that the oldest value goes, and new series are counted as shed, never silently.
class SampleStore
{
public:
    static constexpr Milliseconds kKept{3'600'000};
    static constexpr qsizetype kMostPerSeries = 3600;
    static constexpr qsizetype kMostSeries = 200'000;

    /// Samples older than the newest of their series are dropped.
    void add(const QList<Sample> &samples);
    /// Values of one series at or after @p from, oldest first.
    QList<Sample> series(const EntityId &entity, const QString &metric, Instant from = kNever) const;
    /// Names of the metrics that @p entity has, sorted.
    QStringList metrics(const EntityId &entity) const;
    /// Forgets what is older than kKept at @p now, and series that have become empty.
    void expire(Instant now);
    qint64 shed() const { return m_shed; }

private:
    struct Value
    {
        Instant at;
        double value;
    };
    using Series = std::deque<Value>;
    QHash<EntityId, QHash<QString, Series>> m_entities;
    qsizetype m_seriesCount = 0;
    qint64 m_shed = 0;
};

} // namespace graticule
