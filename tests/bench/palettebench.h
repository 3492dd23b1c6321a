// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace graticule::bench {

/// Phase "palette": @p entries sites and services of the lab, read as the palette reads them; then each key of what is
/// typed and taken back, from the key to the rows that the list shows, in the GUI thread.
void benchPalette(int entries);

} // namespace graticule::bench
