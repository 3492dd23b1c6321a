// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/health/healthmemory.h"

namespace graticule {

/// What one step of the engine concludes.
struct HealthStep
{
    HealthMemory memory;       ///< for the next step
    Changes<Verdict> verdicts; ///< what differs from the step before
    Instant nextDue = kNever;  ///< step again then even if nothing changes: something becomes stale; kNever: nothing
};

/// Draws a verdict on every site from the facts. Pure: no clock, no I/O; any thread.
///
///  - Unreachable: no feed of the site sees it (each connection, or one on the way to it, unreachable, silent or
///    refused, and still so while it is tried again, paused, or not asked yet after a restart). Not the same as down.
///  - Unknown: the first listing is not in, nobody tells of the connection, or nothing says that the site works. Never
///    counted as healthy.
///  - Down: the platform says so of the site. Maintenance likewise; it wins over degraded.
///  - Degraded: the platform says so; a node is down or degraded; a service has fewer instances ready than wanted and
///    is unhealthy, failed or restarting; a replica lags or is broken; a link is over its limit (counted against the
///    end with the larger share of bad links).
///  - Stale, beside any of them: every feed is past its limit or paused; the state is the last known one.
/// A site seen by several feeds is judged by those that see it; the others are reasons only, so a healthy site may have
/// one. `since` moves only when the state does; verdicts found in the facts of the first step are taken up.
///
/// Costs in proportion to what changed since the step before, and to the sites of a feed whose sight changes.
/// Codes of reasons: site.down site.maintenance site.degraded site.no-evidence site.not-watched node.down node.degraded
/// node.maintenance service.failed service.restarting service.unhealthy replica.broken replica.lagging link.down
/// link.slow connection.unreachable connection.stale connection.refused connection.paused connection.unknown
/// feed.not-listed more.
class HealthEngine
{
public:
    static HealthStep step(HealthMemory previous, const FleetTables &tables, Instant now);
};

} // namespace graticule
