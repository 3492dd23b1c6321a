// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/entityid.h"
#include "backend/domain/instant.h"
#include "backend/telemetry/samplestatus.h"

#include <QList>
#include <QStringList>

#include <vector>

namespace graticule {

/// How fine an answer is. Wire values: append only.
enum class Resolution {
    Automatic = 0, ///< the coarsest that still gives the points wanted
    Raw = 1,       ///< the samples themselves
    Minute = 2,
    Hour = 3,
};

/// What is asked of one series.
struct SampleQuery
{
    EntityId entity;
    QString metric;
    Instant from = kNever; ///< included
    Instant to = kNever;   ///< not included
    Resolution resolution = Resolution::Automatic;
    int points = 1000; ///< wanted, about; for Automatic, which gives no more than twice as many
};

/// A stretch of time, without its end.
struct SampleSpan
{
    qint64 from = 0;
    qint64 to = 0;

    friend bool operator==(const SampleSpan &, const SampleSpan &) = default;
};

/// One point of an answer: a sample (count 1), or what a stretch of time comes to; no spike is lost.
struct SampleBucket
{
    qint64 ms = 0;
    quint64 count = 0;
    double min = 0;
    double max = 0;
    double mean = 0;

    friend bool operator==(const SampleBucket &, const SampleBucket &) = default;
};

struct SampleAnswer
{
    EntityId entity;
    QString metric;
    Resolution resolution = Resolution::Raw; ///< of what was read
    qint64 stepMs = 0;                       ///< width of a bucket; 0: samples
    std::vector<SampleBucket> buckets;       ///< sorted
    std::vector<SampleSpan> unwatched;       ///< within what was asked: nobody was there to take samples; sorted
    std::vector<SampleSpan> damaged;         ///< something was stored here, and cannot be read any more; sorted
    bool isFailed = false;                   ///< the disk could not be read; what came lately is there
    QStringList sources;                     ///< ids of the connections that measure it; none: not known
};

/// Quantiles of all values of a series in a stretch of time.
struct QuantileAnswer
{
    SampleSpan span;            ///< that was looked at: whole minutes or hours where it is long
    quint64 count = 0;          ///< of values; 0: the rest says nothing
    std::vector<double> values; ///< in the order asked for, within 1 %
    std::vector<SampleSpan> unwatched;
    std::vector<SampleSpan> damaged;
};

/// What is asked of several series of one entity.
struct SamplesQuery
{
    EntityId entity;
    QStringList metrics; ///< none: all that the entity has
    Instant from = kNever;
    Instant to = kNever; ///< never: up to what is newest
    Resolution resolution = Resolution::Raw;
    int points = 1000;
};

struct SamplesAnswer
{
    QList<SampleAnswer> series; ///< in the order asked for, or by name
    SampleStatus store;
};

} // namespace graticule
