// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/telemetry/quantilesketch.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace graticule {
namespace {

constexpr double kLeast = 1e-9;
constexpr qint32 kKeyOfOne = 1100; ///< keys of positive values are positive down to kLeast

const double kLogGamma = std::log((1 + QuantileSketch::kAccuracy) / (1 - QuantileSketch::kAccuracy));

qint32 keyOf(double value)
{
    const double size = std::fabs(value);
    if (!(size >= kLeast))
        return 0;
    const auto key =
        qint32(std::ceil(std::log(std::min(size, std::numeric_limits<double>::max())) / kLogGamma)) + kKeyOfOne;
    return value < 0 ? -key : key;
}

double valueOf(qint32 key)
{
    if (key == 0)
        return 0;
    // The middle, in relative terms, of the sizes that have this key.
    const double size = std::exp((std::abs(key) - kKeyOfOne) * kLogGamma) * (1 - QuantileSketch::kAccuracy);
    return key < 0 ? -size : size;
}

} // namespace

void QuantileSketch::add(double value)
{
    const qint32 key = keyOf(value);
    const auto place = std::lower_bound(m_buckets.begin(), m_buckets.end(), key,
                                        [](const Bucket &bucket, qint32 wanted) { return bucket.key < wanted; });
    if (place != m_buckets.end() && place->key == key) {
        ++place->count;
        return;
    }
    m_buckets.insert(place, {key, 1});
    collapse();
}

void QuantileSketch::merge(const QuantileSketch &other)
{
    std::vector<Bucket> merged;
    merged.reserve(m_buckets.size() + other.m_buckets.size());
    auto a = m_buckets.cbegin();
    auto b = other.m_buckets.cbegin();
    while (a != m_buckets.cend() || b != other.m_buckets.cend()) {
        if (b == other.m_buckets.cend() || (a != m_buckets.cend() && a->key < b->key)) {
            merged.push_back(*a++);
        } else if (a == m_buckets.cend() || b->key < a->key) {
            merged.push_back(*b++);
        } else {
            merged.push_back({a->key, a->count + b->count});
            ++a;
            ++b;
        }
    }
    m_buckets = std::move(merged);
    collapse();
}

void QuantileSketch::collapse()
{
    while (m_buckets.size() > kMostBuckets) {
        const auto smallest = std::min_element(m_buckets.begin(), m_buckets.end(), [](const auto &a, const auto &b) {
            return std::abs(a.key) < std::abs(b.key);
        });
        const bool isFirst = smallest == m_buckets.begin();
        const bool isLast = smallest + 1 == m_buckets.end();
        const auto into = isLast || (!isFirst && smallest->key < 0) ? smallest - 1 : smallest + 1;
        into->count += smallest->count;
        m_buckets.erase(smallest);
    }
}

quint64 QuantileSketch::count() const
{
    quint64 sum = 0;
    for (const Bucket &bucket : m_buckets)
        sum += bucket.count;
    return sum;
}

double QuantileSketch::quantile(double q) const
{
    if (m_buckets.empty())
        return 0;
    const double rank = std::clamp(q, 0.0, 1.0) * double(count() - 1);
    double before = 0;
    for (const Bucket &bucket : m_buckets) {
        before += double(bucket.count);
        if (before > rank)
            return valueOf(bucket.key);
    }
    return valueOf(m_buckets.back().key);
}

bool QuantileSketch::fromBuckets(std::vector<Bucket> buckets, QuantileSketch &sketch)
{
    const bool isSorted = std::adjacent_find(buckets.cbegin(), buckets.cend(), [](const auto &a, const auto &b) {
                              return a.key >= b.key;
                          }) == buckets.cend();
    const bool hasEmpty =
        std::any_of(buckets.cbegin(), buckets.cend(), [](const Bucket &bucket) { return bucket.count == 0; });
    if (!isSorted || hasEmpty || buckets.size() > kMostBuckets)
        return false;
    sketch.m_buckets = std::move(buckets);
    return true;
}

} // namespace graticule
