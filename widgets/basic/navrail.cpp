// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/basic/navrail.h"

#include "widgets/basic/navitem.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyle>
#include <QVBoxLayout>

#include <memory>

namespace graticule {

NavRail::NavRail(const ThemeSwitch &themes, QWidget *parent)
    : ThemedWidget(themes, parent)
{
    setAccessibleName(tr("Views"));
    setAccessibleRole(QAccessible::Grouping);
    setFixedWidth(tokens::size::navRail);
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(tokens::space::s, tokens::space::s, tokens::space::s, tokens::space::s);
    m_layout->setSpacing(2);
    m_layout->addStretch(1);
}

NavItem *NavRail::makeItem(const QString &icon, const QString &name, const QKeySequence &keys)
{
    auto *item = new NavItem(themes(), icon, name, keys, this);
    item->setCollapsed(m_collapsed);
    return item;
}

void NavRail::addPage(const QString &id, const QString &icon, const QString &name, const QKeySequence &keys)
{
    NavItem *item = makeItem(icon, name, keys);
    item->setCheckable(true);
    item->setAutoExclusive(true);
    item->setChecked(m_pages.isEmpty());
    m_layout->insertWidget(static_cast<int>(m_pages.size()), item);
    m_pages.insert(id, item);
    connect(item, &QAbstractButton::toggled, this, [this, id](bool on) {
        update(); // the bar beside the item is the rail's
        if (on)
            Q_EMIT currentChanged(id);
    });
    // Also from a page that is not on the rail and belongs to this one.
    const auto wasCurrent = std::make_shared<bool>(false);
    connect(item, &QAbstractButton::pressed, this, [item, wasCurrent] { *wasCurrent = item->isChecked(); });
    connect(item, &QAbstractButton::clicked, this, [this, id, wasCurrent] {
        if (*wasCurrent)
            Q_EMIT currentChanged(id);
    });
}

void NavRail::addTool(const QString &id, const QString &icon, const QString &name, const QKeySequence &keys)
{
    NavItem *item = makeItem(icon, name, keys);
    m_layout->addWidget(item);
    m_tools.insert(id, item);
    connect(item, &QAbstractButton::clicked, this, [this, id] { Q_EMIT toolTriggered(id); });
}

void NavRail::setTool(const QString &id, const QString &icon, const QString &name)
{
    if (NavItem *item = m_tools.value(id)) {
        item->setIconName(icon);
        item->setName(name);
    }
}

void NavRail::setToolVisible(const QString &id, bool visible)
{
    if (NavItem *item = m_tools.value(id))
        item->setVisible(visible);
}

QString NavRail::current() const
{
    for (auto it = m_pages.begin(); it != m_pages.end(); ++it) {
        if (it.value()->isChecked())
            return it.key();
    }
    return {};
}

void NavRail::setCurrent(const QString &id)
{
    if (NavItem *item = m_pages.value(id))
        item->setChecked(true);
}

void NavRail::setBadge(const QString &id, const QString &count, const QString &meaning)
{
    if (NavItem *item = m_pages.value(id, m_tools.value(id)))
        item->setBadge(count, meaning);
}

void NavRail::setCollapsed(bool collapsed)
{
    m_collapsed = collapsed;
    setFixedWidth(collapsed ? tokens::size::navRailCollapsed : tokens::size::navRail);
    for (NavItem *item : std::as_const(m_pages))
        item->setCollapsed(collapsed);
    for (NavItem *item : std::as_const(m_tools))
        item->setCollapsed(collapsed);
}

void NavRail::setPast(bool isPast)
{
    m_isPast = isPast;
    update();
}

void NavRail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().colour(m_isPast ? Colour::PastChrome : Colour::Chrome));
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), QRect(width() - 1, 0, 1, height())),
                     theme().colour(Colour::Line));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().colour(Colour::Accent));
    for (const NavItem *item : std::as_const(m_pages)) {
        if (!item->isChecked())
            continue;
        // Half of a rounded bar of 6 px: its outer half lies beyond the edge.
        const QRect bar(-3, item->y() + 8, 6, item->height() - 16);
        painter.drawRoundedRect(QStyle::visualRect(layoutDirection(), rect(), bar), 2, 2);
    }
}

} // namespace graticule
