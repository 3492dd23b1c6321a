// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/docker/dockerlogparser.h"
#include "backend/connectors/kubernetes/kubehappening.h"
#include "backend/connectors/kubernetes/kubelogs.h"
#include "tests/fuzz/fuzzing.h"

using namespace graticule;
using namespace graticule::testing;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = bytesOf(data, size);
    QList<LogLine> lines;
    DockerLogParser docker(0);
    PlainLogParser plain(0);
    const qsizetype cut = bytes.isEmpty() ? 0 : uchar(bytes.front()) % bytes.size();
    for (LogParser *parser : {static_cast<LogParser *>(&docker), static_cast<LogParser *>(&plain)}) {
        if (parser->add(bytes.left(cut), lines))
            (void)parser->add(bytes.mid(cut), lines);
        parser->finish(lines);
    }
    for (const LogLine &line : std::as_const(lines))
        (void)shownLog(line.text);
    (void)parseKubePodLogs(EntityId("c"), bytes);
    (void)parseKubeHappenings(bytes);
    for (const QByteArray &line : bytes.split(0x0a))
        (void)parseKubeHappeningChange(line);
    return 0;
}
