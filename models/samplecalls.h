// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/pastsource.h"
#include "backend/telemetry/linkwindow.h"

#include <functional>

class QObject;

namespace graticule {

/// What was measured, and how sites turned: what a keeper keeps beside its snapshots. Implemented by the composition
/// root over the control API, by tests with fakes. Nothing waits: each answer comes once, later or at once, in the GUI
/// thread, unless @p context dies first, which is how a question is taken back. Times are those of FleetStore::now(),
/// so that a console that shows the past asks for what was then.
class SampleCalls
{
public:
    template<class T> using Reply = std::function<void(const Result<T> &reply)>;

    virtual ~SampleCalls() = default;

    virtual void samples(QObject *context, const SamplesQuery &query, Reply<SamplesAnswer> done) = 0;
    /// Links are named, and no more than LinkWindowsQuery::kMostLinks.
    virtual void linkWindows(QObject *context, const LinkWindowsQuery &query, Reply<LinkWindowsAnswer> done) = 0;
    /// Of one site, or of all: for state lanes and marks.
    /// When nobody watched, within @p span.
    virtual void coverage(QObject *context, const TimeSpan &span, Reply<HistoryCoverage> done) = 0;
    virtual void turns(QObject *context, const TurnsQuery &query, Reply<QList<SiteTurn>> done) = 0;
};

} // namespace graticule
