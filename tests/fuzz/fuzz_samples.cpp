// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/telemetry/checkedbytes.h"
#include "backend/telemetry/chunkcodec.h"
#include "backend/telemetry/rollupcodec.h"

#include "tests/fuzz/fuzzing.h"
#include <cmath>

using namespace graticule;
using namespace graticule::testing;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = bytesOf(data, size);
    if (const auto points = ChunkCodec::decode(bytes, 1000); points && !points->empty()) {
        const auto again = ChunkCodec::decode(ChunkCodec::encode(*points, 1000), 1000);
        mustHold(again && again->size() == points->size(), "samples are written as they were read");
        for (size_t i = 0; i < points->size(); ++i) {
            const SamplePoint &a = points->at(i);
            const SamplePoint &b = again->at(i);
            mustHold(a.ms == b.ms && (a.value == b.value || (std::isnan(a.value) && std::isnan(b.value))),
                     "a sample is the same");
        }
    }
    (void)RollupCodec::decode(bytes, 0, 60'000);
    (void)CheckedBytes::open(0x63, 1, bytes);
    return 0;
}
