// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/http/linesplitter.h"
#include "backend/connectors/kubernetes/kubeframes.h"
#include "backend/connectors/kubernetes/kubeparser.h"
#include "tests/fuzz/fuzzing.h"

using namespace graticule;
using namespace graticule::testing;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    // Where a stream is cut into pieces makes no difference.
    constexpr qsizetype kLongest = 65'536;
    const QByteArray bytes = bytesOf(data, size);
    const qsizetype piece = size > 0 ? data[size - 1] + 1 : 1;
    KubeFrames whole(kLongest);
    KubeFrames pieces(kLongest);
    LineSplitter wholeLines(kLongest);
    LineSplitter pieceLines(kLongest);
    const QList<QByteArray> frames = whole.add(bytes);
    const QList<QByteArray> lines = wholeLines.add(bytes);
    QList<QByteArray> sameFrames;
    QList<QByteArray> sameLines;
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        sameFrames += pieces.add(bytes.mid(at, piece));
        sameLines += pieceLines.add(bytes.mid(at, piece));
    }
    mustHold(whole.overflowed() == pieces.overflowed(), "frames overflow alike");
    mustHold(whole.overflowed() || frames == sameFrames, "frames are the same");
    mustHold(wholeLines.overflowed() || lines == sameLines, "lines are the same");
    for (const KubeKind kind : kKubeKinds) {
        for (const QByteArray &frame : frames)
            (void)parseKubeEvent(kind, frame, true);
        for (const QByteArray &line : lines)
            (void)parseKubeEvent(kind, line, false);
    }
    return 0;
}
