// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/entityid.h"
#include "backend/domain/instant.h"
#include "backend/telemetry/samplequery.h"

#include <QList>

#include <optional>

namespace graticule {

/// What links came to in a stretch of time: what is asked.
struct LinkWindowsQuery
{
    Instant from = kNever; ///< included; kNever: kUsualLength before `to`
    Instant to = kNever;   ///< not included; kNever: now
    QList<EntityId> links; ///< none: all
    bool usual = false;    ///< what is usual at that hour, too

    static constexpr Milliseconds kUsualLength{300'000};
    static constexpr qsizetype kMostLinks = 10'000;
    static constexpr Milliseconds kLongest{std::chrono::hours(24 * 31)};
};

/// What a figure usually is, and how far it strays: median over days, and median of the absolute deviations from it.
/// Negative: not known.
struct UsualValue
{
    double median = -1;
    double mad = -1;

    friend bool operator==(const UsualValue &, const UsualValue &) = default;
};

/// The same hour of up to seven past days.
struct LinkUsual
{
    int days = 0;   ///< that have values; 0: nothing is known
    UsualValue p50; ///< ms, as the next two
    UsualValue p95;
    UsualValue p99;
    UsualValue loss;

    friend bool operator==(const LinkUsual &, const LinkUsual &) = default;
};

/// What one link came to. Negative figures are not known: nothing was measured, never 0.
struct LinkWindow
{
    EntityId link;
    quint64 count = 0; ///< answered probes
    double p50 = -1;   ///< ms, as the next three
    double p95 = -1;
    double p99 = -1;
    double jitter = -1;             ///< mean absolute difference of successive round trips
    double loss = -1;               ///< 0..1
    std::optional<LinkUsual> usual; ///< nothing: not asked for, or not worked out yet

    friend bool operator==(const LinkWindow &, const LinkWindow &) = default;
};

struct LinkWindowsAnswer
{
    SampleSpan span;
    QList<LinkWindow> windows; ///< in the order asked for
    qsizetype leftOut = 0;     ///< links of which nothing is told: too many, or too long a work
    qsizetype usualPending = 0;
    qsizetype damaged = 0; ///< windows of which something cannot be read
    std::vector<SampleSpan> unwatched;
};

} // namespace graticule
