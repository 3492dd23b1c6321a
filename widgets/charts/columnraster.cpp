// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/columnraster.h"

#include "widgets/charts/columnspan.h"

#include <QPainter>

namespace graticule {

void ColumnRaster::resize(const QSize &size, qreal devicePixelRatio)
{
    m_image = QImage(size.expandedTo({1, 1}), QImage::Format_ARGB32_Premultiplied);
    m_image.setDevicePixelRatio(devicePixelRatio);
    m_image.fill(Qt::transparent);
}

int ColumnRaster::placeOf(qint64 column) const
{
    const qint64 place = column % m_image.width();
    return int(place < 0 ? place + m_image.width() : place);
}

void ColumnRaster::clear(qint64 column)
{
    const int x = placeOf(column);
    for (int y = 0; y < m_image.height(); ++y)
        reinterpret_cast<QRgb *>(m_image.scanLine(y))[x] = 0;
}

void ColumnRaster::paintSpan(qint64 column, double top, double bottom, double width, const QColor &colour)
{
    paintColumnSpan(m_image, {placeOf(column), top - width / 2, bottom + width / 2}, qPremultiply(colour.rgba()), 0,
                    m_image.height());
}

void ColumnRaster::paint(QPainter &painter, const QPointF &corner, qint64 first) const
{
    const int split = placeOf(first), wide = m_image.width(), tall = m_image.height();
    const qreal ratio = m_image.devicePixelRatio();
    painter.drawImage(corner, m_image, QRect(split, 0, wide - split, tall));
    if (split > 0)
        painter.drawImage(corner + QPointF((wide - split) / ratio, 0), m_image, QRect(0, 0, split, tall));
}

Extent lineExtent(const TimeSeries &series, qint64 begin, qint64 end)
{
    const size_t from = series.indexFrom(begin), to = series.indexFrom(end, from);
    Extent out = series.extent(from, to);
    const auto cross = [&](size_t after, qint64 at) {
        if (!series.joins(after))
            return;
        const double share =
            double(at - series.timeAt(after - 1)) / double(series.timeAt(after) - series.timeAt(after - 1));
        out.add(series.valueAt(after - 1) + share * (series.valueAt(after) - series.valueAt(after - 1)));
    };
    cross(from, begin);
    cross(to, end);
    return out;
}

} // namespace graticule
