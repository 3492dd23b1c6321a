// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/themeswitch.h"

#include <QAbstractItemView>
#include <QPersistentModelIndex>
#include <QPointer>
#include <QSet>
#include <QStyledItemDelegate>

class QHeaderView;

namespace graticule {

/// Draws the rows of every table and tree of the console from the roles in cellroles.h. One per view.
///
/// Grounds are of whole rows: hovered, selected, and a ring inside the current row while the keyboard leads.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// Becomes the delegate of `view` (a QTableView or QTreeView) and its child, and sets what all our tables share:
    /// whole rows of the theme's height, no grid, hover.
    CellDelegate(const ThemeSwitch &themes, QAbstractItemView &view);

    /// Cells of this column are capacity bars.
    void setMeterColumn(int column);
    /// Cells of this column are in medium weight: the name by which a person finds the row.
    void setStrongColumn(int column);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void dress();
    void fitRows();
    void hover(const QModelIndex &index);
    void paintGround(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintFocus(QPainter &painter, const QRect &cell, const QModelIndex &index) const;
    const QHeaderView *header() const;
    /// True if `column` is the first (or last) that is seen.
    bool isEdge(int column, bool first) const;

    const ThemeSwitch &m_themes;
    QAbstractItemView &m_view;
    QPersistentModelIndex m_hovered; // of the hovered row's first column
    QSet<int> m_meters;
    QSet<int> m_strong;
};

} // namespace graticule
