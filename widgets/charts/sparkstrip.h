// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/chartaxis.h"
#include "widgets/charts/columnraster.h"
#include "widgets/theme/theme.h"

#include <QRect>

#include <memory>

namespace graticule {

/// One line of a small chart. The data stay their owner's, who appends to them.
struct SmallLine
{
    QString name;
    std::shared_ptr<const TimeSeries> data;
    Colour colour = Colour::SeriesP50;
};

/// A small chart: its words and its lines.
struct SmallChart
{
    QString title;
    ValueUnit unit = ValueUnit::Ms;
    std::vector<SmallLine> lines;
};

/// The lines of one small chart on a raster that scrolls: a tick paints the columns that are new and nothing else,
/// unless the values leave the axis. GUI thread.
class SparkStrip
{
public:
    explicit SparkStrip(SmallChart chart)
        : m_chart(std::move(chart))
    {
    }

    const SmallChart &chart() const { return m_chart; }
    const ValueAxis &axis() const { return m_axis; }
    /// The time from the left to the right edge.
    TimeRange range() const;

    /// Starts anew with so many logical pixels for `length` ms.
    void setup(const QSize &size, qreal devicePixelRatio, qint64 length, const Theme &theme);
    /// Paints what has come up to `now`, which becomes the right edge. The part of the picture that differs.
    QRect advance(qint64 now, const Theme &theme);
    void paint(QPainter &painter, const QPoint &corner) const
    {
        m_raster.paint(painter, corner, m_newest + 1 - m_columns);
    }

private:
    bool fitAxis();
    void paintColumn(qint64 column, const Theme &theme);

    SmallChart m_chart;
    ValueAxis m_axis;
    ColumnRaster m_raster;
    QSize m_size;
    int m_columns = 0;      ///< in device pixels
    qint64 m_perColumn = 1; ///< ms
    qint64 m_newest = -1;   ///< the rightmost column
    qint64 m_final = 0;     ///< columns before this one change no more
    bool m_isEmpty = true;
};

} // namespace graticule
