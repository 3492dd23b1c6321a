// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/basic/tablehead.h"

#include <QStyleOptionHeader>

namespace graticule {

TableHead::TableHead(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true); // as a table's own
    setHighlightSections(false);
}

void TableHead::initStyleOptionForIndex(QStyleOptionHeader *option, int logicalIndex) const
{
    QHeaderView::initStyleOptionForIndex(option, logicalIndex);
    option->textAlignment = QStyle::visualAlignment(layoutDirection(), option->textAlignment) | Qt::AlignAbsolute;
}

} // namespace graticule
