// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/deltacodec.h"
#include "backend/control/entitycodec.h"

#include "tests/fuzz/fuzzing.h"
#include <control.pb.h>

using namespace graticule;
using namespace graticule::testing;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    control::v1::Delta delta;
    if (!delta.ParseFromArray(data, int(size)))
        return 0;
    EntityDecoder decoder;
    const FleetDelta told = decode(decoder, delta);
    encode(told, [](const ReplyMessage &, bool) {});
    return 0;
}
