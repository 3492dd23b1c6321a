// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/clock.h"
#include "backend/fleet/fleet.h"
#include "backend/fleet/snapshothub.h"
#include "backend/health/healthengine.h"

namespace graticule {

/// Turns changes of the fleet into published snapshots: the first change at once, a stream of them at most every 33 ms,
/// each with the verdicts that belong to it. Steps the engines, also when only time has passed. Publishes nothing
/// before begin(), so that nobody sees half of what there was before a restart. Backend thread.
class Publisher : public QObject
{
    Q_OBJECT

public:
    static constexpr Milliseconds kPace{33};

    /// All outlive the publisher.
    Publisher(Fleet &fleet, SnapshotHub &hub, Clock &clock, const HealthThresholds &thresholds = {});

    /// The source under which verdicts stand in the fleet.
    static EntityId source();

    /// Publishes now, and from now on.
    void begin();
    /// The fleet has changed, or may have.
    void touch();

Q_SIGNALS:
    void published(const graticule::SnapshotPtr &snapshot);

private:
    void publish();
    void stepEngines();
    void waitForDue();

    Fleet &m_fleet;
    SnapshotHub &m_hub;
    Clock &m_clock;
    HealthThresholds m_thresholds;
    HealthMemory m_health;
    bool m_begun = false;
    bool m_scheduled = false;
    std::optional<Milliseconds> m_lastAt; ///< steady
    Instant m_nextDue = kNever;
    Instant m_timerAt = kNever; ///< when the timer that is set fires
};

} // namespace graticule
