// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/wayschedule.h"

namespace graticule {

WaySchedule::WaySchedule(Clock &clock, LoadMeter &load, std::function<double()> chance, double seconds)
    : m_clock(clock)
    , m_load(load)
    , m_chance(std::move(chance))
    , m_seconds(seconds)
{
}

/// The first after a part of the interval, each connection's own, so that a thousand do not send at once.
void WaySchedule::use(std::unique_ptr<WayProbe> probe)
{
    if (m_probe && m_timers) // what it has under way counts, above all while sessions fail
        m_clock.after(WayProbe::kMost, m_timers.get(), [ending = std::shared_ptr(std::move(m_probe))] {});
    m_probe = std::move(probe);
    if (!m_probe) {
        m_timers.reset();
        return;
    }
    connect(m_probe.get(), &WayProbe::measured, this, &WaySchedule::measured);
    if (m_timers)
        return;
    m_timers = std::make_unique<QObject>();
    sendAfter(m_chance());
}

void WaySchedule::stop()
{
    m_timers.reset();
    m_probe.reset();
}

void WaySchedule::sendAfter(double share)
{
    m_clock.after(std::chrono::duration_cast<Milliseconds>(interval() * share), m_timers.get(), [this] {
        if (m_load.mayRequest()) // else it is not sent, and so not lost
            m_probe->send();
        sendAfter(1 - kJitter + 2 * kJitter * m_chance());
    });
}

Milliseconds WaySchedule::interval() const
{
    return m_probe ? Milliseconds(qRound64(1000 * m_seconds * m_probe->rarer())) : Milliseconds(0);
}

} // namespace graticule
