// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/entitytable/entitytablemodel.h"
#include "widgets/theme/themeswitch.h"

#include <QTableView>

namespace graticule {

/// The view of an EntityTableModel: ticks choose rows, heads sort, columns come and go. Nothing changes its place while
/// the pointer is in it.
class EntityTable : public QTableView
{
    Q_OBJECT

public:
    EntityTable(const ThemeSwitch &themes, EntityTableModel &model, QWidget *parent = nullptr);

    /// What stands in the current row; empty: nothing.
    EntityId current() const;
    void setCurrent(const EntityId &id);
    void moveBy(int rows);
    /// Ticks or unticks the current row and goes on to the next.
    void tickCurrent();

    bool isColumnShown(int column) const { return !isColumnHidden(column); }
    /// As they were before anybody changed them.
    void resetColumns();
    /// In the order in which they are seen.
    QList<int> shownFields() const;
    /// Shown columns with their widths, in the order in which they are seen, and the reverse: unknown ones are ignored.
    QVariantList saveColumns() const;
    void restoreColumns(const QVariantList &columns);

Q_SIGNALS:
    /// Enter, or double click.
    void opened(const graticule::EntityId &id);
    void currentEntityChanged(const graticule::EntityId &id);
    /// Where a menu for the current row is wanted.
    void menuAsked(const QPoint &global);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void buildColumns();
    int firstWidth(int field) const;
    void press(int row, Qt::KeyboardModifiers modifiers);
    void toggle(const EntityId &id);
    void tickTo(int row);
    void sortBy(int column);
    int nameColumn() const { return 1; }

    EntityTableModel &m_model;
    EntityId m_tickedLast; ///< from here Shift chooses
};

} // namespace graticule
