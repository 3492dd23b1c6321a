// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/telemetry/chunkcodec.h"
#include "backend/telemetry/rollupcodec.h"
#include "backend/telemetry/samplelog.h"
#include "backend/telemetry/sealedlist.h"
#include "tests/testing/test.h"

#include <QElapsedTimer>

#include <cmath>
#include <random>

using namespace graticule;

namespace {

constexpr qint64 kBase = 1'700'000'000'000 / 3'600'000 * 3'600'000;

/// Half a minute of bytes that nobody wrote, from a seed that is said.
constexpr int kMilliseconds = 30'000;

SamplePoints anyPoints(std::mt19937_64 &random)
{
    SamplePoints points;
    qint64 ms = kBase;
    const int kind = int(random() % 4);
    for (quint64 count = 1 + random() % 500; count > 0; --count) {
        ms += kind == 0 ? 10'000 : qint64(random() % 20'000);
        const auto value = double(qint64(random()));
        points.push_back({ms, kind == 1 ? value : kind == 2 ? std::round(value / 1e14) / 100 : value / 3e18});
    }
    return points;
}

void damage(QByteArray &bytes, std::mt19937_64 &random)
{
    for (quint64 times = 1 + random() % 5; times > 0 && !bytes.isEmpty(); --times) {
        const auto at = qsizetype(random() % quint64(bytes.size()));
        switch (random() % 4) {
        case 0:
            bytes[at] = char(random());
            break;
        case 1:
            bytes.truncate(at);
            break;
        case 2:
            bytes.insert(at, char(random()));
            break;
        default:
            bytes.remove(at, 1 + qsizetype(random() % 8));
        }
    }
}

} // namespace

class TestSampleFuzz : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsReadAndWhatIsNotDoesNoHarm()
    {
        const quint64 seed = std::random_device()();
        qInfo("seed %llu", static_cast<unsigned long long>(seed));
        std::mt19937_64 random(seed);
        QElapsedTimer clock;
        clock.start();
        while (clock.elapsed() < kMilliseconds) {
            const SamplePoints points = anyPoints(random);
            QByteArray chunk = ChunkCodec::encode(points, kBase);
            QCOMPARE(ChunkCodec::decode(chunk, kBase), std::optional(points));
            QByteArray rollups = RollupCodec::encode(rollUp(points, 60'000), kBase, 60'000);
            QVERIFY(RollupCodec::decode(rollups, kBase, 60'000).has_value());
            SampleLog::Row row;
            std::vector<quint32> series;
            for (const SamplePoint &point : points) {
                row.add({quint32(random() % 0x7fffffff), point});
                series.push_back(quint32(series.size() * 3 + random() % 3));
            }
            QByteArray log = row.bytes();
            QByteArray list = SealedList::encode(series);
            QCOMPARE(SealedList::decode(list), std::optional(series));
            for (int i = 0; i < 50; ++i) {
                for (QByteArray *bytes : {&chunk, &rollups, &log, &list})
                    damage(*bytes, random);
                const auto decoded = ChunkCodec::decode(chunk, kBase);
                QVERIFY(!decoded || decoded->size() <= ChunkCodec::kMostPoints);
                const auto rolled = RollupCodec::decode(rollups, kBase, 60'000);
                QVERIFY(!rolled || rolled->size() <= RollupCodec::kMostRollups);
                SampleLog::decode(log);
                SealedList::decode(list);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestSampleFuzz)
#include "tst_samplefuzz.moc"
