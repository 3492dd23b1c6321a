// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/kubernetes/kubeactparser.h"
#include "backend/connectors/kubernetes/kubehappening.h"
#include "backend/connectors/kubernetes/kubeparser.h"
#include "tests/fuzz/fuzzing.h"

using namespace graticule;
using namespace graticule::testing;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = bytesOf(data, size);
    (void)parseKubeState(bytes);
    (void)parseKubeDrainPods(bytes);
    (void)parseKubeBudgets(bytes);
    (void)parseKubeRules(bytes);
    (void)parseKubeAccess(bytes);
    (void)parseKubeEviction(bytes);
    (void)parseKubeHappenings(bytes);
    (void)parseKubeHappeningChange(bytes);
    for (const bool pods : {false, true}) {
        for (const bool protobuf : {false, true})
            (void)parseKubeUsage(bytes, pods, protobuf);
    }
    return 0;
}
