// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/tablemodel.h"
#include "widgets/theme/themeswitch.h"

#include <QTableView>

namespace graticule {

class LineDelegate;
class PinnedHead;
class FleetStore;
class SampleCalls;
class TableColumns;
class TrailCells;

/// The view of a TableModel: heads of groups stay on top while their rows scroll, ticks choose rows, groups fold, names
/// are links, heads sort, columns come and go. Nothing changes its place while the pointer is in it.
class TableView : public QTableView
{
    Q_OBJECT

public:
    /// @p page begins the ids of what explains the columns (FigureTexts).
    TableView(const ThemeSwitch &themes, TableModel &model, const QString &page, QWidget *parent = nullptr);

    /// What stands in the current row; empty: nothing, or the head of a group.
    EntityId current() const;
    void setCurrent(const EntityId &id);
    /// Folds or unfolds the group of the current row.
    void foldCurrent(bool fold);
    void moveBy(int rows);
    /// Ticks or unticks the current row and goes on to the next.
    void tickCurrent();

    /// Fills the columns of trails with what these tell; both outlive the view.
    void showTrails(FleetStore &store, SampleCalls &calls);
    /// What is in view is told.
    bool isSettled() const;

    TableColumns &columns() { return *m_columns; }
    const TableColumns &columns() const { return *m_columns; }

Q_SIGNALS:
    /// Enter, a press on the name, or double click.
    void opened(const graticule::EntityId &id);
    void currentEntityChanged(const graticule::EntityId &id);
    /// Where a menu for the current row is wanted.
    void menuAsked(const QPoint &global);

protected:
    LineDelegate &lines() { return *m_delegate; }

    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void resizeEvent(QResizeEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void press(int row, Qt::KeyboardModifiers modifiers);
    void toggle(const EntityId &id);
    void tickTo(int row);
    void setFolded(int row, bool fold);
    void sortBy(int column);
    void placePinned();
    void lookAtFirstRows();
    /// Row of the name at that place of the viewport; -1: something else is there.
    int nameAt(const QPoint &point) const;

    const ThemeSwitch &m_themes;
    TableModel &m_model;
    LineDelegate *m_delegate = nullptr;
    TableColumns *m_columns = nullptr;
    PinnedHead *m_pinned = nullptr;
    TrailCells *m_trails = nullptr; ///< null: columns of trails stay empty
    EntityId m_tickedLast;          ///< from here Shift chooses
    EntityId m_pressed;             ///< the name on which the button went down
    bool m_hasRows = false;
};

} // namespace graticule
