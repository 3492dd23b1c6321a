// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/controlcalls.h"
#include "backend/control/fleetclient.h"
#include "tests/keeper/busyendpoint.h"

#include <map>

namespace graticule::testing {

inline std::shared_ptr<ControlChannel> openChannel(const QString &socket)
{
    ControlAddress address;
    address.target = QStringLiteral("unix:") + socket;
    return ControlChannel::open(address).value();
}

/// What a console sees of a keeper, and what the keeper has said to have on disk.
class KeeperWatcher : public QObject
{
public:
    KeeperWatcher(const QString &socket, std::map<Instant, SnapshotPtr> &seen)
        : m_channel(openChannel(socket))
        , m_calls(m_channel)
        , m_fleet(m_clock, {})
    {
        connect(&m_fleet, &FleetClient::snapshotChanged, this,
                [&seen](const SnapshotPtr &snapshot) { seen[snapshot->at] = snapshot; });
        m_fleet.follow(m_channel);
        askCoverage();
        askSamples();
    }

    /// What was published until then is on disk.
    Instant recordedUntil() const { return m_recordedUntil; }
    /// What was measured until then is on disk.
    Instant storedUntil() const { return m_storedUntil; }
    const Error &error() const { return m_error; }

private:
    void askCoverage()
    {
        const Instant now = m_clock.now();
        m_calls.coverage(this, {now - std::chrono::hours(24), now}, [this](const Result<HistoryCoverage> &reply) {
            if (!reply)
                return; // killed
            m_recordedUntil = reply->recorded.until;
            if (!reply->error.text.isEmpty())
                m_error = reply->error;
            m_clock.after(Milliseconds(50), this, [this] { askCoverage(); });
        });
    }
    /// A flush that is seen to have been after a sample was seen had it.
    void askSamples()
    {
        const SamplesQuery query{BusyEndpoint::measured(BusyEndpoint::kMeasured - 1),
                                 {BusyEndpoint::metric()},
                                 m_clock.now() - Milliseconds(10'000),
                                 kNever};
        m_calls.samples(this, query, [this](const Result<SamplesAnswer> &reply) {
            if (!reply)
                return;
            if (!reply->store.error.text.isEmpty())
                m_error = reply->store.error;
            if (std::exchange(m_stored, reply->store.counts.stored) != reply->store.counts.stored)
                m_storedUntil = m_seenUntil;
            if (!reply->series.isEmpty() && !reply->series.first().buckets.empty())
                m_seenUntil = instantFromMs(reply->series.first().buckets.back().ms);
            m_clock.after(Milliseconds(50), this, [this] { askSamples(); });
        });
    }

    SystemClock m_clock;
    std::shared_ptr<ControlChannel> m_channel;
    ControlCalls m_calls;
    FleetClient m_fleet;
    Instant m_recordedUntil = kNever;
    Instant m_storedUntil = kNever;
    Instant m_seenUntil = kNever;
    qint64 m_stored = 0;
    Error m_error;
};

} // namespace graticule::testing
