// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/authority/clientregister.h"
#include "backend/authority/enrolment.h"

#include "tests/fuzz/fuzzing.h"

using namespace graticule;
using namespace graticule::testing;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = bytesOf(data, size);
    (void)Enrolment::fromFile(bytes);
    if (const auto clients = ClientRegister::fromFile(bytes)) {
        const auto again = ClientRegister::fromFile(clients->toFile());
        mustHold(again && again->clients().size() == clients->clients().size(), "a register is written as it was read");
    }
    return 0;
}
