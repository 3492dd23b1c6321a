// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainter>
#include <QPixmap>
#include <QPixmapCache>

#include <cmath>

namespace graticule {

/// A square of @p size logical pixels as it was painted before under @p key, which names everything that it depends on;
/// else @p paint paints it now, on nothing.
template<class Paint> QPixmap keptPixmap(const QString &key, int size, qreal devicePixelRatio, Paint paint)
{
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    const int pixels = static_cast<int>(std::ceil(size * devicePixelRatio));
    pixmap = QPixmap(pixels, pixels);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paint(painter);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

} // namespace graticule
