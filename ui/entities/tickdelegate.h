// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/basic/celldelegate.h"

namespace graticule {

/// Draws the rows of an EntityTableModel: cells like everywhere, and a tick where a row is chosen.
class TickDelegate : public CellDelegate
{
    Q_OBJECT

public:
    TickDelegate(const ThemeSwitch &themes, QAbstractItemView &view, int tickColumn);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const ThemeSwitch &m_themes;
    int m_tickColumn;
};

} // namespace graticule
