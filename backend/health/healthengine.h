// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/health/healthmemory.h"

namespace graticule {

/// What one step of the engine concludes.
struct HealthStep
{
    HealthMemory memory;       ///< for the next step
    Changes<Verdict> verdicts; ///< what differs from the step before
    Instant nextDue = kNever;  ///< step again then even if nothing changes: something ages or turns; kNever: nothing
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
///    end with the larger share of bad links; against none where nothing is well at either end and one place alone
///    measures: that is said, link.unclear, and changes no state).
///  - Stale, beside any of them: every feed is past its limit or paused; the state is the last known one.
/// Them or me? What is measured of a site from several vantage points (sites from which links go out, and our keeper by
/// its connections) tells them apart. Only facts count that are fresh and in sight, and no verdict of another keeper:
///  - dead: nobody sees it, at least two vantage points that reached it reach it no more, and each reaches others.
///  Down.
///  - the way is cut: nobody sees it, but another vantage point reaches it. As it was last known, and stale.
///  - a cut link: another vantage point reaches it; the state is by the rule for links above.
///  - frozen: a port answers where no protocol does, seen from anywhere. Degraded, or unreachable when nobody sees it.
///  - refused: its host answers that nothing listens at its port. Degraded, or unreachable when nobody sees it.
///  - we are cut off: most of what we ask, over unrelated hosts, fell silent together. Unreachable, and one cause of
///  all
///    of them, said by `keeper.cut-off`; a measured link from a vantage point that is cut off says nothing of its end.
/// Too few to tell is said (vantage.few, vantage.alone), and the site is unreachable as ever.
///
/// Physics: a round trip that light in fibre could not make from three vantage points refutes a place (lightfloor.h).
/// Of two ends that contradict each other the one with more contradictions is accused. The round trip of a link is a
/// median, never less than the least: what is refuted is refuted rightly, but not all that could be.
///
/// A site seen by several feeds is judged by those that see it; the others are reasons only, so a healthy site may have
/// one. `since` moves only when the state does; verdicts found in the facts of the first step are taken up.
///
/// Costs in proportion to what changed since the step before, and to the sites of a feed whose sight changes.
/// Codes of reasons: site.down site.maintenance site.degraded site.all-off site.no-evidence site.not-watched node.down
/// node.degraded node.maintenance service.failed service.restarting service.unhealthy replica.broken replica.lagging
/// link.down link.slow connection.unreachable connection.stale connection.refused connection.paused connection.unknown
/// feed.not-listed keeper.cut-off vantage.cut-off vantage.few vantage.alone site.dead site.reached-elsewhere
/// endpoint.frozen endpoint.refuses link.cut link.unclear place.refuted more.
class HealthEngine
{
public:
    static HealthStep step(HealthMemory previous, const FleetTables &tables, Instant now,
                           const HealthThresholds &thresholds = {});
};

} // namespace graticule
