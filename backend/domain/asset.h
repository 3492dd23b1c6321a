// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/entityid.h"
#include "backend/domain/labels.h"
#include "backend/domain/states.h"

namespace graticule {

/// A data asset.
struct Asset
{
    EntityId id;
    QString name;
    QString classification; ///< as declared, e.g. "personal"; empty: not declared
    QString owner;
    Labels labels;
    Origin origin = Origin::Unknown;

    friend bool operator==(const Asset &, const Asset &) = default;
};

/// One copy of an asset at one site.
struct Replica
{
    EntityId id;
    EntityId asset;
    EntityId site;
    EntityId feed;
    Role role = Role::Unknown;
    ReplicaState state = ReplicaState::Unknown;
    double lagMs = -1; ///< behind its primary; < 0: not known
    qint64 bytes = -1; ///< < 0: not known
    QString stateText;
    Origin origin = Origin::Unknown;

    friend bool operator==(const Replica &, const Replica &) = default;
};

} // namespace graticule
