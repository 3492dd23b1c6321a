// SPDX-License-Identifier: GPL-3.0-or-later
// What a series is in pixel columns, and the round numbers beside it.
#include "tests/testing/test.h"
#include "widgets/charts/chartaxis.h"
#include "widgets/charts/chartrange.h"
#include "widgets/charts/charttable.h"
#include "widgets/charts/reduction.h"

#include <QDateTime>
#include <QLocale>
#include <QRandomGenerator>
#include <QSignalSpy>

#include <cmath>

using namespace graticule;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

TimeSeries seriesOf(std::vector<qint64> times, std::vector<double> values, qint64 gapAfter = 0)
{
    TimeSeries series(gapAfter);
    series.assign(std::move(times), std::move(values));
    return series;
}

/// A column a line: "3: 4..9" with a dash where a line leads to it: "-3: 4..9".
QStringList printed(const std::vector<ReducedColumn> &columns)
{
    QStringList out;
    for (const ReducedColumn &each : columns)
        out << QStringLiteral("%1%2: %3..%4")
                   .arg(each.isJoined ? u"-" : u"")
                   .arg(each.column)
                   .arg(each.low)
                   .arg(each.high);
    return out;
}

QStringList printed(const std::vector<AxisTick> &ticks)
{
    QStringList out;
    for (const AxisTick &tick : ticks)
        out << tick.text;
    return out;
}

QStringList printed(const std::vector<TimeRange> &ranges)
{
    QStringList out;
    for (const TimeRange &range : ranges)
        out << QStringLiteral("%1-%2").arg(range.begin).arg(range.end);
    return out;
}

qint64 at(const char *text)
{
    return QDateTime::fromString(QLatin1String(text) + u'Z', Qt::ISODateWithMs).toMSecsSinceEpoch();
}

} // namespace

