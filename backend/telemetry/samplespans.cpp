// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/telemetry/samplespans.h"

#include <algorithm>

namespace graticule {
namespace {

/// Sorted, and those that touch put together.
std::vector<SampleSpan> joined(std::vector<SampleSpan> spans)
{
    std::sort(spans.begin(), spans.end(), [](const auto &a, const auto &b) { return a.from < b.from; });
    std::vector<SampleSpan> result;
    for (const SampleSpan &span : spans) {
        if (!result.empty() && span.from <= result.back().to)
            result.back().to = std::max(result.back().to, span.to);
        else
            result.push_back(span);
    }
    return result;
}

} // namespace

std::vector<SampleSpan> spansWithin(SampleSpan span, std::vector<SampleSpan> spans)
{
    for (SampleSpan &one : spans)
        one = {std::max(one.from, span.from), std::min(one.to, span.to)};
    std::erase_if(spans, [](const SampleSpan &one) { return one.from >= one.to; });
    return joined(std::move(spans));
}

std::vector<SampleSpan> spansWithout(SampleSpan span, std::vector<SampleSpan> spans)
{
    std::vector<SampleSpan> result;
    qint64 at = span.from;
    for (const SampleSpan &one : spansWithin(span, std::move(spans))) {
        if (one.from > at)
            result.push_back({at, one.from});
        at = one.to;
    }
    if (at < span.to)
        result.push_back({at, span.to});
    return result;
}

} // namespace graticule
