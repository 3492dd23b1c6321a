// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/clock.h"

#include <deque>
#include <optional>

namespace graticule {

/// Measures the load that one connection causes its endpoint, and says when the budget is spent. Backend thread only.
///
/// Every request and every byte sent or received is reported here by the connector's transport. Budgets are per second,
/// averaged over ten seconds, so a burst (a relist) passes and a storm does not. What an endpoint has is read at once
/// when a session begins, whatever its budget: a large one would be half known for minutes. Not so again and again.
class LoadMeter
{
public:
    static constexpr Milliseconds kListing{60'000};     ///< what a listing costs is free for so long, at most
    static constexpr Milliseconds kListingRest{60'000}; ///< from the end of one that was free until the next may be

    /// A budget of 0 is no limit. @p clock outlives the meter.
    LoadMeter(Clock &clock, double requestsPerSecond, double bytesPerSecond);

    void countRequest();
    void countBytes(qint64 bytes);

    /// Whether one more request keeps within the budget. Beats are sent regardless: a connection that is busy must not
    /// look dead.
    bool mayRequest();
    /// How long until mayRequest() may be true again.
    Milliseconds wait();

    /// The first listing of a session begins: until endListing() nothing is held against the budget. Nothing when
    /// another one was free just before.
    void beginListing();
    void endListing();

    double requestsPerSecond();
    double bytesPerSecond();

private:
    struct Slot
    {
        qint64 second;
        qint64 requests;
        qint64 bytes;
        qint64 freeRequests = 0; ///< of them: not held against the budget
        qint64 freeBytes = 0;
    };
    bool isListing();
    Slot &slot();
    void forget();
    double perSecond(qint64 Slot::*field, qint64 Slot::*butNot = nullptr);

    Clock &m_clock;
    double m_requestBudget;
    double m_byteBudget;
    std::optional<Milliseconds> m_listingSince; ///< steady; none: no listing is under way
    std::optional<Milliseconds> m_listedAt;     ///< steady: when the last one that was free ended
    std::deque<Slot> m_slots;                   // of the last ten seconds, oldest first
};

} // namespace graticule
