// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sitetable/sitetablemodel.h"
#include "widgets/basic/celldelegate.h"

class QTableView;

namespace graticule {

/// Draws the lines of the table of sites: sites as cells, heads of groups and "more" lines over the whole width.
class SiteLineDelegate : public CellDelegate
{
    Q_OBJECT

public:
    SiteLineDelegate(const ThemeSwitch &themes, QTableView &view, const SiteTableModel &model);

    /// All lines of the view that meet @p area, and the ground below them.
    void paintLines(QPainter &painter, const QRect &area) const;
    /// The head of a group, for a line of the table and for the copy that stays on top of it.
    void paintHead(QPainter &painter, const QRect &line, const SiteGroup &group, Qt::LayoutDirection direction) const;

private:
    /// A column where it is seen.
    struct Column
    {
        int column = 0;
        int left = 0;
        int width = 0;
    };

    QList<Column> columnsIn(const QRect &area) const;
    void paintSite(QPainter &painter, const QRect &line, int row, const QList<Column> &columns) const;
    void paintCell(QPainter &painter, const QRect &cell, SiteField field, int site) const;
    void paintOther(QPainter &painter, const QRect &line, int row) const;
    void paintMore(QPainter &painter, const QRect &line, const SiteGroup &group, Qt::LayoutDirection direction) const;

    const ThemeSwitch &m_themes;
    QTableView &m_view;
    const SiteTableModel &m_model;
};

} // namespace graticule
