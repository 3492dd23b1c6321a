// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/labels.h"

#include <QStringList>

namespace graticule {

/// "key=value" of each: those that a person set for this program first, then what the platform brings along. Pure.
QStringList labelLines(const Labels &labels);

} // namespace graticule
