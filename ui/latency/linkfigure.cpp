// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/latency/linkfigure.h"

#include "models/format.h"
#include "widgets/theme/textpainting.h"

#include <QPainter>

namespace graticule {

LinkFigure::LinkFigure(const ThemeSwitch &themes, const QString &title, QWidget *parent)
    : ThemedWidget(themes, parent)
    , m_title(title)
    , m_value(format::missing())
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(text());
}

QString LinkFigure::text() const
{
    return m_note.isEmpty() ? QStringLiteral("%1 %2").arg(m_title, m_value)
                            : QStringLiteral("%1 %2, %3").arg(m_title, m_value, m_note);
}

void LinkFigure::setFigure(const QString &value, const QString &note, Tone tone)
{
    if (value == m_value && note == m_note && tone == m_tone)
        return;
    m_value = value;
    m_note = note;
    m_tone = tone;
    setAccessibleName(text());
    update();
}

void LinkFigure::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int line = 16;
    paintText(painter, {0, 4, width(), line}, m_title, {.style = TextStyle::Small, .colour = Colour::Text2}, theme());
    // The number is read, the unit only understood.
    const QString number = m_value.section(QChar(0x202f), 0, -2);
    const QString whole = number.isEmpty() ? m_value : number;
    const QString unit = number.isEmpty() ? QString() : m_value.section(QChar(0x202f), -1);
    LineLayout value({0, 21, width(), 22}, layoutDirection());
    paintText(painter, value.takeLeading(textWidth(theme(), TextStyle::Title, whole), 4), whole,
              {.style = TextStyle::Title, .colour = textColour(m_tone)}, theme());
    paintText(painter, value.rest(), unit, {.style = TextStyle::Small, .colour = Colour::Text3}, theme());
    paintText(painter, {0, 44, width(), line}, m_note, {.style = TextStyle::Small, .colour = Colour::Text3}, theme());
}

} // namespace graticule
