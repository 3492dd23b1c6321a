// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/verbs/keeperaccess.h"
#include "backend/control/fleetclient.h"

#include <QObject>

namespace graticule {

/// Stays with one keeper: opens it (starting the private one), follows its fleet, and when it is lost says so at once
/// and opens it again with back-off. Lives in one thread, which must not be a GUI thread.
class KeeperFollower : public QObject
{
    Q_OBJECT

public:
    /// @p clock outlives the follower. @p cached is what was shown last time, or null.
    KeeperFollower(KeeperAccess access, Clock &clock, SnapshotPtr cached, QObject *parent = nullptr);

    const KeeperLink &link() const { return m_link; }
    SnapshotPtr snapshot() const { return m_client.snapshot(); }

public Q_SLOTS:
    void start();
    /// Tries at once instead of waiting for the next attempt.
    void retry();

Q_SIGNALS:
    /// A channel to use for calls from now on.
    void opened(const std::shared_ptr<graticule::ControlChannel> &channel);
    void snapshotChanged(const graticule::SnapshotPtr &snapshot);
    void linkChanged(const graticule::KeeperLink &link);

private:
    void open();
    void take(const Result<std::shared_ptr<ControlChannel>> &channel);
    void setLink(const KeeperLink &link);
    void openLater();

    KeeperAccess m_access;
    Clock &m_clock;
    FleetClient m_client;
    KeeperLink m_link;
    int m_attempts = 0;       ///< in a row, without becoming live
    quint64 m_scheduled = 0;  ///< an opening that was put off and is not this one is dropped
    bool m_isWaiting = false; ///< an opening is put off
    bool m_isOpening = false;
};

} // namespace graticule
