// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace graticule::bench {

/// A real keeper with @p count connections to Docker Engines, which another process plays: until all are live, memory
/// of each, and the longest stall of a thread with the console's store and models meanwhile.
void benchEngines(const QString &programs, int count, bool tls);

/// The process that plays them: prints their addresses.
int playEngines(int count, const QString &certificates);

} // namespace graticule::bench
