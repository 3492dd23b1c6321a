// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/cachereader.h"

#include "app/console/session.h"
#include "app/console/starttrace.h"

#include <utility>

namespace graticule {

CacheReader::CacheReader(const KeeperAccess &access)
    : m_thread([this, access] {
        SnapshotPtr whole = Session::readCache(access, [this](const SnapshotPtr &sites) {
            traceMark("sites");
            took(m_sites, sites);
        });
        traceMark("cache");
        took(m_whole, whole);
    })
{
}

CacheReader::~CacheReader()
{
    m_thread.join();
}

void CacheReader::deliver(Taker sites, Taker whole)
{
    const std::scoped_lock lock(m_mutex);
    m_takeSites = std::move(sites);
    m_takeWhole = std::move(whole);
    post();
}

void CacheReader::took(std::optional<SnapshotPtr> &place, const SnapshotPtr &snapshot)
{
    const std::scoped_lock lock(m_mutex);
    place = snapshot;
    post();
}

/// Under the lock. What is not wanted yet waits for deliver().
void CacheReader::post()
{
    const auto hand = [this](std::optional<SnapshotPtr> &place, const Taker &take) {
        if (!place || !take)
            return;
        QMetaObject::invokeMethod(
            &m_gate, [take, snapshot = *std::exchange(place, {})] { take(snapshot); }, Qt::QueuedConnection);
    };
    hand(m_sites, m_takeSites);
    hand(m_whole, m_takeWhole);
}

} // namespace graticule
