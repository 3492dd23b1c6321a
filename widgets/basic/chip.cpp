// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/basic/chip.h"

#include "widgets/theme/textpainting.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace graticule {

namespace {

constexpr int chipHeight = 20;
constexpr int badgeHeight = 16;

void paintBox(QPainter &painter, const QRect &box, qreal radius, const QColor &line, const QBrush &fill)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(line);
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.restore();
}

} // namespace

QSize chipSize(const QString &text, const Theme &theme)
{
    return {textWidth(theme, TextStyle::Label, text) + 14, chipHeight};
}

QSize badgeSize(const QString &text, const Theme &theme)
{
    return {std::max(18, textWidth(theme, TextStyle::Label, text) + 12), badgeHeight};
}

void paintChip(QPainter &painter, const QRect &box, const QString &text, Tone tone, const Theme &theme)
{
    QSize size = chipSize(text, theme);
    size.setWidth(std::min(size.width(), box.width()));
    const QRect chip = QStyle::alignedRect(painter.layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter, size, box);
    paintBox(painter, chip, tokens::radius::chip, theme.colour(lineColour(tone)), Qt::NoBrush);
    const Colour ink = tone == Tone::Normal ? Colour::Text2 : textColour(tone);
    paintText(painter, chip.adjusted(6, 0, -6, 0), text,
              {.style = TextStyle::Label, .colour = ink, .alignment = Qt::AlignHCenter}, theme);
}

void paintBadge(QPainter &painter, const QRect &box, const QString &text, const Theme &theme)
{
    QRect pill(QPoint(), badgeSize(text, theme));
    pill.moveCenter(box.center());
    paintBox(painter, pill, badgeHeight / 2.0 - 0.5, theme.colour(Colour::LineStrong), theme.colour(Colour::Raised));
    paintText(
        painter, pill, text,
        {.style = TextStyle::Label, .colour = Colour::Text2, .alignment = Qt::AlignHCenter, .elide = Qt::ElideNone},
        theme);
}

Chip::Chip(const ThemeSwitch &themes, const QString &text, Tone tone, QWidget *parent)
    : ThemedWidget(themes, parent)
    , m_tone(tone)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setText(text);
}

void Chip::setText(const QString &text)
{
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void Chip::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

QSize Chip::sizeHint() const
{
    return chipSize(m_text, theme());
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintChip(painter, rect(), m_text, m_tone, theme());
}

Badge::Badge(const ThemeSwitch &themes, const QString &text, QWidget *parent)
    : ThemedWidget(themes, parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setText(text);
}

void Badge::setText(const QString &text)
{
    m_text = text;
    setAccessibleName(text);
    setVisible(!text.isEmpty());
    updateGeometry();
    update();
}

QSize Badge::sizeHint() const
{
    return badgeSize(m_text, theme());
}

void Badge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBadge(painter, rect(), m_text, theme());
}

} // namespace graticule
