// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/basic/button.h"

#include "widgets/theme/icons.h"
#include "widgets/theme/keychip.h"
#include "widgets/theme/textpainting.h"

#include <QPainter>
#include <QStyleOptionButton>
#include <QStylePainter>

#include <algorithm>

namespace graticule {

namespace {

constexpr int padding = 10;
constexpr int gap = 6;

const char *kindName(Button::Kind kind)
{
    switch (kind) {
    case Button::Kind::Primary:
        return "primary";
    case Button::Kind::Quiet:
        return "quiet";
    case Button::Kind::Danger:
        return "danger";
    case Button::Kind::Default:
        break;
    }
    return "default";
}

} // namespace

Button::Button(const ThemeSwitch &themes, const QString &text, Kind kind, QWidget *parent)
    : QPushButton(text, parent)
    , m_themes(themes)
    , m_kind(kind)
{
    setProperty("kind", QLatin1String(kindName(kind)));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    connect(&themes, &ThemeSwitch::themeChanged, this, qOverload<>(&QWidget::update));
}

void Button::setIconName(const QString &name)
{
    m_iconName = name;
    updateGeometry();
    update();
}

void Button::setKeyHint(const QKeySequence &keys)
{
    m_key = keyChipText(keys);
    setAccessibleDescription(tr("Key: %1").arg(keys.toString(QKeySequence::NativeText)));
    updateGeometry();
    update();
}

void Button::setOpensMenu(bool opens)
{
    m_opensMenu = opens;
    updateGeometry();
    update();
}

QSize Button::sizeHint() const
{
    const Theme &theme = m_themes.theme();
    const QString words = fontMetrics().elidedText(text(), Qt::ElideNone, 0, Qt::TextShowMnemonic);
    int width = 0;
    const auto add = [&width](int part) { width += part + (width > 0 ? gap : 0); };
    if (!m_iconName.isEmpty())
        add(tokens::size::iconSmall);
    if (!words.isEmpty())
        add(textWidth(theme, m_kind == Kind::Primary ? TextStyle::BodyStrong : TextStyle::Body, words));
    if (!m_key.isEmpty())
        add(keyChipSize(m_key, theme).width());
    if (m_opensMenu)
        add(tokens::size::iconSmall);
    const bool iconOnly = words.isEmpty() && m_key.isEmpty() && !m_opensMenu;
    return {iconOnly ? tokens::size::control : width + 2 * padding, tokens::size::control};
}

QSize Button::minimumSizeHint() const
{
    return sizeHint();
}

Colour Button::inkColour() const
{
    if (!isEnabled())
        return Colour::TextDisabled;
    switch (m_kind) {
    case Kind::Primary:
        return Colour::OnAccent;
    case Kind::Quiet:
        return underMouse() || isDown() ? Colour::Text : Colour::Text2;
    case Kind::Danger:
        return Colour::CriticalText;
    case Kind::Default:
        break;
    }
    return Colour::Text;
}

void Button::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    const QString words = fontMetrics().elidedText(text(), Qt::ElideNone, 0, Qt::TextHideMnemonic);
    option.text.clear();
    painter.drawControl(QStyle::CE_PushButtonBevel, option);

    const Theme &theme = m_themes.theme();
    const Colour ink = inkColour();
    const int spare = std::max(0, width() - sizeHint().width());
    LineLayout line(rect().adjusted(padding + spare / 2, 0, -padding - spare / 2, 0), layoutDirection());
    if (words.isEmpty() && m_key.isEmpty() && !m_opensMenu) {
        paintIcon(painter, rect(), m_iconName, tokens::size::iconSmall, theme, ink);
        return;
    }
    if (!m_iconName.isEmpty())
        paintIcon(painter, line.takeLeading(tokens::size::iconSmall, gap), m_iconName, tokens::size::iconSmall, theme,
                  ink);
    if (m_opensMenu)
        paintIcon(painter, line.takeTrailing(tokens::size::iconSmall, gap), QStringLiteral("chevron-down"),
                  tokens::size::iconSmall, theme, isEnabled() && ink == Colour::Text ? Colour::Text3 : ink);
    if (!m_key.isEmpty())
        paintKeyChip(painter, line.takeTrailing(keyChipSize(m_key, theme).width(), gap), m_key, theme,
                     m_kind == Kind::Primary && isEnabled() ? Colour::OnAccent : Colour::Text3, isEnabled() ? 1 : 0.5);
    const TextStyle style = m_kind == Kind::Primary ? TextStyle::BodyStrong : TextStyle::Body;
    painter.setLayoutDirection(layoutDirection());
    paintText(painter, line.rest(), words, {.style = style, .colour = ink, .alignment = Qt::AlignHCenter}, theme);
}

} // namespace graticule
