// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connections/connectionform.h"

namespace graticule {

/// "tls.key: is missing; token: must …" of the keeper, by field. What names no field stands under an empty one. Pure.
ConnectionForm::Troubles troublesFrom(const QString &text);

} // namespace graticule
