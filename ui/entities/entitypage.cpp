// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entities/entitypage.h"

#include "models/acting/actiontext.h"
#include "ui/acting/offerrows.h"
#include "ui/entities/entitydrawer.h"
#include "ui/entities/entitywords.h"
#include "ui/table/tableview.h"

#include <QMenu>

namespace graticule {

EntityPage::EntityPage(EntityKind kind, const ThemeSwitch &themes, FleetStore &store, SampleCalls &calls, UndoBar &undo,
                       QWidget *parent)
    : TablePage(themes, store, std::make_unique<EntityTableModel>(kind, store), EntityWords::of(kind), undo, parent)
    , m_kind(kind)
    , m_drawer(new EntityDrawer(kind, themes, store, this))
{
    m_table = new TableView(themes, model(), EntityWords::of(kind).page, this);
    m_table->showTrails(store, calls);
    build(m_table, m_drawer);
    connect(m_drawer, &EntityDrawer::closeAsked, this, &EntityPage::closeDrawer);
    connect(m_drawer, &EntityDrawer::siteAsked, this, &EntityPage::siteAsked);
    connect(m_drawer, &EntityDrawer::entityAsked, this, &EntityPage::entityAsked);
}

void EntityPage::setActing(ActingDesk &desk)
{
    m_drawer->setActing(desk);
}

/// The drawer says what it can be done to, and through which connection; so it is opened first.
void EntityPage::propose(const QString &verb)
{
    if (m_drawer->isHidden())
        open(m_table->current());
    m_drawer->offers()->propose(verb);
}

QString EntityPage::whyNot(const QString &verb) const
{
    if (m_drawer->isHidden())
        return m_table->current().isEmpty() ? EntityWords::of(m_kind).noneCurrent : QString();
    const ActionOffers::Row *row = m_drawer->offers()->offers().find(verb);
    if (row)
        return row->isOpen ? QString() : row->words;
    return tr("What is shown does not offer it");
}

QList<ConsoleAction> EntityPage::actions()
{
    QList<ConsoleAction> all = TablePage::actions();
    if (!m_drawer->offers())
        return all;
    const EntityWords words = EntityWords::of(m_kind);
    for (const QString &verb : ActionText::usualOf(m_kind == EntityKind::Node)) {
        ConsoleAction action;
        action.id = words.page + QLatin1Char('.') + verb;
        action.title = tr("%1 …", "a verb; it asks first").arg(ActionText::verb(verb));
        action.section = words.title;
        action.keys = {OfferRows::keyOf(verb)};
        action.run = [this, verb] { propose(verb); };
        action.whyNot = [this, verb] { return whyNot(verb); };
        action.scope = this;
        action.icon = words.icon;
        action.words = ActionText::does(verb);
        all << action;
    }
    return all;
}

void EntityPage::extendMenu(QMenu &menu, const EntityId &id)
{
    if (!m_drawer->offers())
        return;
    for (const QString &verb : ActionText::usualOf(m_kind == EntityKind::Node)) {
        QAction *action = menu.addAction(tr("%1 …", "a verb; it asks first").arg(ActionText::verb(verb)));
        action->setShortcut(OfferRows::keyOf(verb));
        connect(action, &QAction::triggered, this, [this, id, verb] {
            open(id);
            m_drawer->offers()->propose(verb);
        });
    }
    menu.addSeparator();
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
