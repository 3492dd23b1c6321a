// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/telemetry/samplestore.h"
#include "tests/testing/test.h"

#include <QTemporaryDir>

#include <atomic>

using namespace graticule;

namespace {

constexpr qint64 kStart = 1'700'006'400'000;

class Desk
{
public:
    explicit Desk(const SampleLimits &limits = {})
        : m_limits(limits)
    {
        start();
    }
    void start()
    {
        store.reset();
        store = std::make_unique<SampleStore>(folder.filePath(QStringLiteral("samples.db")), m_limits,
                                              [this] { return instantFromMs(nowMs); });
    }
    /// Seconds after the start, and what they measured.
    void append(qint64 from, qint64 to, int series = 1) const
    {
        QList<Sample> samples;
        for (qint64 second = from; second < to; ++second) {
            for (int i = 0; i < series; ++i)
                samples.append({EntityId(QByteArray::number(i)), QStringLiteral("m"),
                                instantFromMs(kStart + second * 1000), double(second)});
        }
        store->append(samples);
    }
    SamplesAnswer read(const SamplesQuery &query) const
    {
        SamplesAnswer answer;
        bool isThere = false;
        QObject context;
        store->read(query, &context, [&](const SamplesAnswer &given) {
            answer = given;
            isThere = true;
        });
        [&] { QTRY_VERIFY(isThere); }();
        return answer;
    }
    size_t count(const char *entity) const
    {
        const SamplesAnswer answer = read({EntityId(entity), {QStringLiteral("m")}});
        return answer.series.isEmpty() ? 0 : answer.series.front().buckets.size();
    }

    QTemporaryDir folder;
    std::atomic<qint64> nowMs = kStart;
    std::unique_ptr<SampleStore> store;

private:
    SampleLimits m_limits;
};

} // namespace

