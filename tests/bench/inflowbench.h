// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace graticule::bench {

/// So many samples a second from other processes through the connections of a real keeper, whose fleet and one chart a
/// console follows: what is stored and shed, how long the console's thread stands, the keeper's memory.
void benchInflow(const QString &programs, int perSecond, int seconds);

} // namespace graticule::bench
