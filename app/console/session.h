// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/verbs/keeperaccess.h"
#include "backend/control/fleetclient.h"

#include <QObject>
#include <QThread>

#include <atomic>
#include <functional>
#include <memory>

namespace graticule {

/// The window's side of its keeper: a client thread in which the keeper is followed (and started again when it is
/// gone), and the cache on disk. Lives in the GUI thread; waits for nothing but the thread's end.
class Session : public QObject
{
    Q_OBJECT

public:
    /// When what is shown goes to the cache for the first time (a console may be killed at any moment), and how often
    /// after that, when it changed.
    static constexpr Milliseconds kCacheFirst{2'000};
    static constexpr Milliseconds kCacheEvery{30'000};
    /// Where writing costs more than a three thousandth of a core it is done less often, but at least so often: the end
    /// writes it anyhow, and what a crash takes away a keeper tells again.
    static constexpr Milliseconds kCacheAtLeastEvery{300'000};

    /// @p clock outlives the session. @p withLab: start the lab of a private keeper that nothing is configured in.
    Session(KeeperAccess access, Clock &clock, bool withLab);
    ~Session() override;

    /// @p cached is what readCache() found, or null: the keeper is asked only for what differs from it.
    void start(const SnapshotPtr &cached);
    /// Says nothing any more, and goes once its thread has ended and the cache is written; nothing waits for it.
    static void retire(std::unique_ptr<Session> session);
    /// Tries the keeper at once.
    void retry();

    /// What the console of this keeper showed last, or null. Reads a file: not in the GUI thread.
    /// @p sitesRead is told, in the same thread, as soon as everything but what is at the sites has been read.
    static SnapshotPtr readCache(const KeeperAccess &access, const std::function<void(const SnapshotPtr &)> &sitesRead);

Q_SIGNALS:
    void opened(const std::shared_ptr<graticule::ControlChannel> &channel);
    void snapshotChanged(const graticule::SnapshotPtr &snapshot);
    void linkChanged(const graticule::KeeperLink &link);
    /// Nothing was configured, so the lab was started, or could not be: then @p error says why.
    void labStarted(const graticule::Error &error);

private:
    void startLabIfEmpty(const std::shared_ptr<ControlChannel> &channel);
    void cacheLater(Milliseconds delay);

    KeeperAccess m_access;
    Clock &m_clock;
    SnapshotPtr m_newest;
    SnapshotPtr m_cached; ///< what the cache file holds
    /// Shared with the writing, which may outlive this.
    std::shared_ptr<std::atomic<qint64>> m_cacheTookMs = std::make_shared<std::atomic<qint64>>(0);
    bool m_withLab;
    QThread m_thread;
    QObject *m_follower = nullptr; ///< a KeeperFollower of the client thread
};

} // namespace graticule
