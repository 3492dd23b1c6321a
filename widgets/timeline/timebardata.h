// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/timerange.h"
#include "widgets/timeline/priorityglyph.h"

#include <QString>

#include <optional>
#include <vector>

namespace graticule {

/// Which snapshot the window shows.
enum class TimeMode { Live = 0, Past, WhatIf };

/// Something that went wrong, from when to when.
struct TimeBarIncident
{
    qint64 begin = 0;
    std::optional<qint64> end; ///< none: it lasts
    Priority priority = Priority::Low;
    QString text;
};

/// Something that was changed: a deployment, a failover.
struct TimeBarChange
{
    qint64 time = 0;
    QString text;
};

/// What the bar knows of time. Lists ascend in time.
struct TimeBarData
{
    qint64 now = 0;
    qint64 earliest = 0; ///< nothing is kept from before
    /// How many in each stretch of `countLength` ms from `countsBegin` on.
    std::vector<int> counts;
    qint64 countsBegin = 0;
    qint64 countLength = 600'000;
    std::vector<TimeBarIncident> incidents;
    std::vector<TimeBarChange> changes;
    std::vector<TimeRange> maintenance;
    std::vector<TimeRange> holes; ///< nobody watched
};

} // namespace graticule
