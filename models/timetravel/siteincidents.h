// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/pastsource.h"

#include <optional>
#include <vector>

namespace graticule {

/// Sites that went down or unreachable together, from the first to go until the last is back.
struct SiteIncident
{
    Instant begin = kNever;
    std::optional<Instant> end; ///< nullopt: it lasts
    QList<EntityId> sites;      ///< in the order in which they went
    bool isDown = false;        ///< one at least was down, not only unreachable

    friend bool operator==(const SiteIncident &, const SiteIncident &) = default;
};

/// How many changes of state there were in each stretch of a span.
struct TurnCounts
{
    Instant begin = kNever;
    Milliseconds length{0};
    std::vector<int> counts;
};

/// Those that go within this time after the one before are one incident.
inline constexpr Milliseconds kTogether{120'000};
/// Between what nobody knows of a site and what is known again: shorter is no end.
inline constexpr Milliseconds kUnknownFor{600'000};

/// @p turns oldest first, beginning with what every site was before. Pure; any thread.
std::vector<SiteIncident> siteIncidents(const QList<SiteTurn> &turns);

/// Of those within @p span, in stretches of @p length that begin at whole multiples of it. Pure; any thread.
TurnCounts turnCounts(const QList<SiteTurn> &turns, const TimeSpan &span, Milliseconds length);

} // namespace graticule
