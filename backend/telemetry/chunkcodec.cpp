// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/telemetry/chunkcodec.h"

#include "backend/telemetry/timecolumn.h"
#include "backend/telemetry/valuecolumn.h"

namespace graticule {

QByteArray ChunkCodec::encode(const SamplePoints &points, qint64 base)
{
    Q_ASSERT(!points.empty() && points.size() <= kMostPoints);
    QByteArray bytes;
    bytes.reserve(qsizetype(16 + points.size() * 4));
    ByteWriter(bytes).number(points.size());
    TimeColumn::encode(points, base, bytes);
    std::vector<double> values;
    values.reserve(points.size());
    for (const SamplePoint &point : points)
        values.push_back(point.value);
    ValueColumn::encode(values, bytes);
    return bytes;
}

std::optional<SamplePoints> ChunkCodec::decode(QByteArrayView bytes, qint64 base)
{
    ByteReader in(bytes);
    const quint64 count = in.number();
    if (in.hasFailed() || count == 0 || count > kMostPoints)
        return {};
    SamplePoints points(count);
    std::vector<double> values;
    if (!TimeColumn::decode(in, base, points) || !ValueColumn::decode(in, qsizetype(count), values) || !in.isDone())
        return {};
    for (size_t i = 0; i < points.size(); ++i)
        points[i].value = values[i];
    return points;
}

} // namespace graticule
