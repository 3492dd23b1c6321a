// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/keeper/publisher.h"

namespace graticule {

Publisher::Publisher(Fleet &fleet, SnapshotHub &hub, Clock &clock, const HealthThresholds &thresholds)
    : m_fleet(fleet)
    , m_hub(hub)
    , m_clock(clock)
    , m_thresholds(thresholds)
{
}

EntityId Publisher::source()
{
    return EntityId("health");
}

void Publisher::begin()
{
    m_begun = true;
    publish();
}

void Publisher::touch()
{
    if (m_scheduled || !m_begun)
        return;
    m_scheduled = true;
    const Milliseconds wait = m_lastAt ? kPace - (m_clock.steady() - *m_lastAt) : Milliseconds(0);
    m_clock.after(std::max(Milliseconds(0), wait), this, [this] { publish(); });
}

void Publisher::publish()
{
    m_scheduled = false;
    m_lastAt = m_clock.steady();
    const Instant now = m_clock.now();
    if (m_fleet.hasChanges() || (m_nextDue != kNever && now >= m_nextDue))
        stepEngines();
    const size_t changes = m_fleet.changes();
    const SnapshotPtr snapshot = m_fleet.publish(now);
    m_hub.publish(snapshot, changes);
    Q_EMIT published(snapshot);
    waitForDue();
}

void Publisher::stepEngines()
{
    HealthStep step = HealthEngine::step(std::move(m_health), m_fleet.tables(), m_clock.now(), m_thresholds);
    m_health = std::move(step.memory);
    m_nextDue = step.nextDue;
    if (step.verdicts.isEmpty())
        return;
    FleetDelta delta;
    delta.verdicts = std::move(step.verdicts);
    m_fleet.apply(source(), delta);
}

/// One timer at a time: an earlier one looks again when it fires.
void Publisher::waitForDue()
{
    if (m_nextDue == kNever || (m_timerAt != kNever && m_timerAt <= m_nextDue))
        return;
    const Instant at = m_nextDue;
    m_timerAt = at;
    m_clock.after(std::max(Milliseconds(1), at - m_clock.now()), this, [this, at] {
        if (m_timerAt != at)
            return; // a later one was replaced by an earlier one
        m_timerAt = kNever;
        if (m_nextDue != kNever && m_clock.now() >= m_nextDue)
            touch();
        else
            waitForDue();
    });
}

} // namespace graticule
