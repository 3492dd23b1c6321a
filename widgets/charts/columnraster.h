// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/timeseries.h"

#include <QColor>
#include <QImage>

class QPainter;

namespace graticule {

/// A picture made of pixel columns that move to the left as time goes on: only new columns are painted, the others stay
/// where they are in memory. Columns are numbered from 1970 on. GUI thread.
class ColumnRaster
{
public:
    /// In device pixels. Forgets the picture.
    void resize(const QSize &size, qreal devicePixelRatio);
    QSize size() const { return m_image.size(); }

    void clear(qint64 column);
    /// Paints from `top` to `bottom`, in device pixels from the picture's top, with the edges a line of `width` has.
    void paintSpan(qint64 column, double top, double bottom, double width, const QColor &colour);
    /// Draws the columns from `first` on, as many as the picture has, with their corner at `corner`.
    void paint(QPainter &painter, const QPointF &corner, qint64 first) const;

private:
    int placeOf(qint64 column) const;

    QImage m_image; ///< a column's place is its number modulo the width
};

/// What a line through the series covers between two instants: its points there, and where it crosses either end.
Extent lineExtent(const TimeSeries &series, qint64 begin, qint64 end);

} // namespace graticule
