// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/manualclock.h"

namespace graticule {

void ManualClock::after(Milliseconds delay, QObject *context, std::function<void()> task)
{
    m_tasks.emplace(m_elapsed + delay, Task{context, std::move(task)});
}

void ManualClock::advance(Milliseconds duration)
{
    const Milliseconds end = m_elapsed + duration;
    while (!m_tasks.empty() && m_tasks.begin()->first <= end) {
        auto first = m_tasks.extract(m_tasks.begin());
        m_elapsed = std::max(m_elapsed, first.key());
        if (first.mapped().context)
            first.mapped().run();
    }
    m_elapsed = end;
}

} // namespace graticule
