// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/docker/dockerlogparser.h"
#include "backend/connectors/kubernetes/kubelogs.h"
#include "tests/fuzz/fuzzing.h"

using namespace graticule;
using namespace graticule::testing;

namespace {

/// Where a stream is cut into pieces makes no difference, and no line is longer than it may be.
void compare(LogParser &whole, LogParser &pieces, const QByteArray &bytes, qsizetype piece)
{
    QList<LogLine> lines;
    QList<LogLine> same;
    const bool isGood = whole.add(bytes, lines);
    bool isSameGood = true;
    for (qsizetype at = 0; at < bytes.size() && isSameGood; at += piece)
        isSameGood = pieces.add(bytes.mid(at, piece), same);
    mustHold(isGood == isSameGood, "a stream is refused alike");
    whole.finish(lines);
    pieces.finish(same);
    mustHold(!isGood || lines == same, "lines are the same");
    for (const LogLine &line : lines)
        mustHold(line.text.size() <= LogLine::kMostBytes, "a line is bounded");
}

} // namespace

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = bytesOf(data, size);
    const qsizetype piece = size > 0 ? data[size - 1] + 1 : 1;
    DockerLogParser framed(0);
    DockerLogParser framedPieces(0);
    compare(framed, framedPieces, bytes, piece);
    PlainLogParser plain(0);
    PlainLogParser plainPieces(0);
    compare(plain, plainPieces, bytes, piece);
    (void)parseKubePodLogs(EntityId("connection/c"), bytes);
    return 0;
}
