// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/health/parttally.h"

#include <algorithm>
#include <type_traits>

namespace graticule {
namespace {

bool works(const Node &node)
{
    return node.condition == Condition::Up;
}

bool works(const Placement &placement)
{
    return placement.health == Health::Healthy || placement.ready > 0;
}

bool works(const Replica &replica)
{
    return replica.state == ReplicaState::InSync;
}

bool isIll(const Node &node)
{
    return node.condition == Condition::Down || node.condition == Condition::Degraded ||
           node.condition == Condition::Maintenance;
}

bool isIll(const Placement &placement)
{
    const bool isWhole = placement.desired >= 0 && placement.ready >= 0 && placement.ready >= placement.desired;
    return !isWhole && (placement.health == Health::Unhealthy || placement.health == Health::Restarting ||
                        placement.health == Health::Failed);
}

bool isIll(const Replica &replica)
{
    return replica.state == ReplicaState::Lagging || replica.state == ReplicaState::Broken;
}

bool isOff(const Placement &placement)
{
    return placement.desired == 0 && placement.ready <= 0 && placement.health == Health::Stopped;
}

} // namespace

template<class T> void PartTally::count(const T &part, int by)
{
    auto of = std::find_if(m_feeds.begin(), m_feeds.end(), [&](const OfFeed &one) { return one.feed == part.feed; });
    if (of == m_feeds.end())
        of = m_feeds.insert(of, {.feed = part.feed});
    of->parts += by;
    of->nodes += std::is_same_v<T, Node> ? by : 0;
    of->working += works(part) ? by : 0;
    if constexpr (std::is_same_v<T, Placement>)
        of->off += isOff(part) ? by : 0;
    if (of->parts == 0)
        m_feeds.erase(of);
}

template<class T> void PartTally::take(const T *was, const T *is, std::set<EntityId> &ill)
{
    if (is)
        count(*is, 1); // before the other, which may be the last of its feed
    if (was)
        count(*was, -1);
    const bool wasIll = was && isIll(*was);
    const bool isNowIll = is && isIll(*is);
    if (wasIll && !isNowIll)
        ill.erase(was->id);
    else if (isNowIll && !wasIll)
        ill.insert(is->id);
}

void PartTally::take(const Node *was, const Node *is)
{
    take(was, is, m_nodes);
}

void PartTally::take(const Placement *was, const Placement *is)
{
    take(was, is, m_placements);
}

void PartTally::take(const Replica *was, const Replica *is)
{
    take(was, is, m_replicas);
}

} // namespace graticule
