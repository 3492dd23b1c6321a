// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/instant.h"

#include <QObject>

#include <functional>

namespace graticule {

/// Time as engines, supervisor and tests see it. Owned by the composition root, passed by reference; used in the thread
/// of its users only.
class Clock
{
public:
    virtual ~Clock() = default;

    /// Wall clock in UTC: for what is written down and shown.
    virtual Instant now() const = 0;
    /// Never jumps: for durations and deadlines. Its zero is arbitrary.
    virtual Milliseconds steady() const = 0;
    /// The same clock, as finely as it goes: for what takes less than some milliseconds.
    virtual std::chrono::nanoseconds precise() const { return steady(); }
    /// Calls @p task once in @p context's thread after @p delay, unless @p context dies first.
    virtual void after(Milliseconds delay, QObject *context, std::function<void()> task) = 0;
};

/// The machine's clocks and Qt's timers.
class SystemClock : public Clock
{
public:
    Instant now() const override;
    Milliseconds steady() const override;
    std::chrono::nanoseconds precise() const override;
    void after(Milliseconds delay, QObject *context, std::function<void()> task) override;
};

} // namespace graticule
