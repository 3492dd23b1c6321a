// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/entityid.h"
#include "backend/domain/instant.h"
#include "backend/domain/labels.h"
#include "backend/domain/states.h"

namespace graticule {

/// What users care about; runs at one or more sites by its placements.
struct Service
{
    EntityId id;
    QString name;
    int tier = 0; ///< 1 is most important; 0: not declared
    Labels labels;
    Origin origin = Origin::Unknown;

    friend bool operator==(const Service &, const Service &) = default;
};

/// A service at a site.
struct Placement
{
    EntityId id;
    EntityId service;
    EntityId site;
    EntityId feed;
    Role role = Role::Unknown;
    int desired = -1; ///< instances wanted; < 0: not known
    int ready = -1;   ///< instances that serve; < 0: not known
    Health health = Health::Unknown;
    QString healthText; ///< why, e.g. "restarted 7 times", "exited with code 3"
    QString image;
    Instant since = kNever;
    Origin origin = Origin::Unknown;

    friend bool operator==(const Placement &, const Placement &) = default;
};

} // namespace graticule
