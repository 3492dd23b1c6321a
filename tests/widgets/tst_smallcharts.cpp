// SPDX-License-Identifier: GPL-3.0-or-later
// Sparklines, state lanes and small multiples: what we paint ourselves.
#include "tests/testing/test.h"
#include "widgets/charts/smallmultiples.h"
#include "widgets/charts/sparkline.h"
#include "widgets/charts/statelane.h"

#include <QAccessible>
#include <QApplication>
#include <QPainter>
#include <QSignalSpy>

#include <cmath>
#include <optional>

using namespace graticule;

namespace {

constexpr qint64 kSecond = 1000, kMinute = 60 * kSecond, kHour = 60 * kMinute;
constexpr qint64 kNow = 1'795'338'872'000; ///< 22 Nov 2026 09:14:32 UTC

QImage drawn(const QSize &size, const std::function<void(QPainter &)> &draw)
{
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    draw(painter);
    return image;
}

/// The rows of a picture in which anything is drawn in these columns: "3-7".
QString rowsDrawn(const QImage &image, int from, int to)
{
    int first = -1, last = -1;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = from; x < to; ++x) {
            if (qAlpha(image.pixel(x, y)) < 100)
                continue;
            first = first < 0 ? y : first;
            last = y;
        }
    }
    return first < 0 ? QStringLiteral("none") : QStringLiteral("%1-%2").arg(first).arg(last);
}

/// "h" healthy, "." not watched, "m" maintenance, "?" unknown, "d" degraded, "u" unreachable, "X" down
QString letters(const std::vector<LaneState> &columns)
{
    QString out;
    for (const LaneState state : columns)
        out += QLatin1Char("h.m?duX"[int(state)]);
    return out;
}

LaneSpan span(int from, int to, LaneState state)
{
    return {{from, to}, state};
}

SmallChart chartOf(const QString &title, std::shared_ptr<TimeSeries> series)
{
    return {title, ValueUnit::Ms, {{QStringLiteral("p50"), std::move(series), Colour::SeriesP50}}};
}

} // namespace

