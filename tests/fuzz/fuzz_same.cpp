// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/keeper/samedecisions.h"
#include "backend/places/sameservices.h"

#include "tests/fuzz/fuzzing.h"

using namespace graticule;
using namespace graticule::testing;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto decisions = SameDecisions::fromJson(bytesOf(data, size));
    if (!decisions)
        return 0;
    (void)sameNames(*decisions);
    const auto again = SameDecisions::fromJson(SameDecisions::toJson(*decisions));
    mustHold(again && again->size() == decisions->size(), "decisions are written as they were read");
    return 0;
}
