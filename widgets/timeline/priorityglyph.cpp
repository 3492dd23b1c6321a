// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/priorityglyph.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPolygonF>

namespace graticule {

namespace {

constexpr double kBox = 20; ///< the shapes' own coordinates

struct Look
{
    QPolygonF outline;
    Colour fill;
    Colour line;
    Colour ink;
    QChar letter;
    double letterBase; ///< the letter's baseline
};

Look lookOf(Priority priority)
{
    switch (priority) {
    case Priority::Critical:
        return {QPolygonF({{6.2, 1.5},
                           {13.8, 1.5},
                           {18.5, 6.2},
                           {18.5, 13.8},
                           {13.8, 18.5},
                           {6.2, 18.5},
                           {1.5, 13.8},
                           {1.5, 6.2}}),
                Colour::Critical,
                Colour::CriticalLine,
                Colour::OnCritical,
                u'C',
                13.9};
    case Priority::High:
        return {QPolygonF({{10, 0.8}, {19.2, 10}, {10, 19.2}, {0.8, 10}}),
                Colour::High,
                Colour::HighLine,
                Colour::OnHigh,
                u'H',
                13.9};
    case Priority::Medium:
        return {QPolygonF({{10, 1.3}, {19.3, 18}, {0.7, 18}}),
                Colour::Medium,
                Colour::MediumLine,
                Colour::OnMedium,
                u'M',
                15.8};
    case Priority::Low:
        break;
    }
    return {{}, Colour::Low, Colour::Low, Colour::Low, u'L', 13.9};
}

} // namespace

Colour priorityColour(Priority priority)
{
    return lookOf(priority).fill;
}

void paintPriority(QPainter &painter, const QRectF &box, Priority priority, const Theme &theme)
{
    const Look look = lookOf(priority);
    const double side = std::min(box.width(), box.height());
    painter.save();
    painter.translate(box.center() - QPointF(side / 2, side / 2));
    painter.scale(side / kBox, side / kBox);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(theme.colour(look.line), look.outline.isEmpty() ? 1.5 : 1);
    pen.setJoinStyle(Qt::RoundJoin);
    painter.setPen(pen);
    painter.setBrush(look.outline.isEmpty() ? QBrush() : QBrush(theme.colour(look.fill)));
    if (look.outline.isEmpty())
        painter.drawEllipse(QPointF(kBox / 2, kBox / 2), 8, 8);
    else
        painter.drawPolygon(look.outline);
    QFont font = theme.font(TextStyle::Label);
    font.setPixelSize(11);
    font.setWeight(QFont::Bold);
    painter.setFont(font);
    painter.setPen(theme.colour(look.ink));
    const double wide = QFontMetricsF(font).horizontalAdvance(look.letter);
    painter.drawText(QPointF((kBox - wide) / 2, look.letterBase), QString(look.letter));
    painter.restore();
}

} // namespace graticule
