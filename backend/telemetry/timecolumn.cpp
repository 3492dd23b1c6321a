// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/telemetry/timecolumn.h"

#include "backend/telemetry/packednumbers.h"

#include <algorithm>

namespace graticule {
namespace {

enum Way { Regular = 0, OffUsualStep = 1, OffLastStep = 2 };

qint64 widths(const std::vector<qint64> &numbers)
{
    qint64 sum = 0;
    for (const qint64 number : numbers)
        sum += std::bit_width(zigzag(number));
    return sum;
}

// Hostile bytes may hold any number; sums of them wrap instead of being undefined.
qint64 wrapped(qint64 a, qint64 b)
{
    return qint64(quint64(a) + quint64(b));
}

/// What wrapped() adds up again.
qint64 difference(qint64 a, qint64 b)
{
    return qint64(quint64(a) - quint64(b));
}

} // namespace

void TimeColumn::encode(const SamplePoints &points, qint64 base, QByteArray &out)
{
    ByteWriter writer(out);
    std::vector<qint64> steps;
    steps.reserve(points.size());
    for (size_t i = 1; i < points.size(); ++i)
        steps.push_back(difference(points[i].ms, points[i - 1].ms));
    const bool isRegular = std::adjacent_find(steps.begin(), steps.end(), std::not_equal_to<>()) == steps.end();
    if (isRegular) {
        writer.byte(Regular);
        writer.signedNumber(difference(points.front().ms, base));
        writer.signedNumber(steps.empty() ? 0 : steps.front());
        return;
    }
    std::vector<qint64> sorted = steps;
    std::nth_element(sorted.begin(), sorted.begin() + qsizetype(sorted.size() / 2), sorted.end());
    const qint64 usual = sorted[sorted.size() / 2];
    std::vector<qint64> offUsual = steps;
    std::vector<qint64> offLast = steps;
    qint64 last = usual;
    for (size_t i = 0; i < steps.size(); ++i) {
        offUsual[i] = difference(steps[i], usual);
        offLast[i] = difference(steps[i], last);
        last = steps[i];
    }
    const bool usualIsBetter = widths(offUsual) <= widths(offLast);
    writer.byte(usualIsBetter ? OffUsualStep : OffLastStep);
    writer.signedNumber(difference(points.front().ms, base));
    writer.signedNumber(usual);
    PackedNumbers::encode(usualIsBetter ? offUsual : offLast, out);
}

bool TimeColumn::decode(ByteReader &in, qint64 base, SamplePoints &points)
{
    const int way = in.byte();
    qint64 at = wrapped(base, in.signedNumber());
    const qint64 usual = in.signedNumber();
    if (in.hasFailed() || way > OffLastStep)
        return false;
    std::vector<qint64> off;
    if (way != Regular && !PackedNumbers::decode(in, qsizetype(points.size()) - 1, off))
        return false;
    qint64 step = usual;
    for (size_t i = 0; i < points.size(); ++i) {
        if (i > 0) {
            if (way != Regular)
                step = wrapped(way == OffUsualStep ? usual : step, off[i - 1]);
            at = wrapped(at, step);
        }
        points[i].ms = at;
    }
    return true;
}

} // namespace graticule
