// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/loadmeter.h"
#include "backend/connectors/wayprobe.h"
#include "backend/domain/clock.h"

#include <functional>
#include <memory>

namespace graticule {

/// When the way to one endpoint is measured: now and then, within the load budget, and also while there is no session,
/// so that a dead service and a dead way are told apart. Backend thread.
class WaySchedule : public QObject
{
    Q_OBJECT

public:
    static constexpr double kJitter = 0.1; ///< of the interval

    /// @p clock and @p load outlive it; @p chance gives 0..1. @p seconds: from one probe to the next.
    WaySchedule(Clock &clock, LoadMeter &load, std::function<double()> chance, double seconds);

    /// A session begins: its probe is used from now on; null: nothing is to be measured.
    void use(std::unique_ptr<WayProbe> probe);
    void stop();
    /// From one probe to the next; 0: there are none.
    Milliseconds interval() const;

Q_SIGNALS:
    /// Without a site.
    void measured(const graticule::Measurement &found);

private:
    void sendAfter(double share);

    Clock &m_clock;
    LoadMeter &m_load;
    std::function<double()> m_chance;
    double m_seconds;
    std::unique_ptr<WayProbe> m_probe; ///< of the last session; null: there is none
    std::unique_ptr<QObject> m_timers; ///< null: nothing is to be sent
};

} // namespace graticule
