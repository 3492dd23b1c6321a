// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/keeper/fleetbook.h"
#include "backend/keeper/labmessages.h"

#include "tests/fuzz/fuzzing.h"

using namespace graticule;
using namespace graticule::testing;

/// What the keeper and its lab process say to each other, and addresses that people type.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = bytesOf(data, size);
    (void)readLabMessage(bytes);
    if (const LabOrder order = readLabOrder(bytes); order.number != 0)
        mustHold(readLabOrder(writeLabAction(order.number, order.action)).number == order.number,
                 "an order is written as it was read");
    (void)readKeeperAddress(QString::fromUtf8(bytes), true);
    (void)readKeeperAddress(QString::fromUtf8(bytes), false);
    return 0;
}
