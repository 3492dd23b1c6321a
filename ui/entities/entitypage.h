// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/entitytable/entitytablemodel.h"
#include "ui/entities/entitywords.h"
#include "ui/page/page.h"

class QMenu;

namespace graticule {

class Button;
class SelectionBar;
class EntityDrawer;
class EntityFilters;
class EntityTable;
class Label;
class ThemeSwitch;
class UndoBar;
class ViewState;

/// Every service, node or asset as a row: filtered, sorted, ticked, copied, exported; any row opens its drawer. Reads
/// the fleet when it is first seen.
class EntityPage : public Page
{
    Q_OBJECT

public:
    EntityPage(EntityKind kind, const ThemeSwitch &themes, FleetStore &store, UndoBar &undo, QWidget *parent = nullptr);

    QList<QWidget *> regions() const override;
    bool closeLayer() override;
    QString copyText() const override;
    QList<ConsoleAction> actions() override;
    bool isSettled() const override;
    void wake() override;

    void open(const EntityId &id);
    /// Shows only the rows that have @p value in the column of that word.
    void showOnly(const QString &word, const QString &value);

    /// Filters, order, columns.
    QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;

Q_SIGNALS:
    void siteAsked(const graticule::EntityId &site);
    void entityAsked(graticule::EntityKind kind, const graticule::EntityId &id);

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
    QList<EntityId> chosen() const;
    void closeDrawer();
    void arrange();

    EntityWords m_words;
    const ThemeSwitch &m_themes;
    FleetStore &m_store;
    UndoBar &m_undo;
    EntityTableModel m_model;
    EntityId m_wanted; ///< to be the current row once it is there
    Label *m_count = nullptr;
    Button *m_pending = nullptr;
    Button *m_columns = nullptr;
    Button *m_export = nullptr;
    EntityFilters *m_filters = nullptr;
    EntityTable *m_table = nullptr;
    ViewState *m_empty = nullptr;
    SelectionBar *m_selection = nullptr;
    EntityDrawer *m_drawer = nullptr;
};

} // namespace graticule
