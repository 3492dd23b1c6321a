// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/entityid.h"
#include "backend/domain/instant.h"
#include "backend/domain/states.h"

#include <QList>
#include <QStringList>

namespace graticule {

/// Why a verdict is what it is. `code` is for programs ("connection.unreachable"), `text` for people who read English.
/// `arguments` are what the code needs to be said in other words, as domain/saying.h has them.
struct Reason
{
    QString code;
    QString text;
    QStringList arguments = {};

    friend bool operator==(const Reason &, const Reason &) = default;
};

/// What the health engine concludes about one site. A fact of the snapshot like the others; `id` is the site's.
struct Verdict
{
    EntityId id;
    SiteState state = SiteState::Unknown;
    bool stale = false;     ///< every feed of the site is past its limit: the state is the last known one
    Instant since = kNever; ///< in this state since
    QList<Reason> reasons;  ///< worst first; of a healthy site only remarks, mostly none

    friend bool operator==(const Verdict &, const Verdict &) = default;
};

} // namespace graticule
