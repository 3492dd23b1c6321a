// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/kubernetes/kubeconfig.h"
#include "tests/fuzz/fuzzing.h"

using namespace graticule;
using namespace graticule::testing;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    (void)Kubeconfig::parse(bytesOf(data, size), QStringLiteral("/etc/kubernetes"));
    return 0;
}
