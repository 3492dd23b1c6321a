// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/freshcount.h"

#include "widgets/theme/icons.h"

#include <QPainter>

#include <algorithm>

namespace graticule {

namespace {

constexpr int kIcon = 16;
constexpr int kPadding = 6;
constexpr int kGap = 6;
constexpr int kWordGap = 4;

} // namespace

FreshCount::FreshCount(const ThemeSwitch &themes, QWidget *parent)
    : QAbstractButton(parent)
    , m_themes(themes)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    connect(&themes, &ThemeSwitch::themeChanged, this, qOverload<>(&QWidget::update));
}

void FreshCount::setCount(const QString &number, const QString &words, const QString &roomFor)
{
    if (number == m_number && words == m_words && roomFor == m_roomFor)
        return;
    m_roomFor = roomFor;
    m_number = number;
    m_words = words;
    setAccessibleName(tr("Connections: %1 %2").arg(number, words));
    setToolTip(tr("Show the connections"));
    updateGeometry();
    update();
}

QSize FreshCount::sizeHint() const
{
    const Theme &theme = m_themes.theme();
    const int number = std::max(m_texts.width(theme, TextStyle::BodyStrong, m_number),
                                m_texts.width(theme, TextStyle::BodyStrong, m_roomFor));
    return {2 * kPadding + kIcon + kGap + number + kWordGap + m_texts.width(theme, TextStyle::Body, m_words),
            tokens::size::control};
}

void FreshCount::paintEvent(QPaintEvent *)
{
    const Theme &theme = m_themes.theme();
    QPainter painter(this);
    if (underMouse() || isDown()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.colour(isDown() ? Colour::Pressed : Colour::Hover));
        painter.drawRoundedRect(rect(), tokens::radius::control, tokens::radius::control);
    }
    LineLayout line(rect().adjusted(kPadding, 0, -kPadding, 0), layoutDirection());
    paintIcon(painter, line.takeLeading(kIcon, kGap), QStringLiteral("plug"), kIcon, theme, Colour::Text2);
    m_texts.paint(painter, line.takeLeading(m_texts.width(theme, TextStyle::BodyStrong, m_number), kWordGap), m_number,
                  {.style = TextStyle::BodyStrong, .elide = Qt::ElideNone}, theme);
    m_texts.paint(painter, line.rest(), m_words, {.colour = Colour::Text3, .elide = Qt::ElideNone}, theme);
}

} // namespace graticule
