// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/verbs/keeperaccess.h"
#include "backend/domain/fleetsnapshot.h"

#include <QObject>

#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace graticule {

/// Reads what a console showed last in a thread of its own, from its construction on, so that reading and making the
/// window go on side by side. Made and destroyed in the GUI thread; the end waits for the reading.
class CacheReader
{
public:
    using Taker = std::function<void(const SnapshotPtr &)>;

    explicit CacheReader(const KeeperAccess &access);
    ~CacheReader();
    CacheReader(const CacheReader &) = delete;
    CacheReader &operator=(const CacheReader &) = delete;

    /// From now on, in the GUI thread and through the event loop: @p sites with the sites, if a cache has them, then
    /// @p whole with all, or null. Once.
    void deliver(Taker sites, Taker whole);

private:
    void took(std::optional<SnapshotPtr> &place, const SnapshotPtr &snapshot);
    void post();

    QObject m_gate; ///< its thread's event loop is where things are taken
    std::mutex m_mutex;
    std::optional<SnapshotPtr> m_sites; ///< read and not delivered
    std::optional<SnapshotPtr> m_whole;
    Taker m_takeSites;
    Taker m_takeWhole;
    std::thread m_thread;
};

} // namespace graticule
