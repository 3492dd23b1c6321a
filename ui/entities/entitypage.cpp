// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entities/entitypage.h"

#include "ui/entities/entitydrawer.h"
#include "ui/entities/entitywords.h"
#include "ui/table/tableview.h"

namespace graticule {

EntityPage::EntityPage(EntityKind kind, const ThemeSwitch &themes, FleetStore &store, SampleCalls &calls, UndoBar &undo,
                       QWidget *parent)
    : TablePage(themes, store, std::make_unique<EntityTableModel>(kind, store), EntityWords::of(kind), undo, parent)
    , m_drawer(new EntityDrawer(kind, themes, store, this))
{
    m_table = new TableView(themes, model(), EntityWords::of(kind).page, this);
    m_table->showTrails(store, calls);
    build(m_table, m_drawer);
    connect(m_drawer, &EntityDrawer::closeAsked, this, &EntityPage::closeDrawer);
    connect(m_drawer, &EntityDrawer::siteAsked, this, &EntityPage::siteAsked);
    connect(m_drawer, &EntityDrawer::entityAsked, this, &EntityPage::entityAsked);
}

void EntityPage::wake()
{
    static_cast<EntityTableModel &>(model()).wake();
    TablePage::wake();
}

bool EntityPage::isSettled() const
{
    return model().isRead() && m_table->isSettled() && m_drawer->isSettled();
}

void EntityPage::showInDrawer(const EntityId &id)
{
    m_drawer->showEntity(id);
}

QString EntityPage::drawerText() const
{
    return m_drawer->copyText();
}

} // namespace graticule
