// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleetstore.h"
#include "models/latency/statespans.h"
#include "models/samplecalls.h"

namespace graticule {

/// How one site was over the last day: its states one after the other, with the times when nobody watched. Asked again
/// when its state changes, and now and then; in the past, of the day before the moment that is shown. GUI thread.
class StateTrail : public QObject
{
    Q_OBJECT

public:
    static constexpr Milliseconds kLength{std::chrono::hours(24)};
    static constexpr Milliseconds kEvery{60'000};

    /// Both outlive this.
    StateTrail(FleetStore &store, SampleCalls &calls, QObject *parent = nullptr);

    /// Empty: none.
    void show(const EntityId &site);
    Instant from() const { return m_to - kLength; }
    Instant to() const { return m_to; }
    /// In order, without gaps between the first and the last; what is before the first was not recorded.
    const std::vector<StateSpan> &spans() const { return m_spans; }
    /// An answer is in, be it that nothing is recorded.
    bool isTold() const { return m_isTold; }
    /// Why the last question was not answered; text empty: it was. What was told before of the same time stays.
    const Error &error() const { return m_error; }

Q_SIGNALS:
    void changed();

private:
    void ask();
    void askIfDue();
    void forget();
    void take(const Result<QList<SiteTurn>> &turns);
    void fail(const Error &why);

    FleetStore &m_store;
    SampleCalls &m_calls;
    EntityId m_site;
    std::unique_ptr<QObject> m_question;
    Milliseconds m_askedAt{0}; ///< steady
    SiteStatus m_askedOf;      ///< the state when it was asked
    Instant m_askedTo = kNever;
    Instant m_to = kNever;
    Error m_error;
    std::vector<StateSpan> m_spans;
    bool m_isTold = false;
};

} // namespace graticule
