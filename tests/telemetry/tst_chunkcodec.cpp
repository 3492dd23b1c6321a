// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/telemetry/checkedbytes.h"
#include "backend/telemetry/chunkcodec.h"
#include "backend/telemetry/samplelog.h"
#include "tests/testing/test.h"

#include <cmath>
#include <limits>
#include <random>

using namespace graticule;

namespace {

constexpr qint64 kBase = 1'700'000'000'000 / 3'600'000 * 3'600'000;

/// One value each ten seconds.
SamplePoints regular(const std::vector<double> &values)
{
    SamplePoints points;
    for (const double value : values)
        points.push_back({kBase + 10'000 * qint64(points.size()), value});
    return points;
}

template<class Next> SamplePoints hour(Next next)
{
    std::vector<double> values(360);
    std::generate(values.begin(), values.end(), next);
    return regular(values);
}

double rounded(double value)
{
    return std::round(value * 100) / 100;
}

} // namespace

class TestChunkCodec : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void givesBackWhatItWasGiven_data()
    {
        QTest::addColumn<SamplePoints>("points");
        QTest::addColumn<qsizetype>("mostBytes");
        std::mt19937 random(1);
        std::normal_distribution<double> noise(0, 1);
        double walk = 40;
        const double max = std::numeric_limits<double>::max();

        const auto row = [](const char *name, const SamplePoints &points, qsizetype mostBytes) {
            QTest::newRow(name) << points << mostBytes;
        };
        row("one", regular({12.34}), 12);
        row("constant", hour([] { return 0.1; }), 12);
        row("no short decimal, constant", hour([] { return 1.0 / 3; }), 20);
        row("counting up", hour([n = 0.0]() mutable { return n += 5; }), 26);
        row("a walk", hour([&] { return rounded(walk += noise(random)); }), 450);
        row("noise about a mean", hour([&] { return rounded(20 + 2 * noise(random)); }), 520);
        row("whole numbers", hour([&] { return std::round(1e9 + 1e6 * noise(random)); }), 1100);
        row("any number", hour([&] { return noise(random) / 3; }), 360 * 9);
        row("zero but now and then", hour([n = 0]() mutable { return ++n % 100 == 0 ? 1e6 : 0; }), 130);
        row("extremes", regular({max, -max, 0, std::numeric_limits<double>::denorm_min(), 1e300, -1e-300}), 80);
        row("near the limit", regular({4503599627370495.0, -4503599627370495.0, 4503599627370497.0, 0.01}), 60);
        row("digits come late", regular({1, 2, 3, 4.5, 6.25, 7.125, 0.000000001}), 80);

        SamplePoints jitter = hour([] { return 1; });
        for (SamplePoint &point : jitter)
            point.ms += qint64(20 * noise(random));
        row("a cadence that jitters by 20 ms", jitter, 400);
        SamplePoints gaps = hour([] { return 1; });
        for (size_t i = 100; i < gaps.size(); ++i)
            gaps[i].ms += 600'000;
        row("a gap", gaps, 60);
        row("far from the base", {{1, 1}, {qint64(1) << 43, 2}}, 40);
    }

    void givesBackWhatItWasGiven()
    {
        QFETCH(SamplePoints, points);
        QFETCH(qsizetype, mostBytes);
        const QByteArray bytes = ChunkCodec::encode(points, kBase);
        const auto decoded = ChunkCodec::decode(bytes, kBase);
        QVERIFY(decoded);
        QCOMPARE(*decoded, points);
        QVERIFY2(bytes.size() <= mostBytes, QByteArray::number(bytes.size()));
    }

    void everyBytePrefixIsRefused()
    {
        std::mt19937 random(2);
        for (const SamplePoints &points :
             {hour([&] { return rounded(double(random() % 1000) / 7); }), hour([&] { return random() / 3.0; })}) {
            const QByteArray bytes = ChunkCodec::encode(points, kBase);
            for (qsizetype size = 0; size < bytes.size(); ++size)
                QVERIFY(!ChunkCodec::decode(bytes.first(size), kBase));
            QVERIFY(!ChunkCodec::decode(bytes + 'x', kBase));
        }
    }

    /// Flipped bits and noise: some are other numbers, none is harm. The long form of this is tst_samplefuzz.
    void survivesHostileBytes()
    {
        std::mt19937 random(3);
        const QByteArray good =
            ChunkCodec::encode(hour([&] { return rounded(double(random() % 100'000) / 7); }), kBase);
        for (int i = 0; i < 20'000; ++i) {
            QByteArray bytes = good;
            for (quint32 flips = 1 + random() % 4; flips > 0; --flips)
                bytes[qsizetype(random() % quint32(bytes.size()))] = char(random());
            const auto decoded = ChunkCodec::decode(bytes, kBase);
            QVERIFY(!decoded || decoded->size() <= ChunkCodec::kMostPoints);
        }
        QVERIFY(!ChunkCodec::decode(QByteArray::fromHex("ffffffffffffffffff01"), kBase));
        QVERIFY(!ChunkCodec::decode({}, kBase));
    }

    void aChecksumBelongsToItsPlace()
    {
        QCOMPARE(checksum("123456789"), 0xe3069283U); // the published check value of CRC-32C
        const QByteArray sealed = CheckedBytes::seal('r', 7, "some bytes, more than eight");
        QCOMPARE(CheckedBytes::open('r', 7, sealed), QByteArrayView("some bytes, more than eight"));
        QVERIFY(CheckedBytes::open('r', 8, sealed).isEmpty());
        QVERIFY(CheckedBytes::open('m', 7, sealed).isEmpty());
        QVERIFY(CheckedBytes::open('r', 7, "abc").isEmpty());
        for (qsizetype bit = 0; bit < sealed.size() * 8; ++bit) {
            QByteArray flipped = sealed;
            flipped[bit / 8] = char(flipped[bit / 8] ^ (1 << (bit % 8)));
            QVERIFY(CheckedBytes::open('r', 7, flipped).isEmpty());
        }
    }

    void aRowOfTheLogGivesBackWhatCame()
    {
        SampleLog::Row row;
        const std::vector<SampleLog::Entry> entries{{1, {kBase, 12.34}}, {2, {kBase + 1, 1.0 / 3}},
                                                    {1, {kBase - 5, 0}}, {0x7fffffff, {1, -7}},
                                                    {3, {kBase, 1e300}}, {3, {kBase, 0.5}}};
        for (const SampleLog::Entry &entry : entries)
            row.add(entry);
        QCOMPARE(row.count(), 6);
        QVERIFY(SampleLog::decode(row.bytes()) == entries);
        QVERIFY(!SampleLog::decode(row.bytes().chopped(1)));
        QVERIFY(!SampleLog::decode("\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff"));
    }
};

QTEST_GUILESS_MAIN(TestChunkCodec)
#include "tst_chunkcodec.moc"
