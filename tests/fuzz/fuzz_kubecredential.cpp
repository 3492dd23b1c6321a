// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/kubernetes/kubecredential.h"
#include "backend/connectors/kubernetes/kubequantity.h"
#include "tests/fuzz/fuzzing.h"

using namespace graticule;
using namespace graticule::testing;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    (void)parseKubeCredential(bytesOf(data, size), QStringLiteral("client.authentication.k8s.io/v1"));
    (void)kubeQuantity({reinterpret_cast<const char *>(data), size});
    return 0;
}
