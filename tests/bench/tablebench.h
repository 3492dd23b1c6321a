// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace graticule::bench {

/// The page Sites on the lab's fleet of @p sites: load, three sorts, a filter typed in five keys, scrolling.
/// @p picture: where the first painting is saved; empty: nowhere.
void benchTable(int sites, const QString &picture);

} // namespace graticule::bench
