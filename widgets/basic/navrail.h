// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/basic/themedwidget.h"

#include <QHash>
#include <QKeySequence>

class QVBoxLayout;

namespace graticule {

class NavItem;

/// The column at the window's leading edge: pages above, tools below. 168 px wide, 56 when collapsed.
///
/// Tab leads to the current page's item, arrow keys to its neighbours. Keys are shown, not bound: the window binds
/// them.
class NavRail : public ThemedWidget
{
    Q_OBJECT

public:
    explicit NavRail(const ThemeSwitch &themes, QWidget *parent = nullptr);

    /// `id` is the caller's name for the page; the first page added is the current one.
    void addPage(const QString &id, const QString &icon, const QString &name, const QKeySequence &keys = {});
    /// A button at the foot of the rail, such as help. Ids of pages and tools do not collide.
    void addTool(const QString &id, const QString &icon, const QString &name, const QKeySequence &keys = {});
    void setTool(const QString &id, const QString &icon, const QString &name);
    /// A tool for what is not always there.
    void setToolVisible(const QString &id, bool visible);

    QString current() const;
    /// Unknown ids are ignored.
    void setCurrent(const QString &id);
    /// Of a page or a tool.
    void setBadge(const QString &id, const QString &count, const QString &meaning);

    bool isCollapsed() const { return m_collapsed; }
    void setCollapsed(bool collapsed);
    /// Takes the tint of the past.
    void setPast(bool isPast);

Q_SIGNALS:
    void currentChanged(const QString &id);
    void toolTriggered(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    NavItem *makeItem(const QString &icon, const QString &name, const QKeySequence &keys);

    QVBoxLayout *m_layout = nullptr;
    QHash<QString, NavItem *> m_pages;
    QHash<QString, NavItem *> m_tools;
    bool m_collapsed = false;
    bool m_isPast = false;
};

} // namespace graticule
