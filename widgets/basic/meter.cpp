// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/basic/meter.h"

#include "widgets/theme/hatch.h"

#include "widgets/theme/textpainting.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyle>

#include <algorithm>

namespace graticule {

namespace {

constexpr int thickness = 6;

QRectF part(const QRect &bar, double from, double to, Qt::LayoutDirection direction)
{
    const QRectF out(bar.left() + from * bar.width(), bar.top(), (to - from) * bar.width(), bar.height());
    if (direction != Qt::RightToLeft)
        return out;
    return {bar.left() + (bar.right() + 1 - out.right()), out.top(), out.width(), out.height()};
}

Colour fillColour(const MeterLevel &level)
{
    if (*level.value >= level.criticalAt)
        return Colour::Critical;
    return *level.value >= level.warnAt ? Colour::Medium : Colour::Text3;
}

} // namespace

void paintMeter(QPainter &painter, const QRect &box, const MeterLevel &level, const Theme &theme)
{
    QRect bar(box.left(), box.top() + (box.height() - thickness + 1) / 2, box.width(), thickness);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (!level.value) {
        painter.setPen(theme.colour(Colour::LineStrong));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(bar).adjusted(0.5, 0.5, -0.5, -0.5), 2.5, 2.5);
        painter.restore();
        return;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.colour(Colour::Track));
    painter.drawRoundedRect(bar, thickness / 2.0, thickness / 2.0);
    const double share = std::clamp(*level.value, static_cast<double>(thickness) / std::max(1, bar.width()), 1.0);
    painter.setBrushOrigin(bar.topLeft()); // a row that is scrolled keeps its hatch
    painter.setBrush(level.stale ? hatchBrush(theme) : QBrush(theme.colour(fillColour(level))));
    painter.drawRoundedRect(part(bar, 0, share, directionOf(painter)), thickness / 2.0, thickness / 2.0);
    if (level.mark) {
        const double at = std::clamp(*level.mark, 0.0, 1.0);
        QRectF tick = part(bar, at, at, directionOf(painter)).adjusted(-0.75, -1, 0.75, 1);
        painter.setBrush(theme.colour(Colour::Text));
        painter.drawRect(tick);
    }
    painter.restore();
}

Meter::Meter(const ThemeSwitch &themes, QWidget *parent)
    : ThemedWidget(themes, parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleRole(QAccessible::ProgressBar);
}

void Meter::setLevel(const MeterLevel &level, const QString &words)
{
    m_level = level;
    setAccessibleName(words);
    update();
}

QSize Meter::sizeHint() const
{
    return {120, thickness + 2};
}

void Meter::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintMeter(painter, rect(), m_level, theme());
}

} // namespace graticule
