// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/regiondelegate.h"

#include "models/regionsmodel.h"
#include "ui/page/historylane.h"

#include <QPainter>
#include <QTableView>

namespace graticule {

RegionDelegate::RegionDelegate(const ThemeSwitch &themes, QTableView &view, const RegionsModel &model,
                               const GroupTrails &trails)
    : CellDelegate(themes, view)
    , m_themes(themes)
    , m_model(model)
    , m_trails(trails)
{
}

void RegionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    CellDelegate::paint(painter, option, index); // of a lane's cell the ground
    if (index.column() != RegionsModel::States)
        return;
    painter->save();
    painter->setLayoutDirection(option.direction);
    HistoryLane::paint(*painter, innerOf(option.rect), m_trails.find(m_model.region(index.row())), m_themes.theme());
    painter->restore();
}

} // namespace graticule
