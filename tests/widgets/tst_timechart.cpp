// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testing/test.h"
#include "widgets/charts/smokechart.h"
#include "widgets/charts/timechart.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QPainter>
#include <QSignalSpy>
#include <QWheelEvent>

#include <cmath>
#include <optional>

using namespace graticule;

namespace {

constexpr qint64 kMinute = 60'000, kHour = 60 * kMinute;
constexpr qint64 kNow = 1'795'338'872'000; ///< 22 Nov 2026 09:14:32 UTC

/// Six hours of one value a minute, 60 ms, except where `change` says otherwise.
std::shared_ptr<TimeSeries> sixHours(const std::function<double(int minute)> &change)
{
    auto series = std::make_shared<TimeSeries>(3 * kMinute);
    for (int minute = 0; minute < 360; ++minute) {
        if (const double value = change(minute); value != 0)
            series->append(kNow - (360 - minute) * kMinute, value);
    }
    return series;
}

/// A window with one chart over six hours.
struct Chart
{
    explicit Chart(const ThemeSwitch &themes)
        : chart(themes, range, cursor)
    {
        range.setLimits({kNow - 6 * kHour, kNow});
        chart.resize(600, 260);
        chart.setAccessibleName(QStringLiteral("Latency"));
    }
    QImage picture() { return chart.grab().toImage(); }
    /// How many pixels of the plot have this colour, more or less.
    int pixels(const QColor &colour, const QRect &where)
    {
        const QImage image = picture();
        int count = 0;
        for (int y = where.top(); y <= where.bottom(); ++y) {
            for (int x = where.left(); x <= where.right(); ++x) {
                const QColor at = image.pixelColor(x, y);
                count += std::abs(at.red() - colour.red()) + std::abs(at.green() - colour.green()) +
                                     std::abs(at.blue() - colour.blue()) <
                                 40
                             ? 1
                             : 0;
            }
        }
        return count;
    }

    ChartRange range;
    ChartCursor cursor;
    TimeChart chart;
};

QString described(QWidget &widget)
{
    return QAccessible::queryAccessibleInterface(&widget)->text(QAccessible::Description).replace(QChar(0x202f), u' ');
}

} // namespace

