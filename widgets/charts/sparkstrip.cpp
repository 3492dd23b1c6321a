// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/sparkstrip.h"

#include <cmath>

namespace graticule {

namespace {

constexpr double kLine = 1.25;
constexpr int kTicks = 3;

} // namespace

TimeRange SparkStrip::range() const
{
    return {(m_newest + 1 - m_columns) * m_perColumn, (m_newest + 1) * m_perColumn};
}

void SparkStrip::setup(const QSize &size, qreal devicePixelRatio, qint64 length, const Theme &theme)
{
    m_size = size;
    const QSize fine = (QSizeF(size) * devicePixelRatio).toSize().expandedTo({1, 1});
    m_raster.resize(fine, devicePixelRatio);
    m_columns = fine.width();
    const qint64 now = m_newest * m_perColumn;
    m_perColumn = std::max<qint64>(1, (length + m_columns - 1) / m_columns);
    m_isEmpty = true;
    if (m_newest >= 0)
        advance(now, theme);
}

bool SparkStrip::fitAxis()
{
    const TimeRange shown = range();
    Extent extent;
    for (const SmallLine &line : m_chart.lines) {
        const size_t from = line.data->indexFrom(shown.begin);
        extent.add(line.data->extent(from, line.data->indexFrom(shown.end, from)));
    }
    if (extent.isEmpty())
        return false;
    const bool fits = !m_isEmpty && extent.low >= m_axis.low && extent.high <= m_axis.high &&
                      (extent.high - extent.low) * 4 >= m_axis.high - m_axis.low;
    if (fits)
        return false;
    ValueAxis axis = niceAxis(extent.low, extent.high, m_chart.unit, kTicks);
    const bool differs = axis.low != m_axis.low || axis.high != m_axis.high;
    m_axis = std::move(axis);
    return differs;
}

void SparkStrip::paintColumn(qint64 column, const Theme &theme)
{
    m_raster.clear(column);
    const double tall = m_raster.size().height() - 2 * kLine;
    for (const SmallLine &line : m_chart.lines) {
        const Extent extent = lineExtent(*line.data, column * m_perColumn, (column + 1) * m_perColumn);
        if (extent.isEmpty())
            continue;
        const auto y = [&](double value) { return kLine + (1 - m_axis.shareOf(value)) * tall; };
        m_raster.paintSpan(column, y(extent.high), y(extent.low), kLine, theme.colour(line.colour));
    }
}

QRect SparkStrip::advance(qint64 now, const Theme &theme)
{
    const qint64 before = m_newest;
    m_newest = now / m_perColumn;
    const bool isNew = fitAxis() || m_isEmpty || m_newest < before || m_newest - before >= m_columns;
    m_isEmpty = false;
    const qint64 oldest = m_newest + 1 - m_columns;
    const qint64 from = isNew ? oldest : std::max(oldest, std::min(m_final, before + 1));
    for (qint64 column = from; column <= m_newest; ++column)
        paintColumn(column, theme);
    // The next point draws a line from the last one on: what lies behind that is still open.
    m_final = m_newest;
    for (const SmallLine &line : m_chart.lines) {
        if (!line.data->isEmpty())
            m_final = std::min(m_final, line.data->timeAt(line.data->size() - 1) / m_perColumn);
    }
    if (isNew || m_newest != before)
        return {QPoint(), m_size};
    const double ratio = double(m_columns) / std::max(1, m_size.width());
    const int left = int(std::floor(double(from - oldest) / ratio));
    return {left, 0, m_size.width() - left, m_size.height()};
}

} // namespace graticule