class TestSmallCharts : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_themes.emplace(*qApp, Theme::Kind::Dark); }
    void cleanupTestCase() { m_themes.reset(); }

    void aSparklineKeepsItsGapsAndSpikes()
    {
        const double none = std::nan("");
        const auto line = [&](std::vector<double> values) {
            return drawn({72, 20}, [&](QPainter &painter) {
                paintSparkline(painter, QRect(0, 0, 72, 20), {.values = std::move(values)}, m_themes->theme());
            });
        };
        const QImage gap = line({1, 1, 1, none, none, none, 2, 2, 2});
        QVERIFY(rowsDrawn(gap, 4, 16) != QStringLiteral("none"));
        QCOMPARE(rowsDrawn(gap, 24, 48), QStringLiteral("none"));
        QVERIFY(rowsDrawn(gap, 56, 68) != QStringLiteral("none"));
        std::vector<double> many(5000, 1);
        many[2500] = 9;
        QCOMPARE(rowsDrawn(line(many), 30, 42), QStringLiteral("1-18"));
        QCOMPARE(rowsDrawn(line({}), 0, 72), QStringLiteral("none"));
        QCOMPARE(rowsDrawn(line({none, none}), 0, 72), QStringLiteral("none"));
    }

    void onASharedScaleCalmLooksFlat()
    {
        const auto rows = [&](std::vector<double> values) {
            return rowsDrawn(drawn({72, 20},
                                   [&](QPainter &painter) {
                                       paintSparkline(painter, QRect(0, 0, 72, 20),
                                                      Sparkline::sharedScale(std::move(values), 60), m_themes->theme());
                                   }),
                             2, 70);
        };
        const auto height = [](const QString &of) {
            return of.section(u'-', 1).toInt() - of.section(u'-', 0, 0).toInt();
        };
        QVERIFY(height(rows({60, 61, 59, 60, 61})) <= 2);
        QVERIFY(height(rows({60, 60, 60, 200})) >= 8);
    }

    void aColumnShowsTheWorstOfItsStates()
    {
        const std::vector<LaneSpan> spans{span(0, 50, LaneState::Healthy), span(50, 55, LaneState::Down),
                                          span(55, 80, LaneState::Degraded), span(80, 95, LaneState::Unknown)};
        QCOMPARE(letters(laneColumns(spans, {0, 100}, 10)), QStringLiteral("hhhhhXdd??"));
        QCOMPARE(letters(laneColumns(spans, {0, 100}, 2)), QStringLiteral("hX"));
        QCOMPARE(letters(laneColumns(spans, {-20, 20}, 4)), QStringLiteral("..hh"));
        QCOMPARE(letters(laneColumns({}, {0, 100}, 3)), QStringLiteral("..."));
        // A moment's failure is seen in a lane of a day.
        QCOMPARE(letters(laneColumns({span(0, 86'400'000, LaneState::Healthy), span(500'000, 500'001, LaneState::Down)},
                                     {0, 86'400'000}, 8)),
                 QStringLiteral("Xhhhhhhh"));
        // Half a column that nobody watched is not called healthy.
        QCOMPARE(letters(laneColumns({span(0, 12, LaneState::Healthy)}, {0, 40}, 4)), QStringLiteral("h..."));
    }

    void theHeightOfABarRepeatsItsState()
    {
        const auto top = [&](LaneState state, Colour colour) {
            const QImage image = drawn({20, 10}, [&](QPainter &painter) {
                paintStateLane(painter, QRect(0, 0, 20, 10), std::vector<LaneState>(4, state), m_themes->theme());
            });
            int y = 0;
            while (y < 10 && image.pixelColor(10, y) != m_themes->theme().colour(colour))
                ++y;
            return y;
        };
        QCOMPARE(top(LaneState::Down, Colour::Critical), 0);
        QCOMPARE(top(LaneState::Degraded, Colour::Medium), 4);
        QCOMPARE(top(LaneState::Maintenance, Colour::Maintenance), 6);
        QCOMPARE(top(LaneState::Unreachable, Colour::HighLine), 0);
        QCOMPARE(top(LaneState::NotWatched, Colour::Critical), 10);
    }

    void aLaneIsToldInWords()
    {
        StateLane lane(*m_themes);
        lane.setAccessibleName(QStringLiteral("State, last 24 h"));
        lane.setEndText(QStringLiteral("now"));
        lane.setSpans({{{kNow - 24 * kHour, kNow}, LaneState::Healthy}}, {kNow - 24 * kHour, kNow},
                      QStringLiteral("healthy"));
        lane.resize(346, 32);
        QVERIFY(!lane.grab().isNull());
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(&lane);
        QCOMPARE(face->role(), QAccessible::Graphic);
        QCOMPARE(face->text(QAccessible::Description), QStringLiteral("healthy"));
    }

    void aTickPaintsTheSameAsStartingAnew()
    {
        const auto valueAt = [](int i) { return 50 + 20 * std::sin(i / 9.0) + (i % 97 == 0 ? 25 : 0); };
        auto live = std::make_shared<TimeSeries>(), whole = std::make_shared<TimeSeries>();
        for (int i = 0; i < 1000; ++i) {
            whole->append(kNow + i * kSecond, valueAt(i));
            if (i < 600)
                live->append(kNow + i * kSecond, valueAt(i));
        }
        const Theme &theme = m_themes->theme();
        const QSize size(120, 60);
        SparkStrip ticked(chartOf(QStringLiteral("a"), live)), anew(chartOf(QStringLiteral("b"), whole));
        ticked.setup(size, 1, 600 * kSecond, theme);
        anew.setup(size, 1, 600 * kSecond, theme);
        ticked.advance(kNow + 599 * kSecond, theme);
        int narrow = 0;
        for (int i = 600; i < 1000; ++i) {
            live->append(kNow + i * kSecond, valueAt(i));
            const QRect changed = ticked.advance(kNow + i * kSecond, theme);
            narrow += changed.width() <= 3 ? 1 : 0;
        }
        QVERIFY(narrow > 250); // five ticks share a column
        anew.advance(kNow + 999 * kSecond, theme);
        const auto picture = [&](const SparkStrip &strip) {
            return drawn(size, [&](QPainter &painter) { strip.paint(painter, {}); });
        };
        QCOMPARE(ticked.axis().high, anew.axis().high);
        QCOMPARE(picture(ticked), picture(anew));
        QVERIFY(rowsDrawn(picture(ticked), 0, 120) != QStringLiteral("none"));
    }

    void aStripKeepsGaps()
    {
        auto series = std::make_shared<TimeSeries>(10 * kSecond);
        for (int i = 0; i < 600; ++i) {
            if (i < 200 || i >= 400)
                series->append(kNow + i * kSecond, 40 + i % 3);
        }
        SparkStrip strip(chartOf(QStringLiteral("a"), series));
        strip.setup({120, 60}, 1, 600 * kSecond, m_themes->theme());
        strip.advance(kNow + 599 * kSecond, m_themes->theme());
        const QImage image = drawn({120, 60}, [&](QPainter &painter) { strip.paint(painter, {}); });
        QVERIFY(rowsDrawn(image, 2, 38) != QStringLiteral("none"));
        QCOMPARE(rowsDrawn(image, 43, 77), QStringLiteral("none"));
        QVERIFY(rowsDrawn(image, 82, 118) != QStringLiteral("none"));
    }

    void keysChooseAChartAndReturnOpensIt()
    {
        ChartCursor cursor;
        SmallMultiples charts(*m_themes, cursor);
        std::vector<SmallChart> all;
        auto series = std::make_shared<TimeSeries>();
        series->append(kNow - kMinute, 40);
        series->append(kNow, 60);
        for (int i = 0; i < 6; ++i)
            all.push_back(chartOf(QStringLiteral("chart %1").arg(i + 1), series));
        charts.setCharts(all);
        charts.resize(660, 240); // three across
        charts.show();
        charts.advance(kNow);
        QSignalSpy activated(&charts, &SmallMultiples::activated);
        QTest::keyClick(&charts, Qt::Key_Right);
        QCOMPARE(charts.current(), 0);
        QTest::keyClick(&charts, Qt::Key_Right);
        QTest::keyClick(&charts, Qt::Key_Down);
        QCOMPARE(charts.current(), 4);
        QTest::keyClick(&charts, Qt::Key_Down);
        QCOMPARE(charts.current(), 4);
        QTest::keyClick(&charts, Qt::Key_Return);
        QCOMPARE(activated.size(), 1);
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(&charts);
        QCOMPARE(face->role(), QAccessible::List);
        QCOMPARE(face->childCount(), 6);
        QVERIFY(face->child(4)->state().selected);
        QCOMPARE(face->indexOfChild(face->child(4)), 4);
        QCOMPARE(face->child(4)->text(QAccessible::Name).replace(QChar(0x202f), u' '),
                 QStringLiteral("chart 5\np50: last 60 ms, lowest 40 ms, highest 60 ms"));
        charts.setLayoutDirection(Qt::RightToLeft);
        QVERIFY(charts.cellRect(0).left() > charts.cellRect(1).left());
        QTest::keyClick(&charts, Qt::Key_Left);
        QCOMPARE(charts.current(), 5);
        QTest::mouseDClick(&charts, Qt::LeftButton, {}, charts.cellRect(2).center());
        QCOMPARE(activated.last().first().toInt(), 2);
        QTest::mouseMove(&charts, charts.cellRect(3).center());
        QTRY_VERIFY(cursor.time().has_value());
    }

private:
    std::optional<ThemeSwitch> m_themes;
};

QTEST_MAIN(TestSmallCharts)
#include "tst_smallcharts.moc"
