// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/prometheus/prometheusparser.h"
#include "tests/fuzz/fuzzing.h"

using namespace graticule;
using namespace graticule::testing;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = bytesOf(data, size);
    if (const auto answer = parsePrometheusAnswer(bytes)) {
        for (const PrometheusSeries &one : answer->series)
            mustHold(!one.points.empty(), "a series has points");
    }
    (void)parsePrometheusBuild(bytes);
    (void)parsePrometheusRefusal(bytes);
    return 0;
}
