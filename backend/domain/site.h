// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/entityid.h"
#include "backend/domain/labels.h"
#include "backend/domain/place.h"
#include "backend/domain/states.h"
#include "backend/domain/usage.h"

#include <QList>

namespace graticule {

/// A place where things run.
struct Site
{
    EntityId id;
    QString name;
    QString region; ///< the operator's group of sites
    SiteKind kind = SiteKind::Unknown;
    QString provider; ///< "aws", "azure", ...; empty: private or not known
    Place place;
    Labels labels;
    Condition condition = Condition::Unknown; ///< what the platform says
    QString conditionText;                    ///< why, in the platform's words; empty: nothing to say
    QList<EntityId> feeds;                    ///< through which it is seen; one per connection
    Usage cpu;                                ///< cores
    Usage memory;                             ///< bytes
    Usage storage;                            ///< bytes
    Origin origin = Origin::Unknown;

    friend bool operator==(const Site &, const Site &) = default;
};

} // namespace graticule
