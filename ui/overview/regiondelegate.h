// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/trails/grouptrails.h"
#include "widgets/basic/celldelegate.h"

class QTableView;

namespace graticule {

class RegionsModel;

/// Draws the rows of the region table: cells as everywhere, and how each region was as a lane.
class RegionDelegate : public CellDelegate
{
    Q_OBJECT

public:
    /// All outlive it.
    RegionDelegate(const ThemeSwitch &themes, QTableView &view, const RegionsModel &model, const GroupTrails &trails);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const ThemeSwitch &m_themes;
    const RegionsModel &m_model;
    const GroupTrails &m_trails;
};

} // namespace graticule
