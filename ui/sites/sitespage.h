// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sitetable/sitetablemodel.h"
#include "ui/page/keeperfacts.h"
#include "ui/page/page.h"

class QMenu;

namespace graticule {

class Button;
class FilterRow;
class Label;
class SelectionBar;
class SiteDrawer;
class SitesTable;
class ThemeSwitch;
class UndoBar;
class ViewState;

/// Every site as a row: filtered, grouped, sorted, ticked, copied, exported; any row opens its drawer.
class SitesPage : public Page
{
    Q_OBJECT

public:
    SitesPage(const ThemeSwitch &themes, FleetStore &store, SitesModel &sites, ConsoleCommands &commands,
              KeeperFacts &facts, UndoBar &undo, QWidget *parent = nullptr);

    QList<QWidget *> regions() const override;
    bool closeLayer() override;
    QString copyText() const override;
    QList<ConsoleAction> actions() override;
    bool isSettled() const override;

    void openSite(const EntityId &site);
    /// Shows only the sites of which @p field is @p value.
    void showOnly(SiteField field, const QString &value);

    /// Filters, order, columns, folds.
    QVariantMap saveState() const override;
    void restoreState(const QVariantMap &table) override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildHead();
    void connectParts();
    void fillColumns(QMenu &menu);
    void showMenu(const QPoint &global);
    void showCounts();
    void showSelection();
    void exportCsv();
    void copyChosen();
    QList<EntityId> chosenOrAll() const;
    QList<EntityId> chosen() const;
    void closeDrawer();
    void arrange();

    const ThemeSwitch &m_themes;
    FleetStore &m_store;
    UndoBar &m_undo;
    SiteTableModel m_model;
    Label *m_count = nullptr;
    Button *m_pending = nullptr;
    Button *m_columns = nullptr;
    Button *m_export = nullptr;
    FilterRow *m_filters = nullptr;
    SitesTable *m_table = nullptr;
    ViewState *m_empty = nullptr;
    SelectionBar *m_selection = nullptr;
    SiteDrawer *m_drawer = nullptr;
};

} // namespace graticule
