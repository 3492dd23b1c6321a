// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/kubernetes/kubeparser.h"
#include "tests/fuzz/fuzzing.h"

using namespace graticule;
using namespace graticule::testing;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = bytesOf(data, size);
    for (const bool protobuf : {false, true}) {
        (void)parseKubeListHead(bytes, protobuf);
        (void)parseKubeStatus(bytes, protobuf);
        for (const KubeKind kind : kKubeKinds)
            (void)parseKubeList(kind, bytes, protobuf);
    }
    return 0;
}
