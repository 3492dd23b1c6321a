// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/basic/cellpainter.h"
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
    /// For delegates that draw whole rows at once. Hovered row; -1: none.
    int hoveredRow() const { return m_hovered.isValid() ? m_hovered.row() : -1; }
    /// The ground of a cell or of a whole row, and the line below it.
    void paintGround(QPainter &painter, const QRect &box, bool isSelected, bool isHovered) const;
    /// The current row has a ring while the keyboard leads.
    bool hasRing(const QModelIndex &index) const;
    void paintRing(QPainter &painter, const QRect &row) const;
    CellPainter &cells() const { return m_cells; }
    /// The part of a cell in which its content stands.
    static QRect innerOf(const QRect &cell);
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void dress();
    void fitRows();
    void hover(const QModelIndex &index);
    void paintBar(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintFocus(QPainter &painter, const QRect &cell, const QModelIndex &index) const;
    const QHeaderView *header() const;
    /// True if `column` is the first (or last) that is seen.
    bool isEdge(int column, bool first) const;

    const ThemeSwitch &m_themes;
    QAbstractItemView &m_view;
    QPersistentModelIndex m_hovered; // of the hovered row's first column
    QSet<int> m_meters;
    QSet<int> m_strong;
    mutable CellPainter m_cells; ///< what it keeps changes nothing that is seen
};

} // namespace graticule
