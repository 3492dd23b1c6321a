// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace graticule::bench {

/// Phase "start": from exec to the first painted Overview, from a cached snapshot of @p sites sites, @p runs times (the
/// first is a warm-up). @p program is graticule; it runs on the platform that QT_QPA_PLATFORM names, without its
/// keeper.
void benchStart(const QString &program, int sites, int runs);

} // namespace graticule::bench
