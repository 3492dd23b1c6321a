// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/entities.h"
#include "backend/domain/table.h"

namespace graticule {

/// What we may conclude through one feed.
enum class Sight {
    Unlisted, ///< the first listing is not in: what is missing may exist
    Blind,    ///< the connection is gone, silent or refused
    Last,     ///< paused while it was seen: the last known is all there is
    Seen,
};

/// One feed as the engine sees it at one moment. Equal views lead to equal verdicts, so a feed that is merely observed
/// again costs nothing.
struct FeedView
{
    Sight sight = Sight::Unlisted;
    bool stale = false; ///< past its limit, or paused
    Reason reason;      ///< why it is not Seen; code empty when it is
    EntityId blindBy;   ///< the connection that makes it Blind, the one nearest to us

    friend bool operator==(const FeedView &, const FeedView &) = default;
};

/// By the worst connection on the way from the feed's own to us, so what one of them was last known to be out of sight
/// stays so until it answers. Nothing is concluded (Unlisted) through a connection of which nobody tells.
FeedView viewOf(const Feed &feed, const Table<Connection> &connections, Instant now);

/// A connection that failed is as blind as before until it answers: while it is tried again, or its sites would flicker
/// with each try; while it is paused; after a restart of ours.
ConnectionState settledState(const Connection &connection);

/// When @p feed becomes stale if nothing more is observed; kNever when it never was.
Instant staleAt(const Feed &feed);

} // namespace graticule
