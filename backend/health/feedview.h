// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/entities.h"

namespace graticule {

/// What we may conclude through one feed.
enum class Sight {
    Unlisted, ///< the first listing is not in: what is missing may exist
    Blind,    ///< the connection is gone, silent or refused
    Last,     ///< paused: the last known is all there is
    Seen,
};

/// One feed as the engine sees it at one moment. Equal views lead to equal verdicts, so a feed that is merely observed
/// again costs nothing.
struct FeedView
{
    Sight sight = Sight::Unlisted;
    bool stale = false; ///< past its limit, or paused
    Reason reason;      ///< why it is not Seen; code empty when it is

    friend bool operator==(const FeedView &, const FeedView &) = default;
};

/// @p connection may be null: a feed whose connection nobody tells of is judged by its age alone.
FeedView viewOf(const Feed &feed, const Connection *connection, Instant now);

/// When @p feed becomes stale if nothing more is observed; kNever when it never was.
Instant staleAt(const Feed &feed);

} // namespace graticule
