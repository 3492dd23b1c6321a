// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/largeblocks.h"

#include <malloc.h>

namespace graticule {

namespace {

[[maybe_unused]] constexpr int Large = 256 * 1024; // bytes: a quarter of a tile

} // namespace

void giveLargeBlocksBack()
{
#ifdef __GLIBC__
    ::mallopt(M_MMAP_THRESHOLD, Large); // said once, it stays: otherwise it follows the largest block ever let go
    ::mallopt(M_TRIM_THRESHOLD, 4 * Large);
#endif
}

} // namespace graticule
