// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/config/keeperconfig.h"
#include "backend/control/accessrules.h"

#include <optional>

namespace graticule {

/// Who may do what at a team's keeper: what its file says, and the register of its authority. Nothing when a token's
/// file or the register cannot be read; why is printed on standard error. Reads files.
std::optional<AccessRules> accessRules(const KeeperConfig &config);

} // namespace graticule
