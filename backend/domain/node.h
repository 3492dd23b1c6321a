// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/entityid.h"
#include "backend/domain/instant.h"
#include "backend/domain/labels.h"
#include "backend/domain/states.h"
#include "backend/domain/usage.h"

namespace graticule {

/// A machine in a site.
struct Node
{
    EntityId id;
    EntityId site;
    EntityId feed;
    QString name;
    Condition condition = Condition::Unknown;
    QString conditionText;
    QString platform; ///< e.g. "Docker 20.10.24, Debian 12, amd64"
    Usage cpu;
    Usage memory;
    Usage storage;
    double load1 = -1; ///< load average over one minute; < 0: not known
    Instant bootedAt = kNever;
    Labels labels;
    Origin origin = Origin::Unknown;

    friend bool operator==(const Node &, const Node &) = default;
};

} // namespace graticule
