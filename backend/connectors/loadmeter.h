// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/clock.h"

#include <deque>

namespace graticule {

/// Measures the load that one connection causes its endpoint, and says when the budget is spent. Backend thread only.
///
/// Every request and every byte sent or received is reported here by the connector's transport. Budgets are per second,
/// averaged over ten seconds, so a burst (a relist) passes and a storm does not.
class LoadMeter
{
public:
    /// A budget of 0 is no limit. @p clock outlives the meter.
    LoadMeter(Clock &clock, double requestsPerSecond, double bytesPerSecond);

    void countRequest();
    void countBytes(qint64 bytes);

    /// Whether one more request keeps within the budget. Beats are sent regardless: a connection that is busy must not
    /// look dead.
    bool mayRequest();
    /// How long until mayRequest() may be true again.
    Milliseconds wait();

    double requestsPerSecond();
    double bytesPerSecond();

private:
    struct Slot
    {
        qint64 second;
        qint64 requests;
        qint64 bytes;
    };
    Slot &slot();
    void forget();
    double perSecond(qint64 Slot::*field);

    Clock &m_clock;
    double m_requestBudget;
    double m_byteBudget;
    std::deque<Slot> m_slots; // of the last ten seconds, oldest first
};

} // namespace graticule
