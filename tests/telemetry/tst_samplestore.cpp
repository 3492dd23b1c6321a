// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/telemetry/samplestore.h"
#include "tests/testing/test.h"

using namespace graticule;

namespace {

Sample sample(const char *entity, const char *metric, qint64 second, double value)
{
    return {EntityId(entity), QString::fromLatin1(metric), instantFromMs(second * 1000), value};
}

/// "10:1 11:2", seconds and values.
QString print(const QList<Sample> &samples)
{
    QStringList words;
    for (const Sample &s : samples)
        words << QStringLiteral("%1:%2").arg(toMs(s.at) / 1000).arg(s.value);
    return words.join(u' ');
}

} // namespace

class TestSampleStore : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void keepsEachSeriesApart()
    {
        SampleStore store;
        store.add({sample("a", "rtt.ms", 10, 1), sample("a", "load1", 10, 7), sample("b", "rtt.ms", 10, 3)});
        store.add({sample("a", "rtt.ms", 11, 2)});
        QCOMPARE(print(store.series(EntityId("a"), QStringLiteral("rtt.ms"))), QStringLiteral("10:1 11:2"));
        QCOMPARE(print(store.series(EntityId("a"), QStringLiteral("rtt.ms"), instantFromMs(11'000))),
                 QStringLiteral("11:2"));
        QCOMPARE(print(store.series(EntityId("a"), QStringLiteral("none"))), QString());
        QCOMPARE(print(store.series(EntityId("none"), QStringLiteral("rtt.ms"))), QString());
        QCOMPARE(store.metrics(EntityId("a")), QStringList({"load1", "rtt.ms"}));
        QCOMPARE(store.metrics(EntityId("none")), QStringList());
    }

    void dropsWhatComesOutOfOrder()
    {
        SampleStore store;
        store.add({sample("a", "m", 10, 1), sample("a", "m", 9, 2), sample("a", "m", 10, 3)});
        QCOMPARE(print(store.series(EntityId("a"), QStringLiteral("m"))), QStringLiteral("10:1 10:3"));
    }

    void forgetsAfterAnHour()
    {
        SampleStore store;
        store.add({sample("a", "m", 100, 1), sample("a", "m", 101, 2), sample("b", "m", 100, 3)});
        store.expire(instantFromMs(3'701'000));
        QCOMPARE(print(store.series(EntityId("a"), QStringLiteral("m"))), QStringLiteral("101:2"));
        QCOMPARE(store.metrics(EntityId("b")), QStringList());
    }

    void keepsTheNewestOfAFloodOfOneSeries()
    {
        SampleStore store;
        QList<Sample> flood;
        for (int i = 0; i < SampleStore::kMostPerSeries + 5; ++i)
            flood << sample("a", "m", i, i);
        store.add(flood);
        const QList<Sample> kept = store.series(EntityId("a"), QStringLiteral("m"));
        QCOMPARE(kept.size(), SampleStore::kMostPerSeries);
        QCOMPARE(kept.front().value, 5.0);
        QCOMPARE(store.shed(), 0);
    }

    void countsTheSeriesThatFindNoRoom()
    {
        SampleStore store;
        for (int i = 0; i < SampleStore::kMostSeries + 3; ++i)
            store.add({sample(QByteArray::number(i).constData(), "m", 1, 1)});
        QCOMPARE(store.shed(), 3);
        store.add({sample("0", "m", 2, 1)}); // known series go on
        QCOMPARE(store.shed(), 3);
        store.expire(instantFromMs(10'000'000));
        store.add({sample("fresh", "m", 10'000, 1)});
        QCOMPARE(store.shed(), 3);
        QCOMPARE(store.metrics(EntityId("fresh")), QStringList({"m"}));
    }
};

QTEST_GUILESS_MAIN(TestSampleStore)
#include "tst_samplestore.moc"
