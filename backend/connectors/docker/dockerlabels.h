// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/labels.h"

#include <QJsonValue>

namespace graticule {

/// Labels as an object (of containers, volumes) or as a list of "key=value" (of daemons); see PlatformLabels.
Labels dockerLabels(const QJsonValue &value);

} // namespace graticule
