// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleetstore.h"
#include "models/samplecalls.h"

#include <optional>

namespace graticule {

/// How one link went over the last hours: its samples, those of an earlier time to hold them against, and how the sites
/// at its ends turned. Asked again while somebody looks; in the past, of the time before the moment that is shown, as
/// soon as it is another. Nothing is kept from the present into the past, back, or into another fleet. GUI thread.
class LinkTrail : public QObject
{
    Q_OBJECT

public:
    static constexpr Milliseconds kEvery{10'000};

    /// Both outlive this.
    LinkTrail(FleetStore &store, SampleCalls &calls, QObject *parent = nullptr);

    /// Empty: none. What was told of another one is forgotten at once.
    void show(const EntityId &link);
    const EntityId &link() const { return m_link; }
    void setLength(Milliseconds length);
    Milliseconds length() const { return m_length; }
    /// Also what was so much earlier; 0: nothing.
    void compareWith(Milliseconds earlier);
    Milliseconds earlier() const { return m_earlier; }
    void setAwake(bool isAwake);

    /// The time of what is told.
    Instant from() const { return m_to - m_length; }
    Instant to() const { return m_to; }
    /// Something was told of this link, be it that there is nothing.
    bool isTold() const { return m_isTold; }
    const Error &error() const { return m_error; }

    const SampleAnswer &roundTrips() const { return m_rtt; }
    const SampleAnswer &losses() const { return m_loss; }
    /// Of the earlier time, at its own times.
    const SampleAnswer &earlierRoundTrips() const { return m_earlierRtt; }
    /// Of both ends, oldest first.
    const QList<SiteTurn> &turns() const { return m_turns; }

Q_SIGNALS:
    void changed();

private:
    void forget();
    void ask();
    void askIfDue();
    void askSamples();
    void askEarlier();
    void askTurns(const EntityId &site);
    void partCame();

    FleetStore &m_store;
    SampleCalls &m_calls;
    EntityId m_link;
    Milliseconds m_length{std::chrono::hours(6)};
    Milliseconds m_earlier{0};
    bool m_isAwake = false;

    std::unique_ptr<QObject> m_question; ///< context of what is asked
    Instant m_askedTo = kNever;          ///< kNever: it is to be asked
    Milliseconds m_askedAt{0};           ///< steady
    int m_open = 0;                      ///< answers that are awaited

    Instant m_to = kNever;
    bool m_isTold = false;
    Error m_error;
    SampleAnswer m_rtt;
    SampleAnswer m_loss;
    SampleAnswer m_earlierRtt;
    QList<SiteTurn> m_turns;
    QList<SiteTurn> m_nextTurns;
};

} // namespace graticule
