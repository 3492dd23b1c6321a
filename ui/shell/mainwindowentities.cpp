// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of services, nodes and data, and the ways between them and the sites.
#include "ui/entities/entitydrawer.h"
#include "ui/entities/entitypage.h"
#include "ui/entities/entitywords.h"
#include "ui/logs/logdesk.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pagestack.h"
#include "ui/site/sitedrawer.h"

namespace graticule {

void MainWindow::addEntityPages()
{
    for (const EntityKind kind : {EntityKind::Service, EntityKind::Node, EntityKind::Asset}) {
        const EntityWords words = EntityWords::of(kind);
        addPage(words.page, words.icon, words.title, [this, kind] {
            auto *page = new EntityPage(kind, m_themes, m_store, m_commands, *m_undo);
            if (m_desk)
                page->setActing(*m_desk);
            connect(page, &EntityPage::siteAsked, this, &MainWindow::openSite);
            connect(page, &EntityPage::entityAsked, this, &MainWindow::openEntity);
            return page;
        });
    }
    // Drawers of sites are where they are needed; what stands in their lists leads to the pages made here.
    const auto leadOn = [this](const Page &page) {
        const auto details = page.findChildren<EntityDrawer *>();
        auto *logs = findChild<LogDesk *>(); // null: no logs can be read
        for (EntityDrawer *drawer : details) {
            if (logs)
                drawer->setLogs(*logs);
            connect(drawer, &EntityDrawer::sameAsked, this, [this] { showPage(QStringLiteral("same")); });
        }
        const auto drawers = page.findChildren<SiteDrawer *>();
        for (SiteDrawer *drawer : drawers) {
            if (logs)
                drawer->setLogs(*logs);
            connect(drawer, &SiteDrawer::serviceAsked, this,
                    [this](const EntityId &id) { openEntity(EntityKind::Service, id); });
            connect(drawer, &SiteDrawer::nodeAsked, this,
                    [this](const EntityId &id) { openEntity(EntityKind::Node, id); });
            connect(drawer, &SiteDrawer::assetAsked, this,
                    [this](const EntityId &id) { openEntity(EntityKind::Asset, id); });
            connect(drawer, &SiteDrawer::placeAsked, this, &MainWindow::editPlace);
        }
    };
    leadOn(*page()); // the first page is there already
    connect(m_pages, &PageStack::made, this, [leadOn](const QString &, const Page *page) { leadOn(*page); });
}

void MainWindow::openEntity(EntityKind kind, const EntityId &id)
{
    const QString page = EntityWords::of(kind).page;
    showPage(page);
    static_cast<EntityPage *>(m_pages->page(page))->open(id);
}

void MainWindow::setLogs(LogCalls &calls)
{
    auto *logs = new LogDesk(m_themes, m_store, calls, *this);
    const auto sites = findChildren<SiteDrawer *>(); // of the first page
    for (SiteDrawer *drawer : sites)
        drawer->setLogs(*logs);
    const auto entities = findChildren<EntityDrawer *>();
    for (EntityDrawer *drawer : entities)
        drawer->setLogs(*logs);
}

} // namespace graticule
