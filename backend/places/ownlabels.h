// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/entityid.h"
#include "backend/domain/labels.h"

namespace graticule {

/// What one container, workload or volume carries itself, before rules and people make several of them one: what rules
/// are held against. Those with one id are parts of one thing.
struct OwnLabels
{
    enum class Kind { Service, Asset };

    EntityId id; ///< that the service or the asset has where nothing makes it one with others
    Kind kind = Kind::Service;
    QString name;  ///< the same
    QString place; ///< name of the service or the asset that it is now
    Labels labels;

    friend bool operator==(const OwnLabels &, const OwnLabels &) = default;
};

} // namespace graticule
