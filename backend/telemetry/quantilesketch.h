// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace graticule {

/// Quantiles of any number of values in little memory: DDSketch (Masson, Rim, Lee: "DDSketch: A Fast and
/// Fully-Mergeable Quantile Sketch with Relative-Error Guarantees", VLDB 2019). Whatever is merged in whatever order, a
/// quantile is within 1 % of a value that has that rank. Values nearer to 0 than 1e-9 count as 0. With more than
/// kMostBuckets different sizes the smallest are put together, and only they lose that guarantee. Pure value.
class QuantileSketch
{
public:
    static constexpr double kAccuracy = 0.01;
    static constexpr size_t kMostBuckets = 2048;

    /// Values of one size; sorted by `key`, which grows with them: negative for negative ones, 0 for 0.
    struct Bucket
    {
        qint32 key = 0;
        quint64 count = 0;

        friend bool operator==(const Bucket &, const Bucket &) = default;
    };

    void add(double value);
    void merge(const QuantileSketch &other);
    /// The value at rank @p q, 0 (least) to 1 (greatest); 0 when there is none.
    double quantile(double q) const;
    quint64 count() const;

    const std::vector<Bucket> &buckets() const { return m_buckets; }
    /// From buckets that were read; sorted, keys different, counts not 0, else false.
    static bool fromBuckets(std::vector<Bucket> buckets, QuantileSketch &sketch);

    friend bool operator==(const QuantileSketch &, const QuantileSketch &) = default;

private:
    void collapse();

    std::vector<Bucket> m_buckets;
};

} // namespace graticule
