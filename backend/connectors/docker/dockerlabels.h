// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/labels.h"

#include <QJsonValue>

namespace graticule {

/// Labels as an object (of containers, volumes) or as a list of "key=value" (of daemons). At most 64: those that we and
/// the orchestrators read come first. Left out: names longer than 256 or values longer than 1024 characters, and names
/// that speak of a secret (password, token, basicauth, ...), because labels are recorded and shown.
Labels dockerLabels(const QJsonValue &value);

} // namespace graticule
