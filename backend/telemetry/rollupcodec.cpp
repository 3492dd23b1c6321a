// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/telemetry/rollupcodec.h"

#include "backend/telemetry/decimal.h"
#include "backend/telemetry/packednumbers.h"
#include "backend/telemetry/valuecolumn.h"

#include <cmath>

namespace graticule {
namespace {

using Numbers = std::vector<qint64>;

constexpr quint64 kMostBuckets = 1 << 20; ///< of all sketches together

qint64 wrapped(qint64 a, qint64 b)
{
    return qint64(quint64(a) + quint64(b));
}

/// Adding up decimals leaves traces behind their last digit, which would cost as much as all the rest.
double withoutTraces(double sum, int digits)
{
    const double power = std::pow(10, digits);
    const double rounded = std::round(sum * power) / power;
    return std::fabs(rounded - sum) <= 1e-9 * std::fabs(sum) ? rounded : sum;
}

int digitsOf(const Rollups &rollups)
{
    int digits = 0;
    for (const Rollup &rollup : rollups) {
        for (const double value : {rollup.min, rollup.max}) {
            while (digits < Decimal::kMostDigits && !Decimal::scaled(value, digits))
                ++digits;
        }
    }
    return digits;
}

void writeSketches(const Rollups &rollups, ByteWriter &out)
{
    Numbers sizes;
    Numbers firsts;
    Numbers gaps;
    Numbers counts;
    qint64 last = 0;
    for (const Rollup &rollup : rollups) {
        const auto &buckets = rollup.sketch.buckets();
        sizes.push_back(qint64(buckets.size()));
        for (size_t i = 0; i < buckets.size(); ++i) {
            if (i == 0)
                firsts.push_back(buckets[i].key - std::exchange(last, buckets[i].key));
            else
                gaps.push_back(unzigzag(quint64(buckets[i].key - buckets[i - 1].key - 1)));
            counts.push_back(unzigzag(buckets[i].count - 1));
        }
    }
    for (qint64 &size : sizes)
        size = unzigzag(quint64(size));
    PackedNumbers::encode(sizes, out.bytes());
    for (const Numbers *row : {&firsts, &gaps, &counts})
        PackedNumbers::encode(*row, out.bytes());
}

bool readSketches(ByteReader &in, Rollups &rollups)
{
    Numbers sizes;
    if (!PackedNumbers::decode(in, qsizetype(rollups.size()), sizes))
        return false;
    quint64 all = 0;
    quint64 withAny = 0;
    for (const qint64 packed : sizes) {
        const quint64 size = zigzag(packed);
        if (size > QuantileSketch::kMostBuckets)
            return false;
        all += size;
        withAny += size > 0;
    }
    Numbers firsts;
    Numbers gaps;
    Numbers counts;
    if (all > kMostBuckets || !PackedNumbers::decode(in, qsizetype(withAny), firsts) ||
        !PackedNumbers::decode(in, qsizetype(all - withAny), gaps) ||
        !PackedNumbers::decode(in, qsizetype(all), counts))
        return false;
    size_t first = 0;
    size_t gap = 0;
    size_t at = 0;
    qint64 last = 0;
    for (size_t r = 0; r < rollups.size(); ++r) {
        std::vector<QuantileSketch::Bucket> buckets(zigzag(sizes[r]));
        qint64 key = 0;
        for (size_t i = 0; i < buckets.size(); ++i, ++at) {
            if (i == 0)
                last = key = wrapped(last, firsts[first++]);
            else
                key = wrapped(key, qint64(zigzag(gaps[gap++]) + 1));
            if (key != qint32(key))
                return false;
            buckets[i] = {qint32(key), zigzag(counts[at]) + 1};
        }
        if (!QuantileSketch::fromBuckets(std::move(buckets), rollups[r].sketch))
            return false;
    }
    return true;
}

} // namespace

QByteArray RollupCodec::encode(const Rollups &rollups, qint64 base, qint64 width)
{
    Q_ASSERT(!rollups.empty() && rollups.size() <= kMostRollups);
    QByteArray bytes;
    ByteWriter out(bytes);
    out.number(rollups.size());
    Numbers steps;
    Numbers counts;
    qint64 last = -1;
    for (const Rollup &rollup : rollups) {
        const qint64 slot = (rollup.ms - base) / width;
        steps.push_back(slot - std::exchange(last, slot) - 1); // 0 without gaps
        counts.push_back(qint64(rollup.count - rollups.front().count));
    }
    PackedNumbers::encode(steps, bytes);
    out.number(rollups.front().count);
    PackedNumbers::encode(counts, bytes);
    const int digits = digitsOf(rollups);
    std::vector<double> column;
    const auto write = [&](auto valueOf) {
        column.clear();
        for (const Rollup &rollup : rollups)
            column.push_back(valueOf(rollup));
        ValueColumn::encode(column, bytes);
    };
    write([](const Rollup &r) { return r.min; });
    write([](const Rollup &r) { return r.max; });
    write([&](const Rollup &r) { return withoutTraces(r.sum, digits); });
    writeSketches(rollups, out);
    return bytes;
}

std::optional<Rollups> RollupCodec::decode(QByteArrayView bytes, qint64 base, qint64 width)
{
    ByteReader in(bytes);
    const quint64 size = in.number();
    if (in.hasFailed() || size == 0 || size > kMostRollups)
        return {};
    Rollups rollups(size);
    const auto count = qsizetype(size);
    Numbers steps;
    Numbers counts;
    if (!PackedNumbers::decode(in, count, steps))
        return {};
    const auto first = qint64(in.number());
    if (in.hasFailed() || !PackedNumbers::decode(in, count, counts))
        return {};
    std::vector<double> min;
    std::vector<double> max;
    std::vector<double> sum;
    if (!ValueColumn::decode(in, count, min) || !ValueColumn::decode(in, count, max) ||
        !ValueColumn::decode(in, count, sum) || !readSketches(in, rollups) || !in.isDone())
        return {};
    qint64 slot = -1;
    for (size_t i = 0; i < rollups.size(); ++i) {
        const quint64 passed = quint64(steps[i]) + 1;
        if (passed == 0 || passed > quint64(1) << 32)
            return {};
        slot += qint64(passed);
        Rollup &rollup = rollups[i];
        rollup.ms = wrapped(base, qint64(quint64(slot) * quint64(width)));
        rollup.count = quint64(wrapped(first, counts[i]));
        rollup.min = min[i];
        rollup.max = max[i];
        rollup.sum = sum[i];
        if (rollup.count == 0)
            return {};
    }
    return rollups;
}

} // namespace graticule
