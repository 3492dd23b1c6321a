// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/basic/navitem.h"

#include "widgets/basic/chip.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/keychip.h"
#include "widgets/theme/textpainting.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyle>

namespace graticule {

NavItem::NavItem(const ThemeSwitch &themes, const QString &icon, const QString &name, const QKeySequence &keys,
                 QWidget *parent)
    : QAbstractButton(parent)
    , m_themes(themes)
    , m_icon(icon)
    , m_keys(keys)
{
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setProperty("focusRing", QStringLiteral("inset"));
    setName(name);
    connect(&themes, &ThemeSwitch::themeChanged, this, qOverload<>(&QWidget::update));
}

void NavItem::setIconName(const QString &icon)
{
    m_icon = icon;
    update();
}

void NavItem::setName(const QString &name)
{
    setText(name);
    describe();
}

void NavItem::setBadge(const QString &count, const QString &meaning)
{
    m_badge = count;
    m_badgeMeaning = meaning;
    describe();
    update();
}

void NavItem::setCollapsed(bool collapsed)
{
    m_collapsed = collapsed;
    update();
}

void NavItem::describe()
{
    const QString keys = m_keys.toString(QKeySequence::NativeText);
    setAccessibleName(text());
    QStringList more{m_badgeMeaning, keys.isEmpty() ? QString() : tr("Key: %1").arg(keys)};
    more.removeAll(QString());
    setAccessibleDescription(more.join(QStringLiteral(". ")));
    const QString name =
        m_badge.isEmpty() ? text() : tr("%1, %2", "name, what its count means").arg(text(), m_badgeMeaning);
    setToolTip(keys.isEmpty() ? name : tr("%1 (%2)", "name, key").arg(name, keys));
}

QSize NavItem::sizeHint() const
{
    return {tokens::size::navRail - 2 * tokens::space::s, tokens::size::navItem};
}

void NavItem::paintEvent(QPaintEvent *)
{
    const Theme &theme = m_themes.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const bool lit = isChecked() || isDown() || underMouse();
    if (lit) {
        const Colour ground = isChecked() ? Colour::Selected : isDown() ? Colour::Pressed : Colour::Hover;
        painter.setBrush(theme.colour(ground));
        painter.drawRoundedRect(rect(), tokens::radius::control, tokens::radius::control);
    }
    const Colour ink = isChecked() ? Colour::Text : Colour::Text2;
    if (!m_collapsed)
        return paintWide(painter);
    paintIcon(painter, rect(), m_icon, tokens::size::icon, theme, ink);
    if (!m_badge.isEmpty()) {
        painter.setBrush(theme.colour(Colour::Text2));
        painter.drawEllipse(QRectF(rect().center() + QPoint(7, -11), QSizeF(6, 6)));
    }
}

void NavItem::paintWide(QPainter &painter)
{
    const Theme &theme = m_themes.theme();
    const Colour ink = isChecked() ? Colour::Text : Colour::Text2;
    LineLayout line(rect().adjusted(tokens::space::s, 0, -6, 0), layoutDirection());
    const QRect icon = line.takeLeading(tokens::size::icon, tokens::space::s);
    paintIcon(painter, icon, m_icon, tokens::size::icon, theme, ink);
    const int nameWidth = textWidth(theme, TextStyle::BodyStrong, text()) + 4;
    const int badgeWidth = m_badge.isEmpty() ? 0 : badgeSize(m_badge, theme).width();
    if (badgeWidth > 0 && nameWidth + badgeWidth <= line.rest().width()) {
        paintBadge(painter, line.takeTrailing(badgeWidth, 4), m_badge, theme);
    } else if (badgeWidth > 0) {
        painter.setBrush(theme.colour(Colour::Text2));
        painter.drawEllipse(QRectF(icon.center() + QPoint(7, -11), QSizeF(6, 6))); // as on the collapsed rail
    } else if (!m_keys.isEmpty()) {
        const QString key = keyChipText(m_keys);
        const int width = keyChipSize(key, theme).width();
        // Where a language needs the room for the name, the key is in the tooltip only.
        if (nameWidth + width <= line.rest().width())
            paintKeyChip(painter, line.takeTrailing(width, 4), key, theme);
    }
    paintText(painter, line.rest(), text(),
              {.style = isChecked() ? TextStyle::BodyStrong : TextStyle::Body, .colour = ink}, theme);
}

} // namespace graticule
