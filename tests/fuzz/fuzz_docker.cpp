// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/docker/dockerparser.h"
#include "tests/fuzz/fuzzing.h"

using namespace graticule;
using namespace graticule::testing;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = bytesOf(data, size);
    (void)parseDockerInfo(bytes);
    (void)parseDockerContainers(bytes);
    (void)parseDockerContainer(bytes);
    (void)parseDockerVolumes(bytes);
    (void)parseDockerVolume(bytes);
    (void)parseDockerUsage(bytes);
    for (const QByteArray &line : bytes.split(0x0a))
        (void)parseDockerEvent(line);
    return 0;
}
