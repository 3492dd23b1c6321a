// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sitetable/sitetablemodel.h"
#include "ui/page/keeperfacts.h"
#include "ui/table/tablepage.h"

namespace graticule {

class SiteDrawer;
class SitesTable;

/// Every site as a row.
class SitesPage : public TablePage
{
    Q_OBJECT

public:
    SitesPage(const ThemeSwitch &themes, FleetStore &store, SitesModel &sites, ConsoleCommands &commands,
              KeeperFacts &facts, UndoBar &undo, QWidget *parent = nullptr);

    bool isSettled() const override;

    void openSite(const EntityId &site) { open(site); }
    /// Shows only the sites of which @p field is @p value.
    void showOnly(SiteField field, const QString &value);

protected:
    void showInDrawer(const EntityId &id) override;
    QString drawerText() const override;
    void extendMenu(QMenu &menu, const EntityId &id) override;

private:
    FleetStore &m_store;
    SitesTable *m_table = nullptr;
    SiteDrawer *m_drawer = nullptr;
};

} // namespace graticule
