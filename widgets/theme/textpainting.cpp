// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/textpainting.h"

#include "widgets/theme/elision.h"

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>
#include <QStyle>

#include <cmath>

namespace graticule {

int textWidth(const Theme &theme, TextStyle style, const QString &text)
{
    return static_cast<int>(std::ceil(QFontMetricsF(theme.font(style)).horizontalAdvance(text)));
}

int baseline(const Theme &theme, TextStyle style, int height)
{
    return static_cast<int>(std::round((height + QFontMetricsF(theme.font(style)).capHeight()) / 2));
}

void paintText(QPainter &painter, const QRect &box, const QString &text, const TextLook &look, const Theme &theme)
{
    if (text.isEmpty() || box.width() <= 0)
        return;
    const QFont &font = theme.font(look.style);
    const QFontMetricsF metrics(font);
    const QString shown = look.elide == Qt::ElideNone ? text : elided(text, metrics, look.elide, box.width() + 0.5);
    const Qt::LayoutDirection direction = directionOf(painter);
    const Qt::Alignment alignment = QStyle::visualAlignment(direction, look.alignment);
    qreal x = box.left();
    if (alignment & Qt::AlignRight)
        x += box.width() - metrics.horizontalAdvance(shown);
    else if (alignment & Qt::AlignHCenter)
        x += (box.width() - metrics.horizontalAdvance(shown)) / 2;
    painter.setFont(font);
    painter.setPen(theme.colour(look.colour));
    // The text's own letters decide how it runs: "12 min" in a mirrored window is still read from its number on.
    const Qt::LayoutDirection before = painter.layoutDirection();
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    painter.drawText(QPointF(x, box.top() + baseline(theme, look.style, box.height())), shown);
    painter.setLayoutDirection(before);
}

Qt::LayoutDirection directionOf(const QPainter &painter)
{
    const Qt::LayoutDirection told = painter.layoutDirection();
    return told == Qt::LayoutDirectionAuto ? QGuiApplication::layoutDirection() : told;
}

LineLayout::LineLayout(const QRect &line, Qt::LayoutDirection direction)
    : m_line(line)
    , m_direction(direction)
    , m_left(line.left())
    , m_right(line.left() + line.width())
{
}

QRect LineLayout::takeLeading(int width, int gapAfter)
{
    const QRect out = visual(m_left, width);
    m_left += width + gapAfter;
    return out;
}

QRect LineLayout::takeTrailing(int width, int gapBefore)
{
    const QRect out = visual(m_right - width, width);
    m_right -= width + gapBefore;
    return out;
}

QRect LineLayout::rest() const
{
    return visual(m_left, std::max(0, m_right - m_left));
}

QRect LineLayout::visual(int left, int width) const
{
    return QStyle::visualRect(m_direction, m_line, QRect(left, m_line.top(), width, m_line.height()));
}

} // namespace graticule
