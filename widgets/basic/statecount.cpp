// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/basic/statecount.h"

#include "widgets/theme/textpainting.h"

#include <QPainter>

#include <algorithm>

namespace graticule {

namespace {

constexpr int gap = 6;

} // namespace

StateCount::StateCount(const ThemeSwitch &themes, QWidget *parent)
    : ThemedWidget(themes, parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StateCount::setCount(const StateCountData &count)
{
    if (count == m_count)
        return;
    m_count = count;
    const QString words = count.word.isEmpty() ? count.number : count.number + u' ' + count.word;
    setAccessibleName(words);
    setToolTip(m_compact ? words : QString());
    updateGeometry();
    update();
}

void StateCount::setRoomFor(const QString &number)
{
    if (number == m_roomFor)
        return;
    m_roomFor = number;
    updateGeometry();
}

void StateCount::setCompact(bool compact)
{
    if (compact == m_compact)
        return;
    m_compact = compact;
    setToolTip(compact ? accessibleName() : QString());
    updateGeometry();
    update();
}

QSize StateCount::sizeHint() const
{
    const int number = std::max(textWidth(theme(), TextStyle::BodyStrong, m_count.number),
                                textWidth(theme(), TextStyle::BodyStrong, m_roomFor));
    int width = tokens::size::shapeTable + gap + number;
    if (!m_compact && !m_count.word.isEmpty())
        width += gap + textWidth(theme(), TextStyle::Small, m_count.word);
    return {width, theme().lineHeight(TextStyle::Body)};
}

void StateCount::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_count.dimmed && !theme().isHighContrast())
        painter.setOpacity(0.55);
    const TextStyle style = m_count.strong ? TextStyle::BodyStrong : TextStyle::Body;
    LineLayout line(rect(), layoutDirection());
    paintStateShape(painter, line.takeLeading(tokens::size::shapeTable, gap), m_count.shape, theme());
    paintText(painter, line.takeLeading(textWidth(theme(), style, m_count.number), gap), m_count.number,
              {.style = style, .colour = m_count.strong ? Colour::Text : Colour::Text2, .elide = Qt::ElideNone},
              theme());
    if (!m_compact)
        paintText(painter, line.rest(), m_count.word,
                  {.style = TextStyle::Small, .colour = Colour::Text3, .elide = Qt::ElideNone}, theme());
}

} // namespace graticule
