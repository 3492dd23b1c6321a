// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/tablemodel.h"
#include "widgets/basic/celldelegate.h"

#include <functional>

class QTableView;

namespace graticule {

/// Draws the lines of a table: rows as cells, heads of groups and "more" lines over the whole width.
class LineDelegate : public CellDelegate
{
    Q_OBJECT

public:
    /// What a cell shows: of the row that the model numbers so (TableLine::at).
    using Content = std::function<CellContent(int number, int column)>;

    LineDelegate(const ThemeSwitch &themes, QTableView &view, const TableModel &model);

    /// A quicker way to what a cell shows than the model's roles.
    void setContent(Content content) { m_content = std::move(content); }
    /// Draws the cells of columns of trails into their inner part: of the row that has that id.
    using TrailPainter = std::function<void(QPainter &painter, const QRect &box, TrailKind kind, const EntityId &row)>;
    void setTrailPainter(TrailPainter paint) { m_paintTrail = std::move(paint); }
    /// The row whose name is drawn as a link, for the pointer is on it; -1: none.
    void setLinkRow(int row);

    /// All lines of the view that meet @p area, and the ground below them.
    void paintLines(QPainter &painter, const QRect &area) const;
    /// The head of a group, for a line of the table and for the copy that stays on top of it.
    void paintHead(QPainter &painter, const QRect &line, const TableGroup &group, Qt::LayoutDirection direction) const;

private:
    /// A column where it is seen.
    struct Column
    {
        int column = 0;
        int left = 0;
        int width = 0;
    };

    QList<Column> columnsIn(const QRect &area) const;
    void paintRow(QPainter &painter, const QRect &line, int row, const QList<Column> &columns) const;
    void paintCell(QPainter &painter, const QRect &cell, int row, int column) const;
    void paintOther(QPainter &painter, const QRect &line, int row) const;
    void paintMore(QPainter &painter, const QRect &line, const TableGroup &group, Qt::LayoutDirection direction) const;

    const ThemeSwitch &m_themes;
    QTableView &m_view;
    const TableModel &m_model;
    Content m_content;
    TrailPainter m_paintTrail;
    int m_linkRow = -1;
};

} // namespace graticule
