// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/history/worthrecording.h"

#include <algorithm>
#include <cmath>

namespace graticule {
namespace {

// Of the total. A processor that works goes up and down by more than 2 % each time it is looked at, and memory by more
// than that now and then.
constexpr double kCpuStep = 0.1;
constexpr double kMemoryStep = 0.05;
constexpr double kSpaceStep = 0.02;

/// @p now, or @p recorded where that is as good.
Usage settled(const Usage &recorded, const Usage &now, double step)
{
    const bool isClose = recorded.total == now.total && now.total > 0 && recorded.requested == now.requested &&
                         std::abs(recorded.used - now.used) < step * now.total;
    return isClose ? recorded : now;
}

/// The same for all that a site or a node has.
template<class T> void settleUsage(T &kept, const T &recorded)
{
    kept.cpu = settled(recorded.cpu, kept.cpu, kCpuStep);
    kept.memory = settled(recorded.memory, kept.memory, kMemoryStep);
    kept.storage = settled(recorded.storage, kept.storage, kSpaceStep);
}

/// The same for a figure that must move by @p share of itself, and by @p least. Below 0 it is not known.
double settled(double recorded, double now, double share, double least)
{
    const bool isClose =
        recorded >= 0 && now >= 0 && std::abs(recorded - now) < std::max(least, share * std::max(recorded, now));
    return isClose ? recorded : now;
}

/// @p now with the figures of @p recorded where those are as good: null when that is what was recorded.
template<class T, class Settle>
std::shared_ptr<const T> unlessSettled(const T *recorded, const std::shared_ptr<const T> &now, Settle settle)
{
    T kept = *now;
    settle(kept);
    return recorded && kept == *recorded ? nullptr : std::make_shared<const T>(std::move(kept));
}

} // namespace

std::shared_ptr<const Connection> worthRecording(const Connection *recorded,
                                                 const std::shared_ptr<const Connection> &now)
{
    return unlessSettled(recorded, now, [](Connection &kept) {
        kept.latencyMs = kept.requestsPerSecond = kept.bytesPerSecond = -1;
        kept.clockOffset.reset();
        kept.clockErrorMs = -1;
        kept.retryAt = kept.lastSeen = kNever;
    });
}

std::shared_ptr<const Feed> worthRecording(const Feed *recorded, const std::shared_ptr<const Feed> &now)
{
    return unlessSettled(recorded, now, [](Feed &kept) { kept.observedAt = kNever; });
}

std::shared_ptr<const Site> worthRecording(const Site *recorded, const std::shared_ptr<const Site> &now)
{
    if (!recorded)
        return now;
    return unlessSettled(recorded, now, [recorded](Site &kept) { settleUsage(kept, *recorded); });
}

std::shared_ptr<const Node> worthRecording(const Node *recorded, const std::shared_ptr<const Node> &now)
{
    return unlessSettled(recorded, now, [recorded](Node &kept) {
        kept.load1 = -1;
        if (recorded)
            settleUsage(kept, *recorded);
    });
}

std::shared_ptr<const Link> worthRecording(const Link *recorded, const std::shared_ptr<const Link> &now)
{
    if (!recorded)
        return now;
    return unlessSettled(recorded, now, [recorded](Link &kept) {
        kept.rttMs = settled(recorded->rttMs, kept.rttMs, 0.1, 1.0);
        kept.loss = settled(recorded->loss, kept.loss, 0.0, 0.01);
    });
}

std::shared_ptr<const Replica> worthRecording(const Replica *recorded, const std::shared_ptr<const Replica> &now)
{
    if (!recorded)
        return now;
    return unlessSettled(recorded, now, [recorded](Replica &kept) {
        kept.lagMs = settled(recorded->lagMs, kept.lagMs, 0.25, 1000.0);
        kept.bytes = qint64(settled(double(recorded->bytes), double(kept.bytes), 0.01, 1.0));
    });
}

} // namespace graticule
