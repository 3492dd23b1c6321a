// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/telemetry/rollupcodec.h"
#include "tests/testing/test.h"

#include <cmath>
#include <random>

using namespace graticule;

namespace {

constexpr qint64 kMinute = 60'000;
constexpr qint64 kBase = 1'700'000'000'000 / 3'600'000 * 3'600'000;

/// "0: 2 of 1..3, sum 4"; minutes after kBase.
QString print(const Rollups &rollups)
{
    QStringList lines;
    for (const Rollup &r : rollups)
        lines << QStringLiteral("%1: %2 of %3..%4, sum %5")
                     .arg((r.ms - kBase) / kMinute)
                     .arg(r.count)
                     .arg(r.min)
                     .arg(r.max)
                     .arg(r.sum);
    return lines.join(u"; ");
}

} // namespace

class TestRollup : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void takesStretchesTogether()
    {
        const SamplePoints points{{kBase, 1}, {kBase + 59'999, 3}, {kBase + 60'000, 5}, {kBase + 200'000, -2}};
        const Rollups minutes = rollUp(points, kMinute);
        QCOMPARE(print(minutes), QStringLiteral("0: 2 of 1..3, sum 4; 1: 1 of 5..5, sum 5; 3: 1 of -2..-2, sum -2"));
        QCOMPARE(print(mergeRollups(minutes, 60 * kMinute)), QStringLiteral("0: 4 of -2..5, sum 7"));
        QCOMPARE(mergeRollups(minutes, 60 * kMinute).front(), rollUp(points, 60 * kMinute).front());
    }

    void givesBackWhatWasWritten_data()
    {
        QTest::addColumn<double>("scale");
        QTest::addColumn<qsizetype>("mostBytes"); // of an hour of minutes, six values in each
        QTest::newRow("hundredths") << 100.0 << qsizetype(480);
        QTest::newRow("whole") << 1.0 << qsizetype(330);
        QTest::newRow("any") << 0.0 << qsizetype(1900);
    }

    void givesBackWhatWasWritten()
    {
        QFETCH(double, scale);
        QFETCH(qsizetype, mostBytes);
        std::mt19937 random(1);
        std::normal_distribution<double> noise(20, 2);
        SamplePoints points;
        for (int i = 0; i < 360; ++i) {
            const double value = noise(random);
            points.push_back({kBase + i * 10'000, scale > 0 ? std::round(value * scale) / scale : value});
        }
        const Rollups rollups = rollUp(points, kMinute);
        const QByteArray bytes = RollupCodec::encode(rollups, kBase, kMinute);
        const auto decoded = RollupCodec::decode(bytes, kBase, kMinute);
        QVERIFY(decoded);
        QCOMPARE(decoded->size(), rollups.size());
        for (size_t i = 0; i < rollups.size(); ++i) {
            QVERIFY(std::fabs((*decoded)[i].sum - rollups[i].sum) <= 1e-9 * rollups[i].sum);
            Rollup same = (*decoded)[i];
            same.sum = rollups[i].sum;
            QCOMPARE(same, rollups[i]);
        }
        QVERIFY2(bytes.size() <= mostBytes, QByteArray::number(bytes.size()));
        for (qsizetype size = 0; size < bytes.size(); ++size)
            QVERIFY(!RollupCodec::decode(bytes.first(size), kBase, kMinute));
    }

    void keepsGapsAndHoursWithManySizes()
    {
        SamplePoints points;
        for (int i = 0; i < 3000; ++i)
            points.push_back({kBase + i, std::pow(1.05, i % 300) * (i % 2 == 0 ? 1 : -1)});
        points.push_back({kBase + 23 * 3'600'000, 0});
        const Rollups rollups = rollUp(points, 3'600'000);
        const auto decoded = RollupCodec::decode(RollupCodec::encode(rollups, kBase, 3'600'000), kBase, 3'600'000);
        QVERIFY(decoded);
        QCOMPARE(decoded->front().sketch, rollups.front().sketch);
        QCOMPARE(decoded->back(), rollups.back());
    }

    void survivesHostileBytes()
    {
        std::mt19937 random(4);
        SamplePoints points;
        for (int i = 0; i < 360; ++i)
            points.push_back({kBase + i * 10'000, double(random() % 1000)});
        const QByteArray good = RollupCodec::encode(rollUp(points, kMinute), kBase, kMinute);
        for (int i = 0; i < 20'000; ++i) {
            QByteArray bytes = good;
            for (quint32 flips = 1 + random() % 4; flips > 0; --flips)
                bytes[qsizetype(random() % quint32(bytes.size()))] = char(random());
            const auto decoded = RollupCodec::decode(bytes, kBase, kMinute);
            QVERIFY(!decoded || decoded->size() <= RollupCodec::kMostRollups);
        }
    }

    /// The guarantee of the method, whatever is merged: within 1 % of the value that has the rank.
    void quantilesAreWithinOnePercent()
    {
        std::mt19937 random(5);
        std::lognormal_distribution<double> latency(3, 1);
        std::vector<double> values;
        QuantileSketch whole;
        for (int minute = 0; minute < 100; ++minute) {
            QuantileSketch part;
            for (int i = 0; i < 97; ++i) {
                values.push_back(latency(random) * (minute % 10 == 0 ? -1 : 1));
                part.add(values.back());
            }
            whole.merge(part);
        }
        std::sort(values.begin(), values.end());
        QCOMPARE(whole.count(), quint64(values.size()));
        for (const double q : {0.0, 0.01, 0.25, 0.5, 0.9, 0.95, 0.99, 1.0}) {
            const double exact = values[size_t(q * double(values.size() - 1))];
            QVERIFY2(std::fabs(whole.quantile(q) - exact) <= 0.0101 * std::fabs(exact), QByteArray::number(q));
        }
    }

    void aSketchStaysSmall()
    {
        QuantileSketch sketch;
        for (int i = -300; i < 300; ++i) {
            for (int j = 0; j < 20; ++j)
                sketch.add(std::pow(10, i) * (1 + j / 2.0));
        }
        QVERIFY(sketch.buckets().size() <= QuantileSketch::kMostBuckets);
        QCOMPARE(sketch.count(), quint64(600 * 20));
        QCOMPARE(QuantileSketch().quantile(0.5), 0.0);
        QVERIFY(std::fabs(sketch.quantile(1) - 1.05e300) < 0.02e300);
    }
};

QTEST_GUILESS_MAIN(TestRollup)
#include "tst_rollup.moc"
