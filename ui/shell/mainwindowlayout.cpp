// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "ui/page/page.h"
#include "ui/palette/commandpalette.h"
#include "ui/shell/pagestack.h"
#include "ui/shell/topbar.h"
#include "widgets/basic/navrail.h"

// How large the window and its rail are, and what it remembers of that and of its pages.

namespace graticule {
namespace {

constexpr int kWideRail = 1440; ///< narrower windows collapse the rail

} // namespace

void MainWindow::collapseRail(bool collapsed)
{
    m_rail->setCollapsed(collapsed);
    m_topBar->setCollapsed(collapsed);
}

void MainWindow::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_pages->makeRestSoon();
    if (!focusWidget() && !page()->regions().isEmpty())
        page()->regions().first()->setFocus(Qt::OtherFocusReason);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    collapseRail(m_railWish.value_or(width() < kWideRail));
}

QVariantMap MainWindow::saveLayout() const
{
    QVariantMap layout{{QStringLiteral("size"), size()},
                       {QStringLiteral("maximized"), isMaximized()},
                       {QStringLiteral("page"), pages().contains(currentPage()) ? currentPage() : m_comparedFrom},
                       {QStringLiteral("settings"), m_settings.settings().toMap()}};
    layout.insert(QStringLiteral("pages"), m_pages->saveStates());
    layout.insert(QStringLiteral("recent"), m_palette ? m_palette->recent() : m_recent);
    if (m_railWish)
        layout.insert(QStringLiteral("railCollapsed"), *m_railWish);
    return layout;
}

void MainWindow::restoreLayout(const QVariantMap &layout)
{
    if (const QVariant wish = layout.value(QStringLiteral("railCollapsed")); wish.isValid())
        m_railWish = wish.toBool();
    const QSize wanted = layout.value(QStringLiteral("size")).toSize();
    if (wanted.isValid())
        resize(wanted.expandedTo(minimumSize()));
    if (layout.value(QStringLiteral("maximized")).toBool())
        setWindowState(Qt::WindowMaximized);
    collapseRail(m_railWish.value_or(width() < kWideRail));
    m_settings.set(Settings::fromMap(layout.value(QStringLiteral("settings")).toMap()));
    m_recent = layout.value(QStringLiteral("recent")).toStringList();
    if (m_palette)
        m_palette->setRecent(m_recent);
    if (m_settings.settings().start != Settings::Start::Restore)
        return;
    m_pages->restoreStates(layout.value(QStringLiteral("pages")).toMap());
    showPage(layout.value(QStringLiteral("page")).toString());
}

} // namespace graticule
