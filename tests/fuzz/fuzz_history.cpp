// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/history/changelog.h"
#include "tests/fuzz/fuzzing.h"

using namespace graticule;
using namespace graticule::testing;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = bytesOf(data, size);
    (void)readChanges(bytes);
    (void)itemsIn(bytes);
    FleetTables tables;
    (void)foldChanges(bytes, tables);
    (void)unpacked(bytes, 1u << 20);
    return 0;
}
