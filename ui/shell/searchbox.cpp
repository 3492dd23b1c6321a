// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/searchbox.h"

#include "widgets/theme/icons.h"
#include "widgets/theme/keychip.h"
#include "widgets/theme/textpainting.h"

#include <QPainter>

namespace graticule {

namespace {

constexpr int kWidth = 236;
constexpr int kSide = 8;
constexpr int kGap = 8;
constexpr int kIcon = tokens::size::iconSmall;

} // namespace

SearchBox::SearchBox(const ThemeSwitch &themes, const QKeySequence &keys, QWidget *parent)
    : QAbstractButton(parent)
    , m_themes(themes)
    , m_key(keyChipText(keys))
{
    setObjectName(QStringLiteral("searchBox"));
    setText(tr("Find or run a command"));
    setAccessibleName(text());
    setAccessibleDescription(tr("Key: %1").arg(keys.toString(QKeySequence::NativeText)));
    setToolTip(tr("%1 (%2)", "name, key").arg(text(), keys.toString(QKeySequence::NativeText)));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    connect(&themes, &ThemeSwitch::themeChanged, this, qOverload<>(&QWidget::update));
}

void SearchBox::setForm(Form form)
{
    if (form == m_form)
        return;
    m_form = form;
    updateGeometry();
    update();
}

QString SearchBox::words() const
{
    return m_form == Form::Full ? text() : tr("Find");
}

QSize SearchBox::sizeHint() const
{
    if (m_form == Form::Icon)
        return {tokens::size::control, tokens::size::control};
    const Theme &theme = m_themes.theme();
    const int wanted =
        2 * (kSide + kGap) + kIcon + textWidth(theme, TextStyle::Body, words()) + keyChipSize(m_key, theme).width();
    const int least = m_form == Form::Full ? kWidth : 0;
    return {std::max(least, wanted), tokens::size::control}; // wider only in a language of longer words
}

void SearchBox::paintEvent(QPaintEvent *)
{
    const Theme &theme = m_themes.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.colour(underMouse() ? Colour::Text3 : Colour::LineStrong));
    painter.setBrush(theme.colour(isDown() ? Colour::Pressed : Colour::Input));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), tokens::radius::control,
                            tokens::radius::control);
    if (m_form == Form::Icon) {
        paintIcon(painter, rect(), QStringLiteral("search"), kIcon, theme, Colour::Text2);
        return;
    }
    LineLayout line(rect().adjusted(kSide, 0, -kSide, 0), layoutDirection());
    paintIcon(painter, line.takeLeading(kIcon, kGap), QStringLiteral("search"), kIcon, theme, Colour::Text3);
    paintKeyChip(painter, line.takeTrailing(keyChipSize(m_key, theme).width(), kGap), m_key, theme);
    paintText(painter, line.rest(), words(), {.colour = Colour::Text3}, theme);
}

} // namespace graticule
