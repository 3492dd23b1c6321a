// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/keeper/samebook.h"
#include "backend/places/sameservices.h"

#include "tests/fuzz/fuzzing.h"

using namespace graticule;
using namespace graticule::testing;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto decisions = sameDecisionsFromJson(bytesOf(data, size));
    if (!decisions)
        return 0;
    (void)sameNames(*decisions);
    const auto again = sameDecisionsFromJson(toJson(*decisions));
    mustHold(again && again->size() == decisions->size(), "decisions are written as they were read");
    return 0;
}
