// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/fleet/snapshothub.h"

namespace graticule {

SnapshotHub::Subscription::~Subscription()
{
    const std::scoped_lock lock(m_hub.m_callbackMutex);
    m_hub.m_callbacks.erase(m_key);
}

void SnapshotHub::publish(SnapshotPtr snapshot, size_t changes)
{
    std::vector<Kept> dropped; // freed outside the lock: it may be the last owner of much
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_kept.empty() && m_kept.back().snapshot == snapshot)
            return;
        m_outdated += m_kept.empty() ? 0 : changes;
        m_kept.push_back({std::move(snapshot), changes});
        while (m_kept.size() > kKept || (m_kept.size() > 1 && m_outdated > kMostOutdated)) {
            dropped.push_back(std::move(m_kept.front()));
            m_kept.pop_front();
            m_outdated -= m_kept.front().changes;
        }
    }
    const std::scoped_lock lock(m_callbackMutex);
    for (const auto &[key, wake] : m_callbacks)
        wake();
}

SnapshotPtr SnapshotHub::latest() const
{
    const std::scoped_lock lock(m_mutex);
    return m_kept.empty() ? SnapshotPtr() : m_kept.back().snapshot;
}

SnapshotPtr SnapshotHub::find(const Revision &revision) const
{
    const std::scoped_lock lock(m_mutex);
    for (auto it = m_kept.rbegin(); it != m_kept.rend(); ++it) {
        if (it->snapshot->revision == revision)
            return it->snapshot;
    }
    return {};
}

std::unique_ptr<SnapshotHub::Subscription> SnapshotHub::subscribe(std::function<void()> wake)
{
    const std::scoped_lock lock(m_callbackMutex);
    const quint64 key = m_nextKey++;
    m_callbacks.emplace(key, std::move(wake));
    return std::unique_ptr<Subscription>(new Subscription(*this, key));
}

} // namespace graticule
