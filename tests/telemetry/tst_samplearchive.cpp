// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/telemetry/samplebackup.h"
#include "tests/telemetry/archivedesk.h"
#include "tests/testing/test.h"

#include <cmath>
#include <limits>

using namespace graticule;
using graticule::testing::ArchiveDesk;
using graticule::testing::kDay;
using graticule::testing::kHour;
using graticule::testing::print;
using graticule::testing::wave;

class TestSampleArchive : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void keepsEachSeriesApart()
    {
        ArchiveDesk desk;
        desk.now = desk.at(100);
        desk.take("a", "rtt.ms", 10, 1);
        desk.take("a", "rtt.ms", 20, 1.5);
        desk.take("a", "load1", 10, 7);
        desk.take("b", "rtt.ms", 10, 3);
        const auto looksRight = [&] {
            return print(desk.read("a", "rtt.ms", 0, 100)) == u"10:1 20:1.5" &&
                   print(desk.read("a", "rtt.ms", 11, 100)) == u"20:1.5" &&
                   print(desk.read("a", "rtt.ms", 0, 20)) == u"10:1" &&
                   print(desk.read("b", "rtt.ms", 0, 100)) == u"10:3" &&
                   print(desk.read("b", "load1", 0, 100)).isEmpty();
        };
        QVERIFY(looksRight()); // before it is on disk
        QCOMPARE(desk.archive->unsaved(), 4);
        desk.settle(101);
        QCOMPARE(desk.archive->unsaved(), 0);
        QVERIFY(looksRight());
        desk.settle(2 * kHour); // sealed
        QVERIFY(desk.head->hours(0).empty());
        QVERIFY(looksRight());
        desk.stop();
        desk.start();
        QVERIFY(looksRight());
        QCOMPARE(desk.reader->metrics(EntityId("a")), QStringList({"load1", "rtt.ms"}));
        QCOMPARE(desk.reader->metrics(EntityId("none")), QStringList());
        QCOMPARE(desk.archive->takeNotes(), QStringList());
    }

    void aCrashLosesWhatWasNotFlushedAndSaysSo()
    {
        ArchiveDesk desk;
        desk.now = desk.at(100);
        desk.take("a", "m", 99, 1);
        desk.settle(100.5);
        desk.take("a", "m", 101, 2);
        desk.take("new", "m", 101, 2);
        desk.now = desk.at(200);
        desk.crash();
        QCOMPARE(print(desk.read("a", "m", 0, 1000)), QStringLiteral("99:1"));
        QCOMPARE(
            desk.archive->takeNotes().join(u' '),
            QStringLiteral("The keeper did not end in order: samples that came after 2023-11-15T00:01:40.500Z were "
                           "lost, one second of them at most."));
        QCOMPARE(print(desk.read("a", "m", 0, 1000).unwatched), QStringLiteral("100-200"));
        desk.take("new", "m", 200, 3);
        desk.settle(201);
        QCOMPARE(print(desk.read("new", "m", 0, 1000)), QStringLiteral("200:3"));
    }

    void everyPlaceOfACrashKeepsWhatWasFlushed()
    {
        ArchiveDesk desk;
        QString expected;
        for (int step = 0; step < 40; ++step) {
            const qint64 second = step * 500; // hours are sealed now and then
            desk.now = desk.at(double(second));
            desk.take("a", "m", double(second), step);
            desk.settle(double(second));
            expected += QStringLiteral("%1%2:%3").arg(step == 0 ? u"" : u" ").arg(second).arg(step);
            desk.take("a", "m", double(second) + 1, 1000); // never flushed
            desk.crash();
            QCOMPARE(print(desk.read("a", "m", 0, kDay)), expected);
        }
        QCOMPARE(desk.archive->counts().damaged, 0);
    }

    void countsWhatItDoesNotTake()
    {
        ArchiveDesk desk;
        desk.now = desk.at(2 * kDay);
        desk.take("a", "m", 2 * kDay, 1);
        desk.take("a", "m", 2 * kDay, 2);       // duplicate
        desk.take("a", "m", 2 * kDay - 5, 3);   // out of order
        desk.take("a", "m", kDay - 1, 4);       // too old
        desk.take("a", "m", 2 * kDay + 301, 5); // of the future
        desk.take("a", "m", 2 * kDay + 299, std::numeric_limits<double>::quiet_NaN());
        desk.take("a", "m", 2 * kDay + 299, std::numeric_limits<double>::infinity());
        const SampleCounts counts = desk.archive->counts();
        QCOMPARE(counts.stored, 2);
        QCOMPARE(counts.outOfOrder, 1);
        QCOMPARE(counts.duplicate, 1);
        QCOMPARE(counts.tooOld, 1);
        QCOMPARE(counts.tooNew, 1);
        QCOMPARE(counts.notNumber, 2);
        QCOMPARE(counts.shed(), 4);
        QCOMPARE(print(desk.read("a", "m", 0, 3 * kDay)), QStringLiteral("172795:3 172800:1"));
    }

    void lateSamplesFindTheirPlace()
    {
        ArchiveDesk desk;
        desk.fill("a", "m", 0, 3 * kHour, wave);
        desk.settle(3 * kHour + 200);
        const SampleAnswer before = desk.read("a", "m", 0, 3 * kHour);
        QCOMPARE(before.buckets.size(), size_t(3 * 360));
        desk.take("a", "m", 1805, 99); // between two
        desk.take("a", "m", 1800, 98); // there is one
        desk.take("a", "m", 1.5, 97);  // near the begin
        for (const qint64 settled : {3 * kHour + 201, 4 * kHour + 200}) {
            desk.settle(double(settled));
            const SampleAnswer after = desk.read("a", "m", 0, 3 * kHour);
            QCOMPARE(after.buckets.size(), before.buckets.size() + 2);
            QCOMPARE(print(desk.read("a", "m", 1800, 1810)), QStringLiteral("1800:%1 1805:99").arg(wave(1800)));
        }
        QCOMPARE(desk.archive->counts().duplicate, 1);
        QCOMPARE(desk.archive->counts().stored, 3 * 360 + 2);
        const SampleAnswer minutes = desk.read("a", "m", 1800, 1860, Resolution::Minute);
        QCOMPARE(minutes.buckets.size(), size_t(1));
        QCOMPARE(minutes.buckets.front().count, quint64(7));
        QCOMPARE(minutes.buckets.front().max, 99.0);
    }

    /// Roll-ups say the same as the samples: of what is in memory, sealed, and of days that are over.
    void rollupsAreThoseOfTheSamples()
    {
        ArchiveDesk desk;
        desk.fill("a", "m", 0, 2 * kDay + 5 * kHour, wave);
        const auto compare = [&] {
            const SampleAnswer raw = desk.read("a", "m", 0, 3 * kDay);
            QCOMPARE(raw.buckets.size(), size_t((2 * kDay + 5 * kHour) / 10));
            for (const Resolution resolution : {Resolution::Minute, Resolution::Hour}) {
                const qint64 width = resolution == Resolution::Hour ? kHour : 60;
                const SampleAnswer rolled = desk.read("a", "m", 0, 3 * kDay, resolution);
                QCOMPARE(qint64(rolled.buckets.size()), (2 * kDay + 5 * kHour) / width);
                for (size_t i = 0; i < rolled.buckets.size(); ++i) {
                    const SampleBucket &bucket = rolled.buckets[i];
                    QCOMPARE(bucket.ms / 1000 - ArchiveDesk::kStart, qint64(i) * width);
                    QCOMPARE(bucket.count, quint64(width / 10));
                    double min = 100;
                    double max = 0;
                    double sum = 0;
                    for (size_t j = i * size_t(width / 10); j < (i + 1) * size_t(width / 10); ++j) {
                        min = std::min(min, raw.buckets[j].mean);
                        max = std::max(max, raw.buckets[j].mean);
                        sum += raw.buckets[j].mean;
                    }
                    QCOMPARE(bucket.min, min);
                    QCOMPARE(bucket.max, max);
                    QCOMPARE(float(bucket.mean), float(sum / double(bucket.count)));
                }
            }
        };
        compare();
        desk.settle(2 * kDay + 5 * kHour);
        compare();
        desk.settle(2 * kDay + 7 * kHour);
        compare();
        // A late one of a day that is over.
        desk.now = desk.at(2 * kDay + 6 * kHour);
        desk.take("a", "m", kDay + 12 * kHour + 1, 500);
        desk.settle(2 * kDay + 9 * kHour);
        const SampleAnswer hour = desk.read("a", "m", kDay + 12 * kHour, kDay + 13 * kHour, Resolution::Hour);
        QCOMPARE(hour.buckets.front().count, quint64(361));
        QCOMPARE(hour.buckets.front().max, 500.0);
    }

    void picksTheResolutionByThePointsWanted_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<int>("points");
        QTest::addColumn<int>("resolution");
        QTest::addColumn<qint64>("step");
        QTest::newRow("an hour") << kHour << 1000 << int(Resolution::Raw) << qint64(0);
        QTest::newRow("an hour, 10 points") << kHour << 10 << int(Resolution::Minute) << qint64(360'000);
        QTest::newRow("a day") << kDay << 1000 << int(Resolution::Minute) << qint64(60'000);
        QTest::newRow("a day, 10 points") << kDay << 10 << int(Resolution::Hour) << qint64(7'200'000);
        QTest::newRow("many samples") << 2 * kHour << 130 << int(Resolution::Raw) << qint64(55'384);
    }

    void picksTheResolutionByThePointsWanted()
    {
        QFETCH(qint64, seconds);
        QFETCH(int, points);
        QFETCH(int, resolution);
        QFETCH(qint64, step);
        ArchiveDesk desk;
        desk.fill("a", "m", 0, kDay, [](qint64 second) { return second == 4000 ? 1000.0 : wave(second); });
        desk.settle(double(kDay + 600));
        const SampleAnswer answer = desk.read("a", "m", 3600, 3600 + seconds, Resolution::Automatic, points);
        QCOMPARE(int(answer.resolution), resolution);
        QCOMPARE(answer.stepMs, step);
        QVERIFY(qsizetype(answer.buckets.size()) <= 2 * points);
        const auto spike = std::max_element(answer.buckets.cbegin(), answer.buckets.cend(),
                                            [](const auto &a, const auto &b) { return a.max < b.max; });
        QCOMPARE(spike->max, 1000.0); // no spike is ever dropped
    }

    void quantilesOfARange()
    {
        ArchiveDesk desk;
        desk.fill("a", "m", 0, 4 * kDay, [](qint64 second) { return double(second / 10 % 1000); });
        desk.settle(double(4 * kDay + 600));
        for (const qint64 to : {kHour, kDay, 4 * kDay}) {
            const QuantileAnswer answer = desk.reader->quantiles(
                {EntityId("a"), QStringLiteral("m"), desk.at(0), desk.at(double(to))}, {0, 0.5, 0.95, 1});
            QCOMPARE(answer.count, quint64(to / 10));
            const double most = std::min<double>(double(to) / 10, 1000);
            QCOMPARE(answer.values[0], 0.0);
            QVERIFY(std::fabs(answer.values[1] - most / 2) < 0.03 * most);
            QVERIFY(std::fabs(answer.values[2] - most * 0.95) < 0.03 * most);
            QVERIFY(std::fabs(answer.values[3] - most) < 0.02 * most);
        }
    }

    void keepsEachTierAsLongAsItSays()
    {
        SampleLimits limits;
        limits.rawKept = SampleLimits::Days(1);
        limits.minutesKept = SampleLimits::Days(2);
        limits.hoursKept = SampleLimits::Days(3);
        ArchiveDesk desk(limits);
        for (qint64 hour = 0; hour < 5 * 24; ++hour) {
            desk.fill("a", "m", hour * kHour, (hour + 1) * kHour, wave);
            desk.settle(double((hour + 1) * kHour + 200));
        }
        const auto first = [&](Resolution resolution) {
            const SampleAnswer answer = desk.read("a", "m", 0, 6 * kDay, resolution);
            return double(answer.buckets.front().ms / 1000 - ArchiveDesk::kStart) / kDay;
        };
        QCOMPARE(first(Resolution::Raw), 4.0);
        QCOMPARE(first(Resolution::Minute), 3.0);
        QCOMPARE(first(Resolution::Hour), 2.0);
        // Asked for a time of which only hours are left, it gives hours.
        const SampleAnswer old = desk.read("a", "m", 2 * kDay, 2 * kDay + kHour, Resolution::Automatic);
        QCOMPARE(int(old.resolution), int(Resolution::Hour));
        QCOMPARE(old.buckets.size(), size_t(1));
    }

    void aClockFarAheadDoesNotEmptyTheStore()
    {
        ArchiveDesk desk;
        desk.fill("a", "m", 0, 3 * kDay, wave);
        desk.settle(double(3 * kDay + 600));
        const size_t before = desk.read("a", "m", 0, 4 * kDay).buckets.size();
        desk.settle(1000.0 * kDay); // one look, far ahead
        desk.settle(double(3 * kDay + 700));
        QVERIFY(desk.read("a", "m", 0, 4 * kDay).buckets.size() >= before - 24 * 360);
        desk.fill("a", "m", 3 * kDay + 700, 3 * kDay + 2 * kHour, wave);
        desk.settle(double(3 * kDay + 4 * kHour));
        QCOMPARE(desk.read("a", "m", 3 * kDay + 700, 4 * kDay).buckets.size(), size_t((2 * kHour - 700) / 10));
    }

    void aClockThatGoesBackAnHour()
    {
        ArchiveDesk desk;
        desk.fill("a", "m", 0, 4 * kHour, wave);
        desk.settle(double(4 * kHour));
        desk.now = desk.at(3 * kHour); // the machine's clock is set back
        for (qint64 second = 3 * kHour + 5; second < 5 * kHour; second += 10) {
            desk.now = desk.at(double(second));
            desk.take("a", "m", double(second), 7);
            if (second % 600 == 5)
                desk.settle(double(second));
        }
        desk.settle(double(6 * kHour + 300));
        QCOMPARE(desk.archive->counts().shed(), 0);
        QCOMPARE(desk.read("a", "m", 0, 6 * kHour).buckets.size(), size_t(4 * 360 + 2 * 360));
        QCOMPARE(desk.archive->counts().stored, 6 * 360);
        const SampleAnswer hours = desk.read("a", "m", 0, 6 * kHour, Resolution::Hour);
        QCOMPARE(hours.buckets[3].count, quint64(720));
    }

    void littleMemorySealsInParts_data()
    {
        QTest::addColumn<int>("memory");
        QTest::addColumn<int>("compressed");
        QTest::newRow("of all") << 150'000 << 8'000'000;
        QTest::newRow("of samples") << 64'000'000 << 50'000;
    }
    void littleMemorySealsInParts()
    {
        QFETCH(int, memory);
        QFETCH(int, compressed);
        SampleLimits limits;
        limits.memory = memory;
        limits.compressed = compressed;
        ArchiveDesk desk(limits);
        SampleHead::Memory most;
        qint64 sum = 0;
        for (qint64 second = 0; second < kHour; ++second) {
            desk.now = desk.at(double(second));
            for (int series = 0; series < 200; ++series, ++sum)
                desk.take(QByteArray::number(series).constData(), "m", double(second), double(second % 100) / 100);
            if (second % 10 == 0)
                desk.settle(double(second));
            if (second == 1000)
                most = desk.head->memory();
        }
        QVERIFY(desk.head->memory().compressed <= 2 * most.compressed); // does not grow with the samples of an hour
        QCOMPARE(desk.archive->counts().stored, sum);
        QCOMPARE(desk.archive->counts().shed(), 0);
        const auto looksRight = [&] {
            QCOMPARE(desk.read("7", "m", 0, kHour).buckets.size(), size_t(kHour));
            const SampleAnswer hour = desk.read("7", "m", 0, kHour, Resolution::Hour);
            QCOMPARE(hour.buckets.size(), size_t(1));
            QCOMPARE(hour.buckets.front().count, quint64(kHour));
        };
        looksRight();
        desk.settle(2 * kHour);
        looksRight();
    }

    void countsTheSeriesThatFindNoRoom()
    {
        SampleLimits limits;
        limits.series = 3;
        ArchiveDesk desk(limits);
        for (const char *name : {"a", "b", "c", "d", "e", "a"})
            desk.take(name, "m", 1 + double(desk.archive->counts().stored), 1);
        QCOMPARE(desk.archive->counts().stored, 4);
        QCOMPARE(desk.archive->counts().noRoom, 2);
        for (int hour = 1; hour < 5; ++hour)
            desk.settle(double(hour * kHour));
        desk.take("d", "m", 4 * kHour, 1); // the others have gone quiet
        QCOMPARE(desk.archive->counts().stored, 5);
        QCOMPARE(print(desk.read("a", "m", 0, kHour)), QStringLiteral("1:1 4:1"));
    }

    /// A file that the first version wrote, its last samples in the log still.
    void opensTheFileOfVersion1()
    {
        ArchiveDesk desk({}, qEnvironmentVariable("GRATICULE_SOURCE") +
                                 QStringLiteral("/tests/fixtures/telemetry/samples-version-1.db"));
        QVERIFY2(desk.archive->isOpen(), qPrintable(desk.archive->error().text));
        QCOMPARE(desk.archive->takeNotes(), QStringList());
        QCOMPARE(print(desk.read("site:fra1", "cpu.cores", 10, 40)), QStringLiteral("10:0.1 20:0.2 30:0.3"));
        QCOMPARE(print(desk.read("site:fra1", "cpu.cores", kDay, 2 * kDay)), QStringLiteral("94200:1.25"));
        QCOMPARE(print(desk.read("link:fra1>iad1", "rtt.ms", 3600, 3720, Resolution::Minute)),
                 QStringLiteral("3600:82.5(80..85)x6 3660:84(80..88)x6"));
        QCOMPARE(desk.read("link:fra1>iad1", "rtt.ms", 0, kDay, Resolution::Hour).buckets.front().count, quint64(180));
    }

    void aBackupIsOneMomentAndComesBack()
    {
        ArchiveDesk desk;
        desk.fill("a", "m", 0, 2 * kHour, wave);
        desk.settle(double(2 * kHour));
        const QString copy = desk.folder.filePath(QStringLiteral("copy.db"));
        QVERIFY(bool(SampleBackup::save(desk.path, copy))); // in use
        QVERIFY(SampleBackup::save(desk.path, copy).error().text.contains(u"is there already"));
        desk.fill("a", "m", 2 * kHour, 3 * kHour, wave);
        desk.stop();
        QVERIFY(bool(SampleBackup::restore(copy, desk.path)));
        desk.start();
        QCOMPARE(desk.read("a", "m", 0, kDay).buckets.size(), size_t(720));
        desk.stop();
        QFile broken(copy);
        QVERIFY(broken.open(QIODevice::ReadWrite) && broken.seek(5 * Database::kPageSize));
        broken.write(QByteArray(100, 'x'));
        broken.close();
        QVERIFY(!SampleBackup::restore(copy, desk.path));
        desk.start();
        QCOMPARE(desk.read("a", "m", 0, kDay).buckets.size(), size_t(720));
    }

    void withoutAFileItKeepsAnHourInMemory()
    {
        SampleHead head;
        SampleArchive archive({}, {}, head);
        SampleReader reader({}, head);
        const auto count = [&] {
            return reader
                .read({EntityId("a"), QStringLiteral("m"), ArchiveDesk::at(0), ArchiveDesk::at(kDay), Resolution::Raw})
                .buckets.size();
        };
        QVERIFY(archive.isOpen());
        for (qint64 second = 0; second < 5 * kHour; second += 10) {
            archive.take({{EntityId("a"), QStringLiteral("m"), ArchiveDesk::at(double(second)), 1}},
                         ArchiveDesk::at(double(second)));
            archive.flush(ArchiveDesk::at(double(second)));
            archive.maintain(ArchiveDesk::at(double(second)));
        }
        QVERIFY(count() >= 360 && count() <= 3 * 360);
        QCOMPARE(reader.metrics(EntityId("a")), QStringList("m"));
    }
};

QTEST_GUILESS_MAIN(TestSampleArchive)
#include "tst_samplearchive.moc"
