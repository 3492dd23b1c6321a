// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/past/bannerbutton.h"

#include "widgets/theme/keychip.h"
#include "widgets/theme/textpainting.h"

#include <QPainter>

namespace graticule {

namespace {

constexpr int kPadding = 10;
constexpr int kGap = 8;
constexpr int kHeight = 24; ///< 6 px of the banner above and below

} // namespace

BannerButton::BannerButton(const ThemeSwitch &themes, const QString &text, const QKeySequence &key, QWidget *parent)
    : QAbstractButton(parent)
    , m_themes(themes)
    , m_key(keyChipText(key))
{
    setText(text);
    setAccessibleName(text);
    setAccessibleDescription(tr("Key: %1").arg(key.toString(QKeySequence::NativeText)));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    connect(&themes, &ThemeSwitch::themeChanged, this, qOverload<>(&QWidget::update));
}

QSize BannerButton::sizeHint() const
{
    const Theme &theme = m_themes.theme();
    const int words = textWidth(theme, TextStyle::BodyStrong, text());
    return {words + kGap + keyChipSize(m_key, theme).width() + 2 * kPadding, kHeight};
}

void BannerButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = m_themes.theme();
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.colour(Colour::OnPast));
    if (isDown() || underMouse())
        painter.setBrush(theme.colour(Colour::OnPast, isDown() ? 0.25 : 0.12));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), tokens::radius::control,
                            tokens::radius::control);
    LineLayout line(rect().adjusted(kPadding, 0, -kPadding, 0), layoutDirection());
    paintKeyChip(painter, line.takeTrailing(keyChipSize(m_key, theme).width(), kGap), m_key, theme, Colour::OnPast);
    paintText(painter, line.rest(), text(), {.style = TextStyle::BodyStrong, .colour = Colour::OnPast}, theme);
}

} // namespace graticule
