// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/gathering.h"

#include <QPointer>

#include <algorithm>

namespace graticule {

Gathering::Gathering(Clock &clock, Milliseconds first, Milliseconds pace, std::function<void()> handle)
    : m_clock(clock)
    , m_first(first)
    , m_pace(pace)
    , m_handle(std::move(handle))
{
}

void Gathering::touch()
{
    if (!std::exchange(m_isDue, true) && !m_isHandling)
        schedule();
}

void Gathering::schedule()
{
    const Milliseconds wait = m_lastAt ? m_pace - (m_clock.steady() - *m_lastAt) : Milliseconds(0);
    m_clock.after(std::max(m_first, wait), &m_timers, [this] { handle(); });
}

void Gathering::handle()
{
    const QPointer<QObject> guard(&m_timers);
    const std::function<void()> task = m_handle; // it may end us
    m_isDue = false;
    m_isHandling = true;
    task();
    if (!guard)
        return;
    m_isHandling = false;
    m_lastAt = m_clock.steady();
    if (m_isDue)
        schedule();
}

} // namespace graticule
