// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/fleetsnapshot.h"

#include <QStringList>

namespace graticule {

/// Whether the fleet has become what `--wait` waits for.
struct Settled
{
    qsizetype connections = 0;
    QStringList waitingFor; ///< names of the connections that have not settled, sorted

    bool isSettled() const { return waitingFor.isEmpty(); }
    friend bool operator==(const Settled &, const Settled &) = default;
};

/// A connection has settled when it answers (live, slow) and the first listing of each of its feeds is in, or when it
/// has failed (stale, unreachable, refused) or is paused. @p expected names connections that are configured and may not
/// be in the fleet yet: id -> name.
Settled settled(const FleetTables &tables, const QMap<EntityId, QString> &expected);

} // namespace graticule
