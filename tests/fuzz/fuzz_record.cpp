// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/records/recordblock.h"
#include "backend/records/recordhead.h"
#include "backend/records/recordline.h"
#include "tests/fuzz/fuzzing.h"

using namespace graticule;
using namespace graticule::testing;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = bytesOf(data, size);
    if (const auto line = recordFromJson(bytes)) {
        const auto again = recordFromJson(toCanonicalJson(*line));
        mustHold(again && *again == *line, "what was read is written as it was read");
    }
    (void)RecordBlock{bytes, {}, {1, 2}}.check();
    (void)RecordHead::read(bytes);
    return 0;
}
