// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/basic/filtertoken.h"

#include "widgets/theme/icons.h"
#include "widgets/theme/textpainting.h"

#include <QPainter>

namespace graticule {

namespace {

constexpr int tokenHeight = 24;
constexpr int padding = 6;
constexpr int gap = 4;
constexpr int mark = 12;

} // namespace

FilterToken::FilterToken(const ThemeSwitch &themes, Kind kind, QWidget *parent)
    : QAbstractButton(parent)
    , m_themes(themes)
    , m_kind(kind)
{
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&themes, &ThemeSwitch::themeChanged, this, qOverload<>(&QWidget::update));
}

void FilterToken::setFilter(const QString &name, const QString &value)
{
    m_name = name;
    m_value = value;
    const QString words = tr("%1 %2", "what is filtered, by which value").arg(name, value);
    setText(words);
    setAccessibleName(m_kind == Kind::Removes ? tr("Remove filter: %1").arg(words) : words);
    updateGeometry();
    update();
}

QSize FilterToken::sizeHint() const
{
    const Theme &theme = m_themes.theme();
    return {2 * padding + textWidth(theme, TextStyle::Small, m_name) + gap +
                textWidth(theme, TextStyle::Small, m_value) + gap + mark,
            tokenHeight};
}

void FilterToken::paintEvent(QPaintEvent *)
{
    const Theme &theme = m_themes.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colour ground = isDown() || underMouse() ? Colour::Selected : Colour::AccentTint;
    painter.setPen(isEnabled() && underMouse() ? QPen(theme.colour(Colour::Accent)) : QPen(Qt::NoPen));
    painter.setBrush(theme.colour(isEnabled() ? ground : Colour::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), tokens::radius::chip, tokens::radius::chip);
    const Colour ink = isEnabled() ? Colour::AccentText : Colour::TextDisabled;
    LineLayout line(rect().adjusted(padding, 0, -padding, 0), layoutDirection());
    paintText(painter, line.takeLeading(textWidth(theme, TextStyle::Small, m_name), gap), m_name,
              {.style = TextStyle::Small, .colour = isEnabled() ? Colour::Text2 : ink, .elide = Qt::ElideNone}, theme);
    paintIcon(painter, line.takeTrailing(mark, gap),
              m_kind == Kind::Opens ? QStringLiteral("chevron-down") : QStringLiteral("x"), mark, theme, ink);
    paintText(painter, line.rest(), m_value, {.style = TextStyle::Small, .colour = ink}, theme);
}

} // namespace graticule