class TestSampleStore : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasAppendedCanBeReadAndStays()
    {
        Desk desk;
        desk.append(0, 100, 3);
        QTRY_COMPARE(desk.count("1"), size_t(100));
        QVERIFY(desk.store->sync());
        QCOMPARE(desk.store->status().unsaved, 0);
        desk.append(100, 200, 3);
        desk.start(); // in order
        QTRY_COMPARE(desk.count("2"), size_t(200));
        QCOMPARE(desk.store->status().notes, QStringList());
        QCOMPARE(desk.read({EntityId("2"), {}}).series.size(), 1); // all metrics
        QCOMPARE(desk.read({EntityId("none"), {}}).series.size(), 0);
    }

    void tooMuchAtOnceIsShedAndCounted()
    {
        SampleLimits limits;
        limits.queue = 1000;
        Desk desk(limits);
        for (int i = 0; i < 10; ++i)
            desk.append(i * 10'000, (i + 1) * 10'000);
        QVERIFY(desk.store->sync());
        const SampleStatus status = desk.store->status();
        QVERIFY(status.counts.queueFull >= 90'000);
        QCOMPARE(status.counts.stored + status.counts.shed(), 100'000);
    }

    /// Readers see every sample once while hours are sealed under them.
    void readersSeeNoHoleWhileHoursAreSealed()
    {
        SampleLimits limits;
        limits.memory = 1; // seals all the time
        Desk desk(limits);
        for (qint64 second = 0; second < 20'000; second += 100) {
            desk.nowMs = kStart + (second + 100) * 1000;
            desk.append(second, second + 100, 5);
            const SamplesAnswer answer = desk.read({EntityId("3"), {QStringLiteral("m")}});
            const auto &buckets = answer.series.front().buckets;
            for (size_t i = 0; i < buckets.size(); ++i)
                QCOMPARE(buckets[i].ms, kStart + qint64(i) * 1000);
            quint64 sum = 0;
            const SamplesAnswer hours =
                desk.read({EntityId("3"), {QStringLiteral("m")}, kNever, kNever, Resolution::Hour});
            for (const SampleBucket &hour : hours.series.front().buckets)
                sum += hour.count;
            QVERIFY2(sum >= buckets.size() && sum <= quint64(second) + 100,
                     qPrintable(QStringLiteral("%1 of %2 at %3").arg(sum).arg(buckets.size()).arg(second)));
        }
        QVERIFY(desk.store->sync());
        QCOMPARE(desk.count("3"), size_t(20'000));
    }

    /// As many samples as anybody asks for, whose answer still fits into a message.
    void oneAnswerHasOneBudgetOfPoints()
    {
        constexpr int kMetrics = 8;
        constexpr qint64 kSamples = 60'000;
        Desk desk;
        desk.nowMs = kStart + kSamples * 100;
        QStringList names;
        for (int i = 0; i < kMetrics; ++i) {
            names << QStringLiteral("m%1").arg(i);
            QList<Sample> samples;
            for (qint64 at = 0; at < (i == 0 ? 10 : kSamples); ++at)
                samples.append({EntityId("0"), names.last(), instantFromMs(kStart + at * 100), double(at)});
            desk.store->append(samples);
            QVERIFY(desk.store->sync());
        }
        SamplesQuery query{EntityId("0"), names, instantFromMs(kStart), instantFromMs(desk.nowMs)};
        size_t sum = 0;
        const SamplesAnswer answer = desk.read(query);
        QCOMPARE(answer.series.size(), kMetrics);
        for (const SampleAnswer &series : answer.series)
            sum += series.buckets.size();
        QVERIFY2(sum <= SampleStore::kMostInAll, QByteArray::number(qulonglong(sum)));
        QCOMPARE(answer.series[0].buckets.size(), size_t(10)); // few: as they are
        QCOMPARE(answer.series[0].stepMs, 0);
        QVERIFY(answer.series[1].stepMs > 0); // many: coarser
        for (int i = 1; i < kMetrics; ++i) {
            QVERIFY(answer.series[i].buckets.size() > SampleStore::kMostInAll / 4 / kMetrics);
            QCOMPARE(answer.series[i].buckets.back().max, double(kSamples - 1));
        }
        query.metrics = {names[1]};
        QCOMPARE(desk.read(query).series[0].buckets.size(), size_t(kSamples)); // alone it is whole
    }

    void aContextThatDiesHearsNothing()
    {
        Desk desk;
        auto context = std::make_unique<QObject>();
        desk.store->read({EntityId("a"), {}}, context.get(), [](const SamplesAnswer &) { QFAIL("called"); });
        context.reset();
        desk.read({EntityId("a"), {}});
    }

    void aFolderThatIsNotThereIsSaid()
    {
        std::unique_ptr<SampleStore> store = std::make_unique<SampleStore>(
            QStringLiteral("/nowhere/samples.db"), SampleLimits(), [] { return instantFromMs(kStart); });
        QTRY_VERIFY(store->status().error.text.contains(u"/nowhere/samples.db cannot be read or written"));
        store->append({{EntityId("a"), QStringLiteral("m"), instantFromMs(kStart), 1}});
        QVERIFY(!store->sync());
        QCOMPARE(store->status().unsaved, 1);
    }

    void whoAsksForTooManyWindowsAtOnceIsToldNothing()
    {
        Desk desk;
        LinkWindowsQuery query{instantFromMs(kStart), instantFromMs(kStart + 1000), {EntityId("0")}};
        int answered = 0;
        int leftOut = 0;
        const auto count = [&](const LinkWindowsAnswer &answer) {
            ++answered;
            leftOut += int(answer.leftOut);
        };
        for (int i = 0; i < 100; ++i)
            desk.store->windows(query, this, count);
        QTRY_COMPARE(answered, 100);
        QCOMPARE(leftOut, 100 - SampleStore::kMostWindows);
        desk.store->windows(query, this, count); // later there is room again
        QTRY_COMPARE(answered, 101);
        QCOMPARE(leftOut, 100 - SampleStore::kMostWindows);
    }

    void quantilesComeToo()
    {
        Desk desk;
        desk.append(0, 1001);
        QVERIFY(desk.store->sync());
        QuantileAnswer answer;
        desk.store->quantiles(
            {EntityId("0"), QStringLiteral("m"), instantFromMs(kStart), instantFromMs(kStart + 2'000'000)}, {0.5}, this,
            [&](const QuantileAnswer &given) { answer = given; });
        QTRY_COMPARE(answer.count, quint64(1001 - desk.store->status().counts.tooNew));
    }
};

QTEST_GUILESS_MAIN(TestSampleStore)
#include "tst_samplestore.moc"
