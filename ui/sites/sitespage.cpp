// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sites/sitespage.h"

#include "models/countedtext.h"
#include "ui/site/sitedrawer.h"
#include "ui/sites/sitestable.h"

#include <QMenu>

namespace graticule {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(graticule::SitesPage)

public:
    static TableWords all()
    {
        TableWords words{
            QStringLiteral("sites"),
            QStringLiteral("server"),
            tr("Sites"),
            tr("Words, or region:Europe  ( / )"),
            tr("Filter the sites"),
            tr("No site matches"),
            tr("No site is known"),
            tr("No site is current"),
            tr("Open the current site"),
            tr("Choose the current site"),
            tr("Chosen sites"),
            [](int count) { return format::counted(tr("%n sites are hidden by the filters.", nullptr, count), count); },
            [](int count) { return format::counted(tr("%n sites copied", nullptr, count), count); },
            [](int count) { return format::counted(tr("Export %n sites", nullptr, count), count); },
            [](int count, const QString &path) {
                return format::counted(tr("%n sites written to %1", nullptr, count), count).arg(path);
            },
            {},
            {}};
        for (const SiteField field :
             {SiteField::Region, SiteField::Provider, SiteField::Country, SiteField::State, SiteField::Through})
            words.groups << SiteFields::word(field);
        words.orders = {{int(SiteField::State), tr("State, worst first")},
                        {int(SiteField::Name), tr("Site, A to Z")},
                        {int(SiteField::Cpu), tr("CPU, most used first")},
                        {int(SiteField::Memory), tr("Memory, most used first")},
                        {int(SiteField::Storage), tr("Storage, most used first")},
                        {int(SiteField::Seen), tr("Seen, longest ago first")}};
        return words;
    }
};

} // namespace

SitesPage::SitesPage(const ThemeSwitch &themes, FleetStore &store, SitesModel &sites, ConsoleCommands &commands,
                     KeeperFacts &facts, UndoBar &undo, QWidget *parent)
    : TablePage(themes, store, std::make_unique<SiteTableModel>(sites, store), Words::all(), undo, parent)
    , m_store(store)
    , m_drawer(new SiteDrawer(themes, store, commands, facts, this))
{
    m_table = new SitesTable(themes, static_cast<SiteTableModel &>(model()), this);
    m_table->showTrails(store, commands);
    build(m_table, m_drawer);
    connect(m_drawer, &SiteDrawer::closeAsked, this, &SitesPage::closeDrawer);
    TableQuery query;
    query.group = int(SiteField::Region); // what a person who knows none of the sites can take in
    model().setTableQuery(query);
}

bool SitesPage::isSettled() const
{
    return m_drawer->isSettled() && m_table->isSettled();
}

void SitesPage::showOnly(SiteField field, const QString &value)
{
    TablePage::showOnly(SiteFields::word(field), value);
}

void SitesPage::showInDrawer(const EntityId &id)
{
    m_drawer->showSite(id);
}

QString SitesPage::drawerText() const
{
    return m_drawer->copyText();
}

void SitesPage::extendMenu(QMenu &menu, const EntityId &id)
{
    const Site *facts = m_store.tables().sites.find(id);
    if (!facts || facts->region.isEmpty())
        return;
    connect(menu.addAction(tr("Only %1").arg(facts->region)), &QAction::triggered, this,
            [this, region = facts->region] { showOnly(SiteField::Region, region); });
}

} // namespace graticule
