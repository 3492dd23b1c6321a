// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/fleetclient.h"

#include <algorithm>

namespace graticule {
namespace {

/// First retry soon: most losses are a keeper being restarted. Then doubling up to the cap, which keeps a dead server
/// cheap.
constexpr Milliseconds kFirstRetry{200};
constexpr Milliseconds kLongestRetry{5000};

Milliseconds retryDelay(int attempts)
{
    return std::min(kLongestRetry, kFirstRetry * (1 << std::min(attempts, 6)));
}

} // namespace

FleetClient::FleetClient(Clock &clock, SnapshotPtr cached, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_snapshot(std::move(cached))
{
    if (m_snapshot)
        m_tables = m_snapshot->tables;
}

FleetClient::~FleetClient() = default;

void FleetClient::follow(std::shared_ptr<ControlChannel> channel)
{
    m_channel = std::move(channel);
    m_attempts = 0;
    open();
}

void FleetClient::stop()
{
    ++m_session;
    m_stream.reset();
    m_channel.reset();
}

void FleetClient::open()
{
    ++m_session;
    m_stream.reset();
    if (!m_channel)
        return;
    setState(KeeperLink::State::Connecting, m_link.error);
    m_lastHeard = m_clock.steady();
    m_stream = std::make_unique<WatchStream>(
        m_channel, WatchOrder{m_snapshot ? m_snapshot->revision : Revision()}, this,
        [this](std::vector<WatchEvent> events) { take(std::move(events)); }, [this](const Error &why) { lose(why); });
    watchSilence();
}

void FleetClient::take(std::vector<WatchEvent> events)
{
    m_lastHeard = m_clock.steady();
    m_attempts = 0;
    for (WatchEvent &event : events) {
        if (event.reset)
            m_tables = FleetTables();
        m_tables.apply(event.delta);
        if (event.heartbeat.count() > 0)
            m_heartbeat = std::clamp(event.heartbeat, Milliseconds(100), Milliseconds(60'000));
        if (event.complete)
            m_snapshot = std::make_shared<const FleetSnapshot>(FleetSnapshot{event.revision, event.at, m_tables});
    }
    const WatchEvent &last = events.back();
    const bool completed = std::any_of(events.cbegin(), events.cend(), [](const WatchEvent &e) { return e.complete; });
    m_link.lastHeard = m_clock.now();
    if (last.at != kNever)
        m_link.clockOffset = last.at - m_clock.now();
    if (completed)
        Q_EMIT snapshotChanged(m_snapshot);
    // Live once a whole snapshot is there; before that the first part of a large one is on its way.
    if (completed || m_link.state == KeeperLink::State::Live)
        setState(KeeperLink::State::Live);
}

void FleetClient::lose(const Error &why)
{
    m_stream.reset();
    const quint64 session = ++m_session;
    // What was half received is of no use: start over from the last whole snapshot.
    m_tables = m_snapshot ? m_snapshot->tables : FleetTables();
    setState(KeeperLink::State::Lost, why);
    m_clock.after(retryDelay(m_attempts++), this, [this, session] {
        if (session == m_session)
            open();
    });
}

void FleetClient::watchSilence()
{
    const quint64 session = m_session;
    m_clock.after(m_heartbeat, this, [this, session] {
        if (session != m_session)
            return;
        // Two missed heartbeats, and at least two seconds for a machine that is busy.
        const Milliseconds limit = std::max(m_heartbeat * 2, Milliseconds(2000));
        const Milliseconds silent = m_clock.steady() - m_lastHeard;
        if (silent > limit) {
            lose({ErrorKind::TimedOut, Fault::Endpoint,
                  QStringLiteral("The keeper at %1 has said nothing for %2 s.")
                      .arg(m_channel->address().target)
                      .arg(silent.count() / 1000),
                  Milliseconds(0)});
        } else {
            watchSilence();
        }
    });
}

void FleetClient::setState(KeeperLink::State state, const Error &error)
{
    if (m_link.state != state) {
        m_link.state = state;
        m_link.since = m_clock.now();
    }
    m_link.error = error;
    Q_EMIT linkChanged(m_link);
}

} // namespace graticule
