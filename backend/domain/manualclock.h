// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/clock.h"

#include <QPointer>

#include <map>

namespace graticule {

/// A clock that moves only when told to, so that tests of hours take milliseconds and never depend on the machine.
class ManualClock : public Clock
{
public:
    explicit ManualClock(Instant start = instantFromMs(1'000'000'000'000))
        : m_start(start)
    {
    }

    Instant now() const override { return m_start + m_elapsed + m_wallJump; }
    Milliseconds steady() const override { return m_elapsed; }
    void after(Milliseconds delay, QObject *context, std::function<void()> task) override;

    /// Moves on by @p duration and runs what falls due on the way, each at its own moment.
    void advance(Milliseconds duration);
    /// Someone sets the wall clock; steady time goes on unmoved.
    void jumpWall(Milliseconds by) { m_wallJump += by; }

private:
    struct Task
    {
        QPointer<QObject> context;
        std::function<void()> run;
    };
    Instant m_start;
    Milliseconds m_elapsed{0};
    Milliseconds m_wallJump{0};
    std::multimap<Milliseconds, Task> m_tasks;
};

} // namespace graticule
