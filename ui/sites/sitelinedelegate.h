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

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// The head of a group, for a line of the table and for the copy that stays on top of it.
    void paintHead(QPainter &painter, const QRect &line, const SiteGroup &group, Qt::LayoutDirection direction) const;

private:
    void paintMore(QPainter &painter, const QRect &line, const SiteGroup &group, Qt::LayoutDirection direction) const;
    void paintTick(QPainter &painter, const QStyleOptionViewItem &option, bool isChosen) const;

    const ThemeSwitch &m_themes;
    QTableView &m_view;
    const SiteTableModel &m_model;
};

} // namespace graticule
