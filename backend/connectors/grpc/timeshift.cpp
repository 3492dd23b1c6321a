// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/grpc/timeshift.h"

namespace graticule {
namespace {

/// Below this the two clocks count as one: their difference is mostly the way of the message.
constexpr Milliseconds kSame{250};

void shift(Instant &at, Milliseconds offset)
{
    if (at != kNever)
        at -= offset;
}

} // namespace

FleetDelta toOurClock(const FleetDelta &delta, Milliseconds offset)
{
    FleetDelta result = delta;
    result.verdicts = {};
    if (std::chrono::abs(offset) < kSame)
        return result;
    for (auto &item : result.connections.upserted) {
        Connection c = *item;
        shift(c.since, offset);
        shift(c.retryAt, offset);
        shift(c.lastSeen, offset);
        item = std::make_shared<const Connection>(std::move(c));
    }
    for (auto &item : result.feeds.upserted) {
        Feed f = *item;
        shift(f.since, offset);
        shift(f.observedAt, offset);
        item = std::make_shared<const Feed>(std::move(f));
    }
    for (auto &item : result.placements.upserted) {
        Placement p = *item;
        shift(p.since, offset);
        item = std::make_shared<const Placement>(std::move(p));
    }
    for (auto &item : result.nodes.upserted) {
        Node n = *item;
        shift(n.bootedAt, offset);
        item = std::make_shared<const Node>(std::move(n));
    }
    return result;
}

} // namespace graticule
