// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/fleetsnapshot.h"

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace graticule {

/// Where the keeper's thread leaves snapshots and any other thread picks them up. Thread-safe.
///
/// A reader that is slow simply takes the newest snapshot when it is ready and diffs it against the last one it took:
/// nothing queues up, whatever the rate of changes (back-pressure by construction).
class SnapshotHub
{
public:
    /// Snapshots that a returning reader can resume from. They share nearly everything, so a hundred cost little, ...
    static constexpr size_t kKept = 128;
    /// ... unless everything changes all the time: then only as many as keep so many items that are no longer so.
    static constexpr size_t kMostOutdated = 50'000;

    /// Ends its subscription when destroyed; afterwards the callback is not running and will not be called.
    class Subscription
    {
    public:
        ~Subscription();
        Subscription(const Subscription &) = delete;
        Subscription &operator=(const Subscription &) = delete;

    private:
        friend class SnapshotHub;
        Subscription(SnapshotHub &hub, quint64 key)
            : m_hub(hub)
            , m_key(key)
        {
        }
        SnapshotHub &m_hub;
        quint64 m_key;
    };

    /// @p changes: items that differ from the snapshot before, about.
    void publish(SnapshotPtr snapshot, size_t changes = 0);
    /// Null before the first publish.
    SnapshotPtr latest() const;
    /// The kept snapshot with that revision, or null.
    SnapshotPtr find(const Revision &revision) const;
    /// @p wake is called in the publisher's thread after each publish; it must be quick and must not call the hub.
    std::unique_ptr<Subscription> subscribe(std::function<void()> wake);

private:
    mutable std::mutex m_mutex;
    struct Kept
    {
        SnapshotPtr snapshot;
        size_t changes = 0; ///< from the one before it
    };
    std::deque<Kept> m_kept;    // newest last
    size_t m_outdated = 0;      // sum of the changes of all but the oldest
    std::mutex m_callbackMutex; // held while callbacks run, so that unsubscribing waits for them
    std::map<quint64, std::function<void()>> m_callbacks;
    quint64 m_nextKey = 1;
};

} // namespace graticule
