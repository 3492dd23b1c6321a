// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/labels.h"
#include "backend/domain/states.h"

namespace graticule {

// What labels declare of services and data, the same on every platform.

/// graticule.dev/role; anything else than the roles we know is unknown.
Role declaredRole(const Labels &labels);
/// graticule.dev/tier from 1 to 99; 0: not declared.
int declaredTier(const Labels &labels);

} // namespace graticule
