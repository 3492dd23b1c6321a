// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace graticule {

/// From now on the process gives each large block of memory back to the system when it is let go. For the beginning of
/// a program with a map: its tiles and lines are megabytes that come and go, and an allocator that learns to keep such
/// blocks ends with the sum of what every thread once held. Costs a millisecond per 10 MB. Nothing where the C library
/// is not glibc.
void giveLargeBlocksBack();

} // namespace graticule
