// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sitetable/sitetablemodel.h"
#include "widgets/theme/themeswitch.h"

#include <QTableView>

namespace graticule {

class PinnedHead;
class SiteColumns;
class SiteLineDelegate;

/// The view of a SiteTableModel: heads of groups stay on top while their sites scroll, ticks choose sites, groups fold.
/// Nothing changes its place while the pointer is in it.
class SitesTable : public QTableView
{
    Q_OBJECT

public:
    SitesTable(const ThemeSwitch &themes, SiteTableModel &model, QWidget *parent = nullptr);

    /// The site in the current row; empty: none.
    EntityId currentSite() const;
    void setCurrentSite(const EntityId &site);
    /// Folds or unfolds the group of the current row.
    void foldCurrent(bool fold);
    void moveBy(int rows);
    /// Ticks or unticks the current site and goes on to the next.
    void tickCurrent();

    SiteColumns &columns() { return *m_columns; }

Q_SIGNALS:
    /// Enter, or double click.
    void opened(const graticule::EntityId &site);
    void currentSiteChanged(const graticule::EntityId &site);
    /// Where a menu for the current row is wanted.
    void menuAsked(const QPoint &global);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void resizeEvent(QResizeEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void press(int row, Qt::KeyboardModifiers modifiers);
    void tickTo(int row);
    void setFolded(int row, bool fold);
    void sortBy(int column);
    void placePinned();

    SiteTableModel &m_model;
    SiteLineDelegate *m_delegate = nullptr;
    SiteColumns *m_columns = nullptr;
    PinnedHead *m_pinned = nullptr;
    EntityId m_tickedLast; ///< from here Shift chooses
};

} // namespace graticule
