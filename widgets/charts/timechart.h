// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/reduction.h"
#include "widgets/charts/timeplot.h"

#include <memory>
#include <optional>

namespace graticule {

class PlotScene;

/// One line of a chart. The data stay their owner's, who may append to them and says so by TimeChart::refresh().
struct ChartSeries
{
    QString name;
    std::shared_ptr<const TimeSeries> data;
    Colour colour = Colour::SeriesP50;
    double width = 1.2;
    bool isDotted = false; ///< what is usual, beside what is
};

/// The room between two lines, filled: p50 to p95.
struct ChartBand
{
    int upper = 0; ///< index of a series
    int lower = 0;
    Colour fill = Colour::SeriesBand;
};

/// A value that is not to be passed.
struct ChartLimit
{
    double value = 0;
    QString text; ///< "limit 110 ms"
};

/// Small bars in a strip of their own below the lines, such as loss.
struct ChartBars
{
    QString name;
    std::shared_ptr<const TimeSeries> data;
    ValueUnit unit = ValueUnit::Share;
    double full = 0.03;     ///< the value of a bar of full height
    double mediumAt = 0.01; ///< from here on not usual, and worse from highAt on
    double highAt = 0.05;
};

/// Lines, bands, a limit and bars over time. Qt Charts draws lines and bands as long as their points are fewer than the
/// pixels; of denser ones the pixel columns are painted as they are reduced, so a million points cost what a thousand
/// do.
class TimeChart : public TimePlot
{
    Q_OBJECT

public:
    TimeChart(const ThemeSwitch &themes, ChartRange &range, ChartCursor &cursor, QWidget *parent = nullptr);
    ~TimeChart() override;

    void setUnit(ValueUnit unit);
    /// Bands lie under the lines, in this order.
    void setSeries(std::vector<ChartSeries> series, std::vector<ChartBand> bands = {});
    void setLimit(const std::optional<ChartLimit> &limit);
    void setBars(const std::optional<ChartBars> &bars);
    /// The axis always has zero, as it must for what is counted.
    void setFromZero(bool fromZero);
    /// The data of a series changed.
    void refresh() { dataChanged(); }

    QString summary() const override;
    ChartTable table() const override;

protected:
    void prepare(const QSize &plot) override;
    ValueAxis makeAxis(int most) const override;
    void paintData(QPainter &painter, QImage &image, const QRect &plot) override;
    std::vector<ChartReading> readings(qint64 time) const override;
    qint64 snapped(qint64 time) const override;
    int stripHeight() const override;

private:
    QPointF place(double x, double value, const QRect &plot) const;
    void addLines(const ChartSeries &series, const std::vector<ReducedColumn> &columns, const QRect &plot);
    void addBand(const ChartBand &band, const QRect &plot);
    /// More points than Qt Charts draws in a frame: it spends microseconds on each.
    bool isDense(const std::vector<ReducedColumn> &columns) const;
    void paintDenseLine(QImage &image, const ChartSeries &series, const std::vector<ReducedColumn> &columns,
                        const QRect &plot);
    void paintDenseBand(QImage &image, const ChartBand &band, const QRect &plot);
    void paintDense(QImage &image, int column, double high, double low, double width, Colour colour, const QRect &plot);
    void paintLimit(QPainter &painter, const QRect &plot);
    void paintBars(QPainter &painter, const QRect &plot);
    Colour barColour(double value) const;
    std::vector<const TimeSeries *> allData() const;

    ValueUnit m_unit = ValueUnit::Ms;
    std::vector<ChartSeries> m_series;
    std::vector<ChartBand> m_bands;
    std::optional<ChartLimit> m_limit;
    std::optional<ChartBars> m_bars;
    bool m_fromZero = false;

    std::vector<std::vector<ReducedColumn>> m_columns; ///< of each series, for what is being drawn
    std::vector<ReducedColumn> m_barColumns;
    std::unique_ptr<PlotScene> m_scene;
};

} // namespace graticule
