// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/entityid.h"
#include "backend/domain/instant.h"

namespace graticule {

/// Freshness of one stream of facts: an interval, so that seeing the same again is not a change of every fact.
struct Feed
{
    EntityId id;
    EntityId connection;
    QString name;                ///< "inventory", "events", ...
    Instant since = kNever;      ///< watched without a hole since
    Instant observedAt = kNever; ///< last time the endpoint proved the facts still hold
    Milliseconds limit{30000};   ///< older than this is stale
    bool complete = false;       ///< the first full listing is in; until then "empty" is not known

    friend bool operator==(const Feed &, const Feed &) = default;
};

} // namespace graticule