class TestTimeSeries : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void aColumnHasItsLowestAndHighest()
    {
        const TimeSeries series = seriesOf({0, 10, 20, 30, 40, 50, 60, 70}, {1, 5, 2, 3, 9, 0, 4, 4});
        QCOMPARE(printed(reduced(series, {0, 80}, 2)), (QStringList{"0: 1..5", "-1: 0..9"}));
        // The neighbours outside lead the line off the edge.
        QCOMPARE(printed(reduced(series, {20, 60}, 2)), (QStringList{"-1: 5..5", "-0: 2..3", "-1: 0..9", "-2: 4..4"}));
        QCOMPARE(printed(reduced(series, {0, 80}, 0)), QStringList());
        QCOMPARE(printed(reduced(series, {100, 100}, 5)), QStringList());
        QCOMPARE(printed(reduced(TimeSeries(), {0, 80}, 5)), QStringList());
    }

    void fewPointsStayWhereTheyAre()
    {
        const std::vector<ReducedColumn> columns = reduced(seriesOf({3, 95}, {7, 8}), {0, 100}, 1000);
        QCOMPARE(printed(columns), (QStringList{"30: 7..7", "-950: 8..8"}));
        QCOMPARE(columns[1].firstTime, 95);
    }

    void noSpikeIsLost()
    {
        QRandomGenerator random(7);
        std::vector<qint64> times;
        std::vector<double> values;
        for (int i = 0; i < 100'000; ++i) {
            times.push_back(i * 10 + random.bounded(10));
            values.push_back(random.bounded(100));
        }
        std::vector<int> spikes;
        for (int i = 0; i < 200; ++i) {
            spikes.push_back(random.bounded(100'000));
            values[size_t(spikes.back())] = i % 2 == 0 ? 1e6 + i : -1e6 - i;
        }
        const std::vector<qint64> when = times;
        const std::vector<double> what = values;
        const TimeSeries series = seriesOf(std::move(times), std::move(values));
        for (const int width : {1, 13, 800, 4000}) {
            const std::vector<ReducedColumn> columns = reduced(series, {0, 1'000'000}, width);
            for (const int spike : spikes) {
                const double value = what[size_t(spike)];
                const auto column = int(when[size_t(spike)] * width / 1'000'000);
                const auto found = std::ranges::find(columns, column, &ReducedColumn::column);
                QVERIFY(found != columns.end());
                QVERIFY(found->low <= value && value <= found->high);
            }
        }
    }

    void theExtentOfAnyStretchIsThatOfItsPoints()
    {
        QRandomGenerator random(3);
        TimeSeries series;
        std::vector<double> all;
        for (int i = 0; i < 20'000; ++i) {
            all.push_back(random.bounded(1'000'000));
            QVERIFY(series.append(i, all.back()));
        }
        series.forgetBefore(12'345);
        QCOMPARE(series.size(), size_t(20'000 - 12'345));
        series.append(20'000, -5);
        all.push_back(-5);
        for (int i = 0; i < 500; ++i) {
            const size_t from = size_t(random.bounded(int(series.size()))), to = from + size_t(random.bounded(3000));
            Extent expected;
            for (size_t at = from; at < std::min(to, series.size()); ++at)
                expected.add(all[at + 12'345]);
            QCOMPARE(series.extent(from, std::min(to, series.size())), expected);
        }
        QCOMPARE(series.extent(series.size() - 1, series.size()).low, -5.0);
    }

    void gapsStayGaps()
    {
        const TimeSeries series = seriesOf({0, 10, 20, 60, 70, 80, 90}, {1, 1, 1, 2, kNaN, 2, 2}, 15);
        QCOMPARE(printed(reduced(series, {0, 100}, 10)),
                 (QStringList{"0: 1..1", "-1: 1..1", "-2: 1..1", "6: 2..2", "8: 2..2", "-9: 2..2"}));
        QCOMPARE(printed(series.gaps({0, 100})), (QStringList{"20-60", "60-80"}));
        QCOMPARE(printed(series.gaps({0, 200})), (QStringList{"20-60", "60-80", "90-200"}));
        QCOMPARE(printed(series.gaps({-100, 10})), QStringList{"-100-0"});
        QCOMPARE(printed(series.gaps({30, 50})), QStringList{"30-50"});
        QCOMPARE(printed(TimeSeries().gaps({0, 5})), QStringList{"0-5"});
        // A missing value at a column's edge is none to draw a line to.
        QCOMPARE(printed(reduced(series, {0, 100}, 1)), QStringList{"0: 1..2"});
    }

    void whatIsLateOrToldTwiceIsLeftOutAndCounted()
    {
        TimeSeries series = seriesOf({30, 10, 20, 10}, {3, 1, 2, 9});
        QCOMPARE(series.size(), size_t(3));
        QCOMPARE(series.valueAt(0), 1.0);
        QCOMPARE(series.leftOut(), size_t(1));
        QVERIFY(!series.append(30, 4));
        QVERIFY(!series.append(5, 4));
        QVERIFY(series.append(31, std::numeric_limits<double>::infinity()));
        QVERIFY(std::isnan(series.valueAt(3)));
        QCOMPARE(series.leftOut(), size_t(3));
        QCOMPARE(series.nearest(14), size_t(0));
        QCOMPARE(series.nearest(16), size_t(1));
        QCOMPARE(series.nearest(1000), size_t(3));
        QCOMPARE(series.indexFrom(1000), size_t(4));
    }

    void axesHaveRoundSteps_data()
    {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<int>("unit");
        QTest::addColumn<QString>("texts");
        const auto row = [](const char *name, double low, double high, ValueUnit unit, const char *texts) {
            QTest::newRow(name) << low << high << int(unit) << QString::fromUtf8(texts).replace(u'~', QChar(0x202f));
        };
        row("latency", 31, 262, ValueUnit::Ms, "0 50 100 150 200 250 300 | ms");
        row("fast", 0.02, 0.61, ValueUnit::Ms, "0 100 200 300 400 500 600 700 | µs");
        row("slow", 0, 61'000, ValueUnit::Ms, "0 10 20 30 40 50 60 70 | s");
        row("loss", 0, 0.03, ValueUnit::Share, "0.0 0.5 1.0 1.5 2.0 2.5 3.0 | %");
        row("memory", 0, 6.5e9, ValueUnit::Bytes, "0 1 2 3 4 5 6 7 | GB");
        row("rate", 0, 900, ValueUnit::BytesPerSecond, "0 100 200 300 400 500 600 700 800 900 | B/s");
        row("cores", 0, 3.5, ValueUnit::Cores, "0.0 0.5 1.0 1.5 2.0 2.5 3.0 3.5 | ");
        row("flat", 42, 42, ValueUnit::Number, "37 38 39 40 41 42 43 44 45 46 47 | ");
        row("nothing", kNaN, kNaN, ValueUnit::Number, "0.0 0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8 0.9 1.0 | ");
        row("zero", 0, 0, ValueUnit::Ms, "0.0 0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8 0.9 1.0 | ms");
        row("below zero", -3, 2, ValueUnit::Number, "−3.0 −2.5 −2.0 −1.5 −1.0 −0.5 0.0 0.5 1.0 1.5 2.0 | ");
        row("huge", -1e300, 1e300, ValueUnit::Share, "");
    }

    void axesHaveRoundSteps()
    {
        QFETCH(double, low);
        QFETCH(double, high);
        QFETCH(int, unit);
        QFETCH(QString, texts);
        const ValueAxis axis = niceAxis(low, high, ValueUnit(unit), 10);
        QVERIFY(axis.ticks.size() >= 2 && axis.ticks.size() <= 11);
        QVERIFY(std::isnan(low) || (axis.low <= low && axis.high >= high));
        if (!texts.isEmpty())
            QCOMPARE(printed(axis.ticks).join(u' ') + QStringLiteral(" | ") + axis.unit, texts);
    }

    void valuesHaveTheirUnitAndThreeDigits()
    {
        const auto text = [](double value, ValueUnit unit) {
            return valueText(value, unit).replace(QChar(0x202f), u'~');
        };
        QCOMPARE(text(213.4, ValueUnit::Ms), QStringLiteral("213~ms"));
        QCOMPARE(text(0.0421, ValueUnit::Ms), QStringLiteral("42.1~µs"));
        QCOMPARE(text(0.014, ValueUnit::Share), QStringLiteral("1.4~%"));
        QCOMPARE(text(4.2e9, ValueUnit::Bytes), QStringLiteral("4.2~GB"));
        QCOMPARE(text(71'000, ValueUnit::Number), QStringLiteral("71~k"));
        QCOMPARE(text(0, ValueUnit::Cores), QStringLiteral("0"));
        QCOMPARE(text(kNaN, ValueUnit::Bytes), QStringLiteral("–"));
    }

    void germanHasItsMarksAndMonths()
    {
        QLocale::setDefault(QLocale(QLocale::German));
        const QString value = valueText(1.5, ValueUnit::Ms).replace(QChar(0x202f), u'~');
        const QString year = printed(timeTicks({at("2025-11-22T09:14:00"), at("2026-11-22T09:15:00")}, 7)).join(u' ');
        const ValueAxis axis = niceAxis(0, 1, ValueUnit::Number, 2);
        QLocale::setDefault(QLocale::c());
        QCOMPARE(value, QStringLiteral("1,5~ms"));
        QVERIFY2(year.contains(QStringLiteral("Mai")), qPrintable(year));
        QCOMPARE(printed(axis.ticks),
                 (QStringList{QStringLiteral("0,0"), QStringLiteral("0,5"), QStringLiteral("1,0")}));
    }

    void timesAreRoundInUtc_data()
    {
        QTest::addColumn<QString>("begin");
        QTest::addColumn<QString>("end");
        QTest::addColumn<QString>("texts");
        const auto row = [](const char *name, const char *begin, const char *end, const char *texts) {
            QTest::newRow(name) << QString::fromLatin1(begin) << QString::fromLatin1(end) << QString::fromLatin1(texts);
        };
        row("6 hours", "2026-11-22T03:14:32", "2026-11-22T09:14:32", "04:00 05:00 06:00 07:00 08:00 09:00");
        row("a day", "2026-11-21T09:14:32", "2026-11-22T09:14:32", "12:00 18:00 22 Nov 06:00");
        row("a minute", "2026-11-22T09:14:00", "2026-11-22T09:15:00",
            "09:14:00 09:14:10 09:14:20 09:14:30 09:14:40 09:14:50");
        row("a second", "2026-11-22T09:14:00", "2026-11-22T09:14:01",
            "09:14:00.000 09:14:00.200 09:14:00.400 09:14:00.600 09:14:00.800");
        row("a month", "2026-10-22T09:14:00", "2026-11-22T09:15:00", "26 Oct 2 Nov 9 Nov 16 Nov");
        row("a year", "2025-11-22T09:14:00", "2026-11-22T09:15:00", "2026 Mar May Jul Sep Nov");
        row("a century", "1999-11-22T09:14:00", "2096-11-22T09:15:00", "2000 2050");
    }

    void timesAreRoundInUtc()
    {
        QFETCH(QString, begin);
        QFETCH(QString, end);
        QFETCH(QString, texts);
        const TimeRange range{at(begin.toLatin1()), at(end.toLatin1())};
        const std::vector<AxisTick> ticks = timeTicks(range, 7);
        if (texts != QStringLiteral("2000 2050"))
            QCOMPARE(printed(ticks).join(u' '), texts);
        QVERIFY(ticks.size() <= 9);
        for (const AxisTick &tick : ticks)
            QVERIFY(range.contains(qint64(tick.at)));
    }

    void chartsShareARangeThatStaysInItsLimits()
    {
        ChartRange range;
        QSignalSpy changed(&range, &ChartRange::rangeChanged);
        range.setLimits({0, 1000});
        QCOMPARE(range.range(), (TimeRange{0, 1000}));
        range.zoom(2, 250);
        QCOMPARE(range.range(), (TimeRange{125, 625}));
        range.pan(1000);
        QCOMPARE(range.range(), (TimeRange{500, 1000}));
        QVERIFY(range.isZoomed());
        // Live: what ended with the limits moves along with them.
        range.setLimits({100, 1100});
        QCOMPARE(range.range(), (TimeRange{600, 1100}));
        range.pan(-100);
        range.setLimits({200, 1200});
        QCOMPARE(range.range(), (TimeRange{500, 1000}));
        range.setRange({700, 700});
        QCOMPARE(range.range().length(), ChartRange::shortest());
        range.zoom(0.0001, 700);
        QCOMPARE(range.range(), (TimeRange{200, 1200}));
        range.setLimits({300, 1300});
        QCOMPARE(range.range(), (TimeRange{300, 1300}));
        QCOMPARE(changed.size(), 8);
    }

    void rowsHaveEachInstantOnce()
    {
        const TimeSeries fast = seriesOf({0, 1000, 2000}, {1, 2.5, kNaN}), slow = seriesOf({1000, 3000}, {7, 8});
        const ChartTable table({QStringLiteral("p50, ms"), QStringLiteral("=cmd")}, {&fast, &slow}, {0, 3001});
        QCOMPARE(QString::fromUtf8(table.csv()).replace(QStringLiteral("1970-01-01T00:00:0"), QString()),
                 QStringLiteral("time (UTC),\"p50, ms\",'=cmd\r\n"
                                "0.000Z,1,\r\n"
                                "1.000Z,2.5,7\r\n"
                                "2.000Z,,\r\n"
                                "3.000Z,,8\r\n"));
        QCOMPARE(table.tabbed(1), QByteArray("time (UTC)\tp50, ms\t'=cmd\n1970-01-01T00:00:00.000Z\t1\t\n"));
        QCOMPARE(ChartTable({QStringLiteral("a")}, {&fast}, {500, 1500}).rows(), size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestTimeSeries)
#include "tst_timeseries.moc"
