// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/telemetry/sealedlist.h"

#include "backend/telemetry/packednumbers.h"
#include "backend/telemetry/samplekeys.h"

namespace graticule {

QByteArray SealedList::encode(const std::vector<quint32> &series)
{
    std::vector<qint64> steps;
    qint64 last = -1;
    for (const quint32 id : series) {
        steps.push_back(qint64(id) - last - 1);
        last = id;
    }
    QByteArray bytes;
    ByteWriter(bytes).number(steps.size());
    PackedNumbers::encode(steps, bytes);
    return bytes;
}

std::optional<std::vector<quint32>> SealedList::decode(QByteArrayView bytes)
{
    ByteReader in(bytes);
    const quint64 count = in.number();
    std::vector<qint64> steps;
    if (in.hasFailed() || count > SampleKeys::kShardSeries || !PackedNumbers::decode(in, qsizetype(count), steps) ||
        !in.isDone())
        return {};
    std::vector<quint32> series;
    qint64 last = -1;
    for (const qint64 step : steps) {
        if (step < 0 || step > SampleKeys::kMostSeriesId)
            return {};
        last += step + 1;
        if (last > SampleKeys::kMostSeriesId)
            return {};
        series.push_back(quint32(last));
    }
    return series;
}

} // namespace graticule
