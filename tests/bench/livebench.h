// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace graticule::bench {

/// The real programs on a fleet of @p sites of which @p changes a second change, one snapshot a second, window open:
/// CPU of keeper and console, and their memory once every page was seen.
void benchLive(const QString &programs, int sites, int changes, int seconds);

/// The same, one site in a hundred changing each second, for @p minutes: false, and said on stderr, when a program's
/// memory grew once it was warm.
bool endure(const QString &programs, int sites, int minutes);

} // namespace graticule::bench
