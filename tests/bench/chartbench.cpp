// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/chartbench.h"

#include "tests/bench/benchdata.h"
#include "tests/bench/phases.h"
#include "widgets/charts/smallmultiples.h"
#include "widgets/charts/timechart.h"
#include "widgets/heatmap/heatmap.h"

#include <QApplication>
#include <QEventLoop>
#include <QRandomGenerator>
#include <QTimer>

#include <cmath>
#include <functional>

namespace graticule::bench {

namespace {

double run(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

} // namespace

void benchChart(const QString &path, QSize size, const QString &picture)
{
    const Series file = loadSeries(path);
    std::vector<qint64> times;
    for (const double second : file.x)
        times.push_back(qint64(second * 1000));
    ThemeSwitch themes(*qApp, Theme::Kind::Dark);
    ChartRange range;
    ChartCursor cursor;
    std::unique_ptr<TimeChart> chart;
    {
        Phase phase("load");
        phase.setUnit(QStringLiteral("rounds"));
        for (int round = 0; round < 5; ++round) {
            chart.reset();
            phase.addFrame(run([&] {
                auto data = std::make_shared<TimeSeries>();
                data->assign(times, file.y);
                range.setLimits(data->span());
                chart = std::make_unique<TimeChart>(themes, range, cursor);
                chart->setSeries({{.name = file.name, .data = data}});
                chart->resize(size);
                chart->show();
                QApplication::processEvents();
            }));
        }
        mark("painted");
        phase.set(QStringLiteral("points"), double(times.size()));
    }
    {
        Phase phase("redraw");
        for (int frame = 0; frame < 60; ++frame) {
            phase.addFrame(run([&] {
                chart->refresh();
                chart->repaint();
            }));
        }
    }
    {
        const qint64 half = range.limits().length() / 2;
        range.setRange({range.limits().begin, range.limits().begin + half});
        chart->repaint();
        Phase phase("pan");
        for (int frame = 0; frame < 120; ++frame) {
            phase.addFrame(run([&] {
                range.pan(half / 120);
                chart->repaint();
            }));
        }
    }
    {
        Phase phase("cursor");
        const TimeRange shown = range.range();
        for (int frame = 0; frame < 120; ++frame) {
            phase.addFrame(run([&] {
                cursor.setTime(shown.begin + shown.length() * frame / 120);
                chart->repaint();
            }));
        }
    }
    if (!picture.isEmpty())
        chart->grab().save(picture);
}

void benchLiveCharts(const QString &path, QSize size, const QString &picture)
{
    const std::vector<LiveChart> file = loadLiveCharts(path);
    ThemeSwitch themes(*qApp, Theme::Kind::Dark);
    ChartCursor cursor;
    SmallMultiples charts(themes, cursor);
    std::vector<std::vector<std::shared_ptr<TimeSeries>>> data;
    std::vector<SmallChart> all;
    static constexpr std::array colours{Colour::SeriesP50, Colour::SeriesP95, Colour::SeriesP99, Colour::SeriesBaseline,
                                        Colour::Text3};
    const auto step = qint64(file.front().step * 1000);
    qint64 now = 0;
    for (const LiveChart &chart : file) {
        SmallChart small{chart.title, ValueUnit::Ms, {}};
        auto &lines = data.emplace_back();
        for (const LiveChart::Line &line : chart.lines) {
            auto &series = lines.emplace_back(std::make_shared<TimeSeries>());
            now = qint64(chart.begin * 1000);
            for (const double value : line.values)
                series->append(now += step, value);
            small.lines.push_back({line.name, series, colours[small.lines.size() % colours.size()]});
        }
        all.push_back(std::move(small));
    }
    const qint64 length = now - qint64(file.front().begin * 1000);
    {
        Phase phase("load");
        charts.setCellSize({size.width() / 6, size.height() / 4});
        charts.setLength(length);
        charts.setCharts(std::move(all));
        charts.resize(size);
        charts.show();
        charts.advance(now);
        QApplication::processEvents();
        mark("painted");
    }
    size_t next = 0;
    for (const int hz : {1, 10}) {
        Phase phase("live-" + QByteArray::number(hz) + "hz");
        phase.setUnit(QStringLiteral("ticks"));
        StallWatch stalls;
        QEventLoop loop;
        QTimer timer;
        timer.setTimerType(Qt::PreciseTimer);
        int ticks = 0;
        QObject::connect(&timer, &QTimer::timeout, &loop, [&] {
            phase.addFrame(run([&] {
                now += step;
                for (size_t chart = 0; chart < data.size(); ++chart) {
                    for (size_t line = 0; line < data[chart].size(); ++line) {
                        const std::vector<double> &values = file[chart].lines[line].next;
                        data[chart][line]->append(now, values[next % values.size()]);
                        data[chart][line]->forgetBefore(now - length);
                    }
                }
                ++next;
                charts.advance(now);
                QApplication::sendPostedEvents(); // paints
            }));
            if (++ticks == 20 * hz)
                loop.quit();
        });
        timer.start(1000 / hz);
        loop.exec();
        phase.set(QStringLiteral("gui_stall_ms_max"), stalls.takeLongest());
    }
    if (!picture.isEmpty())
        charts.grab().save(picture);
}

void benchMatrix(int side, QSize size, const QString &picture)
{
    ThemeSwitch themes(*qApp, Theme::Kind::Dark);
    HeatMap map(themes);
    HeatMatrix matrix;
    for (int i = 0; i < side; ++i)
        matrix.rows.names << QStringLiteral("site%1").arg(i);
    for (int group = 0; group < 5; ++group)
        matrix.rows.groups.push_back({QStringLiteral("group %1").arg(group), side / 5 + (group < side % 5 ? 1 : 0)});
    matrix.columns = matrix.rows;
    QRandomGenerator random(5);
    std::array<std::vector<HeatCell>, 4> turns;
    for (std::vector<HeatCell> &cells : turns) {
        for (int i = 0; i < side * side; ++i) {
            const int dice = random.bounded(100);
            cells.push_back({float(random.bounded(300)), dice == 0   ? HeatKind::High
                                                         : dice == 1 ? HeatKind::Medium
                                                         : dice < 5  ? HeatKind::Stale
                                                                     : HeatKind::Value});
        }
    }
    {
        Phase phase("load");
        map.setMatrix(matrix);
        map.resize(size);
        map.show();
        map.fit();
        map.setCells(turns[0]);
        QApplication::processEvents();
        mark("painted");
    }
    const auto churn = [&](const QByteArray &name) {
        Phase phase(name);
        for (size_t frame = 0; frame < 100; ++frame) {
            std::vector<HeatCell> cells = turns[frame % turns.size()];
            phase.addFrame(run([&] {
                map.setCells(std::move(cells));
                map.viewport()->repaint();
            }));
        }
        phase.set(QStringLiteral("cell_px"), map.cellWidth());
    };
    churn("churn");
    if (!picture.isEmpty())
        map.grab().save(picture);
    map.setCellWidth(25);
    map.viewport()->repaint();
    churn("churn-numbers");
}

} // namespace graticule::bench
