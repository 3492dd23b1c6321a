// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/hatch.h"

#include <QPainter>
#include <QPixmap>
#include <QPixmapCache>

namespace graticule {

namespace {

constexpr int ratio = 4; // drawn four times as fine, so that it stays smooth on every screen

/// A tile that repeats without a seam: the line and its two neighbours across the corners.
QPixmap tile(int side, qreal width, const QColor &line, const QColor &ground)
{
    QPixmap pixmap(side * ratio, side * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(ground);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(line, width));
    for (const int shift : {-side, 0, side})
        painter.drawLine(QPointF(shift - 1, side + 1), QPointF(shift + side + 1, -1));
    return pixmap;
}

QBrush brush(const QString &key, int side, qreal width, const QColor &line, const QColor &ground)
{
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = tile(side, width, line, ground);
        QPixmapCache::insert(key, pixmap);
    }
    return QBrush(pixmap);
}

} // namespace

QBrush hatchBrush(const Theme &theme)
{
    return brush(QStringLiteral("hatch/") + theme.name(), 8, 2.4, theme.colour(Colour::LineStrong),
                 theme.colour(Colour::Sunken));
}

QBrush hatchOverlay(const Theme &theme)
{
    return brush(QStringLiteral("hatchOverlay/") + theme.name(), 7, 1.4, theme.colour(Colour::Text3, 0.75),
                 Qt::transparent);
}

} // namespace graticule
