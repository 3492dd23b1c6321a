// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace graticule {

/// The heads of a table's columns. Their texts stand at the side at which those of the cells begin, also in languages
/// that are read from the right: Qt takes a head's alignment for that of the screen where the text itself is Latin.
class TableHead : public QHeaderView
{
    Q_OBJECT

public:
    explicit TableHead(QWidget *parent = nullptr);

protected:
    void initStyleOptionForIndex(QStyleOptionHeader *option, int logicalIndex) const override;
};

} // namespace graticule
