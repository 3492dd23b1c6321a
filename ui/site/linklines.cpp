// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/site/linklines.h"

#include <cmath>
#include <limits>
#include <map>

namespace graticule {
namespace {

constexpr qint64 kSecond = 1000, kMinute = 60 * kSecond, kHour = 60 * kMinute;
constexpr qint64 kSteps[] = {10 * kSecond, 30 * kSecond, kMinute,      2 * kMinute, 3 * kMinute, 5 * kMinute,
                             10 * kMinute, 15 * kMinute, 30 * kMinute, kHour,       3 * kHour,   6 * kHour};
constexpr int kParts = 130;

qint64 stepOf(const TimeRange &range, qint64 least)
{
    for (const qint64 step : kSteps) {
        if (step >= least && range.length() / step <= kParts)
            return step;
    }
    return 24 * kHour;
}

double rankOf(const std::vector<double> &sorted, double share)
{
    return sorted[size_t(std::max(0.0, std::ceil(share * double(sorted.size())) - 1))];
}

/// All values of a part of the time.
struct Part
{
    std::vector<double> values;
    double sum = 0;
    double most = 0;
    quint64 count = 0;
};

std::map<qint64, Part> partsOf(const SampleAnswer &answer, const TimeRange &range, qint64 step)
{
    std::map<qint64, Part> parts;
    for (const SampleBucket &bucket : answer.buckets) {
        if (!range.contains(bucket.ms))
            continue;
        Part &part = parts[bucket.ms / step * step];
        if (answer.stepMs == 0)
            part.values.push_back(bucket.mean);
        part.sum += bucket.mean * double(bucket.count);
        part.most = part.count == 0 ? bucket.max : std::max(part.most, bucket.max);
        part.count += bucket.count;
    }
    return parts;
}

} // namespace

LinkLines linkLines(const SampleAnswer &roundTrips, const SampleAnswer &losses, const TimeRange &range, qint64 shift)
{
    LinkLines lines;
    lines.isExact = roundTrips.stepMs == 0;
    lines.step = stepOf(range, std::max(roundTrips.stepMs, losses.stepMs));
    for (auto *line : {&lines.p50, &lines.p95, &lines.p99, &lines.loss})
        *line = std::make_shared<TimeSeries>(3 * lines.step);
    for (auto &[begin, part] : partsOf(roundTrips, range, lines.step)) {
        const qint64 at = std::clamp(begin + lines.step / 2, range.begin, range.end - 1) + shift;
        if (lines.isExact) {
            std::sort(part.values.begin(), part.values.end());
            lines.p50->append(at, rankOf(part.values, 0.5));
            lines.p95->append(at, rankOf(part.values, 0.95));
            lines.p99->append(at, rankOf(part.values, 0.99));
        } else {
            lines.p50->append(at, part.sum / double(part.count));
            lines.p95->append(at, part.most);
            lines.p99->append(at, part.most);
        }
    }
    for (const auto &[begin, part] : partsOf(losses, range, lines.step)) {
        const qint64 at = std::clamp(begin + lines.step / 2, range.begin, range.end - 1) + shift;
        lines.loss->append(at, part.sum / double(part.count));
    }
    return lines;
}

std::vector<SmokeMinute> smokeMinutes(const SampleAnswer &roundTrips, const SampleAnswer &losses,
                                      const TimeRange &range)
{
    std::vector<SmokeMinute> minutes;
    if (roundTrips.stepMs > 0 || losses.stepMs > 0)
        return minutes;
    std::map<qint64, Part> times = partsOf(roundTrips, range, kMinute);
    const std::map<qint64, Part> lost = partsOf(losses, range, kMinute);
    for (const auto &[begin, part] : lost)
        times.try_emplace(begin);
    for (auto &[begin, part] : times) {
        const auto loss = lost.find(begin);
        const double share = loss == lost.end() ? std::numeric_limits<double>::quiet_NaN()
                                                : loss->second.sum / double(loss->second.count);
        SmokeMinute minute = SmokeMinute::of(begin, std::move(part.values), share > 0 ? 1 : 0);
        minute.loss = share;
        minutes.push_back(minute);
    }
    return minutes;
}

} // namespace graticule
