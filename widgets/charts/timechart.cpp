// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/timechart.h"

#include "widgets/charts/columnspan.h"
#include "widgets/charts/plotscene.h"

#include <QPainter>

#include <cmath>

namespace graticule {

namespace {

constexpr int kStrip = 34;
constexpr double kBar = 2.6;
constexpr size_t kMostShared = 64; ///< columns with several points, before a line is dense

} // namespace

TimeChart::TimeChart(const ThemeSwitch &themes, ChartRange &range, ChartCursor &cursor, QWidget *parent)
    : TimePlot(themes, range, cursor, parent)
    , m_scene(std::make_unique<PlotScene>())
{
}

TimeChart::~TimeChart() = default;

void TimeChart::setUnit(ValueUnit unit)
{
    m_unit = unit;
    dataChanged();
}

void TimeChart::setSeries(std::vector<ChartSeries> series, std::vector<ChartBand> bands)
{
    m_series = std::move(series);
    m_bands = std::move(bands);
    dataChanged();
}

void TimeChart::setLimit(const std::optional<ChartLimit> &limit)
{
    m_limit = limit;
    dataChanged();
}

void TimeChart::setBars(const std::optional<ChartBars> &bars)
{
    m_bars = bars;
    dataChanged();
}

void TimeChart::setFromZero(bool fromZero)
{
    m_fromZero = fromZero;
    dataChanged();
}

int TimeChart::stripHeight() const
{
    return m_bars ? kStrip : 0;
}

void TimeChart::prepare(const QSize &plot)
{
    m_columns.clear();
    for (const ChartSeries &series : m_series)
        m_columns.push_back(reduced(*series.data, range().range(), plot.width()));
    m_barColumns = m_bars ? reduced(*m_bars->data, range().range(), plot.width()) : std::vector<ReducedColumn>();
}

ValueAxis TimeChart::makeAxis(int most) const
{
    Extent extent;
    const int width = plotArea().width();
    for (const std::vector<ReducedColumn> &columns : m_columns) {
        for (const ReducedColumn &column : columns) {
            if (column.column >= 0 && column.column < width)
                extent.add({column.low, column.high});
        }
    }
    if (extent.isEmpty())
        extent = {0, 1};
    if (m_limit)
        extent.add(m_limit->value);
    if (m_fromZero)
        extent.add(0);
    return niceAxis(extent.low, extent.high, m_unit, most);
}

QPointF TimeChart::place(double x, double value, const QRect &plot) const
{
    return {x, (1 - axis().shareOf(value)) * plot.height()};
}

void TimeChart::addLines(const ChartSeries &series, const std::vector<ReducedColumn> &columns, const QRect &plot)
{
    QPen pen(theme().colour(series.colour), series.width);
    pen.setJoinStyle(Qt::BevelJoin);
    if (series.isDotted)
        pen.setDashPattern({2 / series.width, 3 / series.width});
    QList<QPointF> points;
    points.reserve(qsizetype(columns.size()) * 2);
    const auto end = [&] {
        if (points.size() == 1) // alone between two gaps: seen all the same
            points.append(points.first() + QPointF(1, 0));
        m_scene->addLine(points, pen);
        points = {};
    };
    for (const ReducedColumn &column : columns) {
        if (!column.isJoined && !points.isEmpty())
            end();
        const double x = positionOf(column.firstTime, range().range(), plot.width());
        if (column.firstTime == column.lastTime) {
            points.append(place(x, column.first, plot));
            continue;
        }
        // Up and down within the column; from the end that is nearer to where the line comes from.
        const bool isLowFirst = std::isnan(column.first) || column.first - column.low <= column.high - column.first;
        const double middle = column.column + 0.5;
        points.append(place(middle, isLowFirst ? column.low : column.high, plot));
        if (column.low < column.high)
            points.append(place(middle, isLowFirst ? column.high : column.low, plot));
    }
    end();
}

void TimeChart::addBand(const ChartBand &band, const QRect &plot)
{
    const auto &uppers = m_columns[size_t(band.upper)], &lowers = m_columns[size_t(band.lower)];
    QList<QPointF> upper, lower;
    const auto end = [&] {
        m_scene->addArea(upper, lower, theme().colour(band.fill));
        upper = {};
        lower = {};
    };
    size_t below = 0;
    for (const ReducedColumn &above : uppers) {
        while (below < lowers.size() && lowers[below].column < above.column)
            ++below;
        if (below == lowers.size())
            break;
        if (!above.isJoined || lowers[below].column != above.column)
            end();
        if (lowers[below].column != above.column)
            continue;
        const double x = above.firstTime == above.lastTime ? positionOf(above.firstTime, range().range(), plot.width())
                                                           : above.column + 0.5;
        upper.append(place(x, above.high, plot));
        lower.append(place(x, lowers[below].low, plot));
    }
    end();
}

bool TimeChart::isDense(const std::vector<ReducedColumn> &columns) const
{
    const auto isFull = [](const ReducedColumn &column) { return column.firstTime != column.lastTime; };
    const auto full = size_t(std::ranges::count_if(columns, isFull));
    return full > kMostShared && full * 2 > columns.size();
}

void TimeChart::paintDense(QImage &image, int column, double high, double low, double width, Colour colour,
                           const QRect &plot)
{
    const qreal ratio = image.devicePixelRatio();
    const auto fine = [ratio](double at) { return int(std::lround(at * ratio)); };
    const QRgb ink = theme().colour(colour).rgba();
    const double top = (yOf(high) - width / 2) * ratio, bottom = (yOf(low) + width / 2) * ratio;
    for (int x = fine(plot.left() + column); x < fine(plot.left() + column + 1); ++x)
        paintColumnSpan(image, {x, top, bottom}, ink, fine(plot.top()), fine(plot.bottom() + 1));
}

void TimeChart::paintDenseLine(QImage &image, const ChartSeries &series, const std::vector<ReducedColumn> &columns,
                               const QRect &plot)
{
    double last = 0; // the value with which the line comes into the column
    for (const ReducedColumn &each : columns) {
        const double high = each.isJoined ? std::max(each.high, last) : each.high;
        const double low = each.isJoined ? std::min(each.low, last) : each.low;
        last = each.last;
        const bool isDash = series.isDotted && each.column % 5 > 1;
        if (each.column >= 0 && each.column < plot.width() && !isDash)
            paintDense(image, each.column, high, low, series.width, series.colour, plot);
    }
}

void TimeChart::paintDenseBand(QImage &image, const ChartBand &band, const QRect &plot)
{
    const auto &lowers = m_columns[size_t(band.lower)];
    size_t below = 0;
    for (const ReducedColumn &above : m_columns[size_t(band.upper)]) {
        while (below < lowers.size() && lowers[below].column < above.column)
            ++below;
        if (below == lowers.size())
            return;
        if (lowers[below].column == above.column && above.column >= 0 && above.column < plot.width())
            paintDense(image, above.column, above.high, lowers[below].low, 0, band.fill, plot);
    }
}

void TimeChart::paintData(QPainter &painter, QImage &image, const QRect &plot)
{
    m_scene->begin(plot.size());
    for (const ChartBand &band : m_bands) {
        if (isDense(m_columns[size_t(band.upper)]))
            paintDenseBand(image, band, plot);
        else
            addBand(band, plot);
    }
    for (size_t i = 0; i < m_series.size(); ++i) {
        if (!isDense(m_columns[i]))
            addLines(m_series[i], m_columns[i], plot);
    }
    m_scene->paint(painter, plot.topLeft());
    for (size_t i = 0; i < m_series.size(); ++i) {
        if (isDense(m_columns[i]))
            paintDenseLine(image, m_series[i], m_columns[i], plot);
    }
    paintLimit(painter, plot);
    paintBars(painter, plot);
}

void TimeChart::paintLimit(QPainter &painter, const QRect &plot)
{
    if (!m_limit)
        return;
    painter.setRenderHint(QPainter::Antialiasing, false);
    QPen pen(theme().colour(Colour::MediumLine), 1);
    pen.setDashPattern({5, 3});
    painter.setPen(pen);
    const int y = qRound(yOf(m_limit->value));
    painter.drawLine(plot.left(), y, plot.right(), y);
    painter.setRenderHint(QPainter::Antialiasing);
    const int wide = texts().width(theme(), TextStyle::Label, m_limit->text) + 1;
    const int top = y - 17 >= plot.top() ? y - 17 : y + 1;
    paintLabel(painter, QRect(plot.left() + 6, top, wide, 16), m_limit->text, Qt::AlignLeft, Colour::MediumText);
}

Colour TimeChart::barColour(double value) const
{
    return value >= m_bars->highAt ? Colour::High : value >= m_bars->mediumAt ? Colour::Medium : Colour::Text3;
}

void TimeChart::paintBars(QPainter &painter, const QRect &plot)
{
    if (!m_bars)
        return;
    const QRect strip(plot.left(), plot.bottom() + 1 + tokens::space::s, plot.width(), kStrip);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(QRect(strip.left(), strip.bottom() + 1, strip.width(), 1), theme().colour(Colour::Line));
    // One bar for each few pixels, of the highest in them.
    double drawn = -2 * kBar, highest = 0;
    const auto draw = [&] {
        const double tall = std::min(1.0, highest / m_bars->full) * strip.height();
        if (tall > 0)
            painter.fillRect(
                QRectF(strip.left() + drawn, strip.bottom() + 1 - std::max(1.0, tall), kBar, std::max(1.0, tall)),
                theme().colour(barColour(highest)));
    };
    for (const ReducedColumn &column : m_barColumns) {
        if (column.column < 0 || column.column >= plot.width())
            continue;
        if (column.column >= drawn + kBar + 0.4) {
            draw();
            drawn = column.column;
            highest = 0;
        }
        highest = std::max(highest, column.high);
    }
    draw();
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    const QRect side = isMirrored ? QRect(plot.right() + 7, strip.top(), width() - plot.right() - 7, 16)
                                  : QRect(0, strip.top(), plot.left() - 6, 16);
    const Qt::Alignment alignment = isMirrored ? Qt::AlignLeft : Qt::AlignRight;
    paintLabel(painter, side, valueText(m_bars->full, m_bars->unit), alignment);
    // A longer name than there is room for beside the strip stands in it, where it begins.
    const int wide = texts().width(theme(), TextStyle::Label, m_bars->name) + 1;
    QRect name = side.translated(0, strip.height() - 14);
    if (wide > side.width())
        name = QRect(isMirrored ? plot.right() - 4 - wide : plot.left() + 4, name.top(), wide, name.height());
    paintLabel(painter, name, m_bars->name, wide > side.width() && !isMirrored ? Qt::AlignLeft : alignment);
}

std::vector<ChartReading> TimeChart::readings(qint64 time) const
{
    std::vector<ChartReading> out;
    const qint64 reach = std::max<qint64>(1, range().range().length() * 4 / std::max(1, plotArea().width()));
    const auto valueOf = [&](const TimeSeries &values) {
        const size_t at = values.nearest(time);
        const bool isNear =
            at < values.size() && std::abs(values.timeAt(at) - time) <= std::max(reach, values.gapAfter() / 2);
        return isNear ? values.valueAt(at) : std::numeric_limits<double>::quiet_NaN();
    };
    for (const ChartSeries &series : m_series) {
        const double value = valueOf(*series.data);
        out.push_back({series.name, valueText(value, m_unit), series.colour, value});
    }
    if (m_bars) {
        const double value = valueOf(*m_bars->data);
        out.push_back({m_bars->name, valueText(value, m_bars->unit),
                       std::isnan(value) ? Colour::Text3 : barColour(value), std::numeric_limits<double>::quiet_NaN()});
    }
    return out;
}

qint64 TimeChart::snapped(qint64 time) const
{
    if (m_series.empty())
        return time;
    const TimeSeries &values = *m_series.front().data;
    const size_t at = values.nearest(time);
    const qint64 reach = range().range().length() * 12 / std::max(1, plotArea().width());
    return at < values.size() && std::abs(values.timeAt(at) - time) <= std::max(reach, values.gapAfter())
               ? values.timeAt(at)
               : time;
}

QString TimeChart::summary() const
{
    const TimeRange &shown = range().range();
    QStringList parts;
    if (!shown.isEmpty())
        parts << tr("%1 to %2 UTC.").arg(instantText(shown.begin), instantText(shown.end));
    for (const ChartSeries &series : m_series) {
        const TimeSeries &values = *series.data;
        const size_t from = values.indexFrom(shown.begin), to = values.indexFrom(shown.end, from);
        const Extent extent = values.extent(from, to);
        if (extent.isEmpty()) {
            parts << tr("%1: no values.").arg(series.name);
            continue;
        }
        parts << tr("%1: last %2, lowest %3, highest %4.")
                     .arg(series.name, valueText(values.valueAt(to - 1), m_unit), valueText(extent.low, m_unit),
                          valueText(extent.high, m_unit));
        if (const auto gaps = int(values.gaps(shown).size()); gaps > 0)
            parts << tr("%n gaps.", "stretches without values", gaps);
    }
    if (m_limit)
        parts << m_limit->text + u'.';
    return parts.join(u' ');
}

std::vector<const TimeSeries *> TimeChart::allData() const
{
    std::vector<const TimeSeries *> out;
    for (const ChartSeries &series : m_series)
        out.push_back(series.data.get());
    if (m_bars)
        out.push_back(m_bars->data.get());
    return out;
}

ChartTable TimeChart::table() const
{
    QStringList names;
    for (const ChartSeries &series : m_series)
        names << series.name;
    if (m_bars)
        names << m_bars->name;
    return {names, allData(), range().range()};
}

} // namespace graticule