class TestTimeChart : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_themes.emplace(*qApp, Theme::Kind::Dark); }
    void cleanupTestCase() { m_themes.reset(); }

    void aChartSaysItsDataInASentence()
    {
        Chart chart(*m_themes);
        chart.chart.setSeries(
            {{.name = QStringLiteral("p95"), .data = sixHours([](int minute) {
                                                 return minute > 100 && minute < 120 ? 0 : minute == 200 ? 213.0 : 60.0;
                                             })}});
        chart.chart.setLimit(ChartLimit{110, QStringLiteral("limit 110 ms")});
        QCOMPARE(described(chart.chart),
                 QStringLiteral("22 Nov 03:14:32 to 22 Nov 09:14:32 UTC. p95: last 60 ms, lowest "
                                "60 ms, highest 213 ms. 1 gaps. limit 110 ms."));
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(&chart.chart);
        QCOMPARE(face->role(), QAccessible::Chart);
        QCOMPARE(face->text(QAccessible::Name), QStringLiteral("Latency"));
    }

    void oneSpikeAmongAMillionPointsIsSeen()
    {
        Chart chart(*m_themes);
        auto series = std::make_shared<TimeSeries>();
        std::vector<qint64> times;
        std::vector<double> values;
        for (int i = 0; i < 1'000'000; ++i) {
            times.push_back(kNow - 6 * kHour + i * 21);
            values.push_back(i == 654'321 ? 500 : 10);
        }
        series->assign(std::move(times), std::move(values));
        chart.chart.setSeries({{.name = QStringLiteral("p50"), .data = series}});
        chart.picture();
        const QRect plot = chart.chart.plotArea();
        const double share = 654'321 * 21 / double(6 * kHour);
        const int x = plot.left() + int(share * plot.width());
        const QRect middle(x - 2, plot.top() + plot.height() / 3, 5, plot.height() / 3);
        QVERIFY(chart.pixels(m_themes->theme().colour(Colour::SeriesP50), middle) > middle.height() / 3);
        QCOMPARE(chart.pixels(m_themes->theme().colour(Colour::SeriesP50), middle.translated(-40, 0)), 0);
    }

    void aGapIsNotDrawnOver()
    {
        Chart chart(*m_themes);
        chart.chart.setSeries({{.name = QStringLiteral("p50"),
                                .data = sixHours([](int minute) { return minute >= 120 && minute < 240 ? 0 : 60.0; }),
                                .width = 3}});
        chart.picture();
        const QRect plot = chart.chart.plotArea();
        const QColor line = m_themes->theme().colour(Colour::SeriesP50);
        const auto third = [&](int index) {
            return chart.pixels(line, QRect(plot.left() + plot.width() * index / 3 + 8, plot.top(),
                                            plot.width() / 3 - 16, plot.height()));
        };
        QVERIFY(third(0) > 100);
        QCOMPARE(third(1), 0);
        QVERIFY(third(2) > 100);
    }

    void bandsLimitsAndMarksAreThere()
    {
        Chart chart(*m_themes);
        const Theme &theme = m_themes->theme();
        chart.chart.setSeries({{.name = QStringLiteral("p50"), .data = sixHours([](int) { return 60.0; })},
                               {.name = QStringLiteral("p95"), .data = sixHours([](int) { return 200.0; })}},
                              {{.upper = 1, .lower = 0, .fill = Colour::SeriesBand2}});
        chart.chart.setLimit(ChartLimit{110, QStringLiteral("limit")});
        chart.chart.setMarks({{kNow - kHour, QStringLiteral("route changed")}});
        chart.picture();
        const QRect plot = chart.chart.plotArea();
        QVERIFY(chart.pixels(theme.colour(Colour::SeriesBand2), plot) > plot.width() * plot.height() / 4);
        QVERIFY(chart.pixels(theme.colour(Colour::MediumLine), plot) > plot.width() / 3);
        const int without = chart.pixels(theme.colour(Colour::Text2), plot);
        chart.chart.setMarks({});
        QVERIFY(chart.pixels(theme.colour(Colour::Text2), plot) < without);
    }

    void nothingKnownIsNoError()
    {
        Chart chart(*m_themes);
        QVERIFY(!chart.picture().isNull());
        chart.chart.setSeries({{.name = QStringLiteral("p50"), .data = std::make_shared<TimeSeries>()}});
        QVERIFY(!chart.picture().isNull());
        QVERIFY(described(chart.chart).endsWith(QStringLiteral("p50: no values.")));
        chart.chart.resize(3, 3);
        QVERIFY(!chart.picture().isNull());
        ChartRange empty;
        TimeChart none(*m_themes, empty, chart.cursor);
        none.resize(200, 100);
        QVERIFY(!none.grab().isNull());
    }

    void twoChartsShareCursorAndRange()
    {
        Chart first(*m_themes);
        const auto series = sixHours([](int minute) { return minute == 180 ? 99.0 : 60.0; });
        first.chart.setSeries({{.name = QStringLiteral("p50"), .data = series}});
        TimeChart second(*m_themes, first.range, first.cursor);
        second.resize(600, 260);
        second.setSeries({{.name = QStringLiteral("p50"), .data = series}});
        const QImage before = second.grab().toImage();
        first.chart.show();
        first.picture();
        const QRect plot = first.chart.plotArea();
        QTest::mouseMove(&first.chart, plot.center() - QPoint(30, 0));
        QTest::mouseMove(&first.chart, plot.center());
        QTRY_VERIFY(first.cursor.time().has_value());
        QVERIFY(std::abs(*first.cursor.time() - (kNow - 180 * kMinute)) <= 2 * kMinute);
        first.cursor.setTime(kNow - 180 * kMinute);
        QVERIFY(second.grab().toImage() != before);
        QCOMPARE(second.copyText().replace(QChar(0x202f), u' '), QStringLiteral("22 Nov 06:14:32.000 UTC\np50\t99 ms"));
        QTest::keyClick(&second, Qt::Key_Escape);
        QVERIFY(!first.cursor.time());
        QCOMPARE(second.grab().toImage(), before);
    }

    void keysZoomPanAndRead()
    {
        Chart chart(*m_themes);
        chart.chart.setSeries({{.name = QStringLiteral("p50"), .data = sixHours([](int) { return 60.0; })}});
        QTest::keyClick(&chart.chart, Qt::Key_Plus);
        QCOMPARE(chart.range.range(), (TimeRange{kNow - 5 * kHour, kNow - kHour}));
        QTest::keyClick(&chart.chart, Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(chart.range.range().end, kNow - kHour + 24 * kMinute);
        QTest::keyClick(&chart.chart, Qt::Key_Minus);
        QCOMPARE(chart.range.range(), (TimeRange{kNow - 6 * kHour, kNow}));
        QTest::keyClick(&chart.chart, Qt::Key_Left);
        QCOMPARE(chart.cursor.time(), std::optional<qint64>(kNow - kMinute));
        const qint64 before = *chart.cursor.time();
        QTest::keyClick(&chart.chart, Qt::Key_Left);
        QVERIFY(*chart.cursor.time() < before && *chart.cursor.time() > before - 10 * kMinute);
        // Zoom is about the cursor, and the range follows it.
        QTest::keyClick(&chart.chart, Qt::Key_Plus);
        for (int i = 0; i < 100; ++i)
            QTest::keyClick(&chart.chart, Qt::Key_Left);
        QVERIFY(chart.range.range().contains(*chart.cursor.time()));
        QVERIFY(chart.range.range().end < kNow);
        QTest::keyClick(&chart.chart, Qt::Key_Home);
        QVERIFY(!chart.range.isZoomed());
    }

    void thePointerZoomsAndPans()
    {
        Chart chart(*m_themes);
        chart.chart.setSeries({{.name = QStringLiteral("p50"), .data = sixHours([](int) { return 60.0; })}});
        chart.chart.show();
        chart.picture();
        const QRect plot = chart.chart.plotArea();
        const auto at = [&](double share) {
            return QPoint(plot.left() + int(plot.width() * share), plot.center().y());
        };
        const auto near = [](qint64 a, qint64 b) { return std::abs(a - b) < 2 * kMinute; };
        // A box.
        QTest::mousePress(&chart.chart, Qt::LeftButton, Qt::ShiftModifier, at(0.5));
        QTest::mouseMove(&chart.chart, at(0.75));
        QTest::mouseRelease(&chart.chart, Qt::LeftButton, Qt::ShiftModifier, at(0.75));
        QVERIFY(near(chart.range.range().begin, kNow - 3 * kHour) &&
                near(chart.range.range().end, kNow - 90 * kMinute));
        // A drag to the right shows what was before.
        QTest::mousePress(&chart.chart, Qt::LeftButton, {}, at(0.2));
        QTest::mouseMove(&chart.chart, at(0.7));
        QTest::mouseRelease(&chart.chart, Qt::LeftButton, {}, at(0.7));
        QVERIFY(near(chart.range.range().begin, kNow - 3 * kHour - 45 * kMinute));
        QTest::mouseDClick(&chart.chart, Qt::LeftButton, {}, at(0.5));
        QVERIFY(!chart.range.isZoomed());
        // The wheel zooms about the pointer.
        QWheelEvent closer(at(0.25), chart.chart.mapToGlobal(at(0.25)), {}, {0, 120}, Qt::NoButton, {},
                           Qt::NoScrollPhase, false);
        QApplication::sendEvent(&chart.chart, &closer);
        QCOMPARE(chart.range.range().length(), 4 * kHour);
        QVERIFY(near(chart.range.range().begin, kNow - 5 * kHour - 30 * kMinute));
    }

    void valuesAreCopiedAndSaved()
    {
        Chart chart(*m_themes);
        chart.chart.setSeries({{.name = QStringLiteral("p50"), .data = sixHours([](int) { return 60.0; })}});
        chart.chart.show();
        QVERIFY(QTest::qWaitForWindowActive(&chart.chart));
        chart.chart.setFocus();
        QStringList texts;
        for (QAction *action : chart.chart.exportActions())
            texts << action->text();
        QCOMPARE(texts, (QStringList{QStringLiteral("Copy values"), QStringLiteral("Save as picture…"),
                                     QStringLiteral("Save as CSV…")}));
        chart.range.setRange({kNow - 2 * kMinute, kNow});
        QTest::keyClick(&chart.chart, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("time (UTC)\tp50\n2026-11-22T09:12:32.000Z\t60\n"
                                                                      "2026-11-22T09:13:32.000Z\t60\n"));
        std::optional<ChartTable> table;
        std::optional<QImage> picture;
        connect(&chart.chart, &TimePlot::csvWanted, this, [&](const ChartTable &wanted) { table = wanted; });
        connect(&chart.chart, &TimePlot::pictureWanted, this, [&](const QImage &wanted) { picture = wanted; });
        chart.chart.findChild<QAction *>(QStringLiteral("saveCsv"))->trigger();
        chart.chart.findChild<QAction *>(QStringLiteral("savePicture"))->trigger();
        QCOMPARE(table->rows(), size_t(2));
        QCOMPARE(picture->size(), chart.chart.size() * chart.chart.devicePixelRatioF());
        QCOMPARE(picture->pixelColor(1, 100), m_themes->theme().colour(Colour::Surface));
    }

    void whatIsLiveMovesAlong()
    {
        Chart chart(*m_themes);
        const auto series = sixHours([](int) { return 60.0; });
        chart.chart.setSeries({{.name = QStringLiteral("p50"), .data = series}});
        const QImage before = chart.picture();
        series->append(kNow + 10 * kMinute, 300);
        chart.range.setLimits({kNow - 6 * kHour, kNow + 20 * kMinute});
        chart.chart.refresh();
        QVERIFY(chart.picture() != before);
        QVERIFY(described(chart.chart).contains(QStringLiteral("highest 300 ms")));
    }

    void smokeNestsItsBandsAndSaysLoss()
    {
        const SmokeMinute minute = SmokeMinute::of(kNow, {10, 30, 20, 50, 40}, 5);
        QCOMPARE(minute.median, 30.0);
        QCOMPARE(minute.loss, 0.5);
        QCOMPARE(minute.spread[0], (Extent{10, 50}));
        QCOMPARE(minute.spread[1], (Extent{14, 46}));
        for (size_t band = 1; band < 4; ++band) {
            QVERIFY(minute.spread[band].low >= minute.spread[band - 1].low);
            QVERIFY(minute.spread[band].high <= minute.spread[band - 1].high);
        }
        QVERIFY(std::isnan(SmokeMinute::of(kNow, {}, 3).median));
        QCOMPARE(SmokeMinute::of(kNow, {}, 3).loss, 1.0);
        QCOMPARE(SmokeMinute::of(kNow, {}, 0).loss, 0.0);
    }

    void aSmokeChartColoursTheMedianOfLossyMinutes()
    {
        ChartRange range;
        ChartCursor cursor;
        SmokeChart chart(*m_themes, range, cursor);
        chart.resize(600, 220);
        range.setLimits({kNow - kHour, kNow});
        const auto minutes = [](int lost) {
            std::vector<SmokeMinute> out;
            for (int i = 0; i < 60; ++i)
                out.push_back(SmokeMinute::of(kNow - (60 - i) * kMinute, {60, 61, 62, 66, 80}, lost));
            return out;
        };
        const auto count = [&](Colour colour) {
            const QImage image = chart.grab().toImage();
            int found = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = chart.plotArea().left(); x < image.width(); ++x)
                    found += image.pixelColor(x, y) == m_themes->theme().colour(colour) ? 1 : 0;
            }
            return found;
        };
        chart.setMinutes(minutes(0));
        QCOMPARE(count(Colour::High), 0);
        const int median = count(Colour::Text);
        QVERIFY(median >= 2 * chart.plotArea().width() - 4);
        chart.setMinutes(minutes(5));
        QVERIFY(count(Colour::High) >= 3 * chart.plotArea().width() - 4);
        QCOMPARE(
            chart.summary().replace(QChar(0x202f), u' '),
            QStringLiteral("22 Nov 08:14:32 to 22 Nov 09:14:32 UTC. Median: last 62 ms, lowest 62 ms, highest 62 ms. "
                           "Worst loss 50 %."));
        QCOMPARE(chart.table().rows(), size_t(60));
    }

private:
    std::optional<ThemeSwitch> m_themes;
};

QTEST_MAIN(TestTimeChart)
#include "tst_timechart.moc"
