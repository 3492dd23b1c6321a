// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/health/healthmemory.h"

#include <QStringList>

namespace graticule {

/// What is known of a site from where it is measured: names of the vantage points, in order. Those that are cut off say
/// nothing, and are in none of the lists.
struct Viewpoints
{
    QStringList reached;   ///< a protocol answers, or the port where nothing more is tried
    QStringList elsewhere; ///< of these, all but the site from which our keeper measures
    QStringList frozen;    ///< the port answers, no protocol does; something on the way may be what answers
    QStringList refused;   ///< the host answers that nothing listens at the port
    bool isSpoken = false; ///< a protocol answers somebody: it is not the endpoint that is frozen
    QStringList failed;
    QStringList witnesses;          ///< of the failed: reached it before, and reach others now
    bool isOursWitness = false;     ///< the site from which our keeper measures is one of the witnesses
    bool isReachedFromHere = false; ///< our keeper's own probes find an open port at least

    /// Its host answers, and nobody gets through to what should listen there.
    bool isClosed() const { return !isSpoken && reached.isEmpty() && !refused.isEmpty(); }
};

Viewpoints viewpointsOn(const EntityId &site, const HealthMemory &memory);

/// From how many km off, and from where, what answers for @p site cannot be where it is said to be. Points are empty
/// when nothing is claimed.
struct Refutation
{
    QStringList points;
    double km = 0;
};
Refutation refutationOf(const EntityId &site, const HealthMemory &memory, const HealthThresholds &thresholds);

/// "ams1, dub1, fra1, lon1 +3"
QString listed(const QStringList &names);

} // namespace graticule
