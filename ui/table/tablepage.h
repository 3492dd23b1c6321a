// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleetstore.h"
#include "models/table/tablemodel.h"
#include "ui/page/page.h"
#include "ui/table/tablewords.h"

#include <memory>

class QMenu;

namespace graticule {

class Button;
class FilterRow;
class Label;
class SelectionBar;
class TableView;
class ThemeSwitch;
class UndoBar;
class ViewState;

/// Every thing of one kind as a row: filtered, grouped, sorted, ticked, copied, exported; any row opens its drawer.
class TablePage : public Page
{
    Q_OBJECT

public:
    QList<QWidget *> regions() const override;
    bool closeLayer() override;
    QString copyText() const override;
    QList<ConsoleAction> actions() override;
    void wake() override { m_model->setAsleep(false); }
    void sleep() override { m_model->setAsleep(true); }

    void open(const EntityId &id);
    /// Shows only the rows that have @p value in the column of that word.
    void showOnly(const QString &word, const QString &value);

    /// Filters, order, groups, columns, folds.
    QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;

protected:
    TablePage(const ThemeSwitch &themes, FleetStore &store, std::unique_ptr<TableModel> model, TableWords words,
              UndoBar &undo, QWidget *parent);

    /// To be called once, by whoever inherits: puts the frame around both, which become children.
    void build(TableView *table, QWidget *drawer);
    void closeDrawer();
    /// What is said of a table without rows may be another thing now.
    static QString countText(int matches, int total, int twice);
    void showCounts();

    /// Empty: nothing is to be shown any more.
    virtual void showInDrawer(const EntityId &id) = 0;
    virtual QString drawerText() const = 0;
    /// Adds what a kind has of its own to the menu of a row.
    virtual void extendMenu(QMenu &menu, const EntityId &id);

    QWidget *drawer() const { return m_drawer; }
    TableModel &model() { return *m_model; }
    const TableModel &model() const { return *m_model; }

    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildHead();
    void settle();
    void connectParts();
    void fillColumns(QMenu &menu);
    void showMenu(const QPoint &global);
    void showNothing();
    void showSelection();
    void exportCsv();
    void copyChosen();
    QList<EntityId> chosen() const;
    void arrange();

    const ThemeSwitch &m_themes;
    FleetStore &m_store;
    UndoBar &m_undo;
    std::unique_ptr<TableModel> m_model;
    TableWords m_words;
    EntityId m_wanted; ///< to be the current row once it is there
    Label *m_count = nullptr;
    Label *m_hint = nullptr;
    Button *m_pending = nullptr;
    Button *m_columns = nullptr;
    Button *m_export = nullptr;
    FilterRow *m_filters = nullptr;
    TableView *m_table = nullptr;
    ViewState *m_empty = nullptr;
    SelectionBar *m_selection = nullptr;
    QWidget *m_drawer = nullptr;
};

} // namespace graticule
