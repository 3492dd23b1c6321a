// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/elision.h"

#include <QFontMetricsF>

namespace graticule {

QString elided(const QString &text, const QFontMetricsF &metrics, Qt::TextElideMode mode, qreal room)
{
    const qsizetype dot = mode == Qt::ElideMiddle ? text.indexOf(QLatin1Char('.')) : -1;
    if (dot <= 0 || metrics.horizontalAdvance(text) <= room)
        return metrics.elidedText(text, mode, room);
    const QString first = text.left(dot);
    const qreal left = room - metrics.horizontalAdvance(first);
    if (left < metrics.horizontalAdvance(QChar(0x2026)))
        return metrics.elidedText(text, mode, room);
    return first + metrics.elidedText(text.mid(dot), Qt::ElideLeft, left);
}

} // namespace graticule
