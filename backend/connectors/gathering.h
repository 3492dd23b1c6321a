// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/clock.h"

#include <optional>

namespace graticule {

/// Gathers changes, which come in bursts: what came is handled once, some time after the first of them, and never more
/// often than at a pace: what takes long to handle leaves others their time. Its owner ends it by going away, also from
/// within the handler.
class Gathering
{
public:
    /// @p first: from a change after a quiet time until @p handle is called; @p pace: from the end of one call to the
    /// next, at least. @p clock outlives it.
    Gathering(Clock &clock, Milliseconds first, Milliseconds pace, std::function<void()> handle);

    /// Something changed. Also from within the handler, for what it left.
    void touch();

private:
    void schedule();
    void handle();

    Clock &m_clock;
    const Milliseconds m_first;
    const Milliseconds m_pace;
    std::function<void()> m_handle;
    std::optional<Milliseconds> m_lastAt; ///< steady
    bool m_isDue = false;
    bool m_isHandling = false;
    QObject m_timers; ///< last: ends what refers to what is above
};

} // namespace graticule
