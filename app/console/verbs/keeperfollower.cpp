// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/verbs/keeperfollower.h"

#include <algorithm>

namespace graticule {
namespace {

/// A keeper that was killed is started again at once; one that does not stay up ever more seldom.
Milliseconds backOff(int attempts)
{
    return attempts == 0 ? Milliseconds(0)
                         : std::min(Milliseconds(10'000), Milliseconds(500) * (1 << std::min(attempts, 5)));
}

} // namespace

KeeperFollower::KeeperFollower(KeeperAccess access, Clock &clock, SnapshotPtr cached, QObject *parent)
    : QObject(parent)
    , m_access(std::move(access))
    , m_clock(clock)
    , m_client(clock, std::move(cached), this)
{
    connect(&m_client, &FleetClient::snapshotChanged, this, &KeeperFollower::snapshotChanged);
    connect(&m_client, &FleetClient::linkChanged, this, &KeeperFollower::setLink);
}

void KeeperFollower::start()
{
    open();
}

void KeeperFollower::retry()
{
    m_attempts = 0;
    open();
}

void KeeperFollower::open()
{
    if (m_isOpening)
        return;
    ++m_scheduled;
    m_isWaiting = false;
    m_isOpening = true;
    m_access.open(this, [this](const auto &channel) { take(channel); });
}

void KeeperFollower::take(const Result<std::shared_ptr<ControlChannel>> &channel)
{
    m_isOpening = false;
    if (channel) {
        Q_EMIT opened(*channel);
        m_client.follow(*channel);
        return;
    }
    KeeperLink lost = m_link;
    if (lost.state != KeeperLink::State::Lost)
        lost.since = m_clock.now();
    lost.state = KeeperLink::State::Lost;
    lost.error = channel.error();
    setLink(lost);
}

void KeeperFollower::setLink(const KeeperLink &link)
{
    if (link.state == KeeperLink::State::Live)
        m_attempts = 0;
    const bool isNew = link != m_link;
    m_link = link;
    if (isNew)
        Q_EMIT linkChanged(m_link);
    if (link.state == KeeperLink::State::Lost)
        openLater();
}

/// The client tries again by itself, but only where it was told to: a private keeper has to be started first.
void KeeperFollower::openLater()
{
    if (!m_access.isPrivate() && m_client.link().state != KeeperLink::State::Unknown)
        return;
    if (m_isWaiting || m_isOpening)
        return;
    m_isWaiting = true;
    const quint64 scheduled = ++m_scheduled;
    m_clock.after(backOff(m_attempts++), this, [this, scheduled] {
        if (scheduled == m_scheduled)
            open();
    });
}

} // namespace graticule
