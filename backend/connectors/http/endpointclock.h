// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/instant.h"

#include <QByteArray>

namespace graticule {

/// The endpoint's clock minus ours, when its answer asked for around @p middle carries @p date (an HTTP date, whole
/// seconds). @p previous, which may be finer, is kept unless the date contradicts it.
Milliseconds clockOffset(Milliseconds previous, const QByteArray &date, Instant middle);

} // namespace graticule
