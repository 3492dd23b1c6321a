// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/entityid.h"

#include <QString>

namespace graticule {

/// What somebody may want to act on, and through which connection. A value.
struct ActionTarget
{
    EntityId id; ///< empty: none
    QString name;
    bool isNode = false;   ///< else a service
    EntityId connection{}; ///< who would perform it
    QString through{};     ///< its name

    friend bool operator==(const ActionTarget &, const ActionTarget &) = default;
};

} // namespace graticule
