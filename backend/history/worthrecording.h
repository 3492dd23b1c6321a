// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/entities.h"

#include <memory>

namespace graticule {

// What of an entity's change belongs into history. Figures that move all the time would be most of it: they are kept as
// samples, and here in steps only, so that a past page shows them within the step.
//
//     connection   without latency, load, clock offset and the times of the next attempt and of the last sign of life
//     feed         without the time of its last proof: that is what coverage is for (see FeedWatch)
//     site, node   use of cpu in steps of 10 %, of memory and storage of 2 % of the total; load average not at all
//     link         round trip in steps of 10 % (at least 1 ms), loss in steps of one point
//     replica      lag in steps of a quarter (at least 1 s), size in steps of 1 %
//
// worthRecording(@p recorded, @p now) is what to record of @p now, @p recorded being what was recorded last (null:
// nothing); null when nothing is new. Pure; any thread.

std::shared_ptr<const Connection> worthRecording(const Connection *recorded,
                                                 const std::shared_ptr<const Connection> &now);
std::shared_ptr<const Feed> worthRecording(const Feed *recorded, const std::shared_ptr<const Feed> &now);
std::shared_ptr<const Site> worthRecording(const Site *recorded, const std::shared_ptr<const Site> &now);
std::shared_ptr<const Node> worthRecording(const Node *recorded, const std::shared_ptr<const Node> &now);
std::shared_ptr<const Link> worthRecording(const Link *recorded, const std::shared_ptr<const Link> &now);
std::shared_ptr<const Replica> worthRecording(const Replica *recorded, const std::shared_ptr<const Replica> &now);

/// All others: whatever is different.
template<class T> std::shared_ptr<const T> worthRecording(const T *recorded, const std::shared_ptr<const T> &now)
{
    return recorded && *recorded == *now ? nullptr : now;
}

} // namespace graticule
