// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entities/tickdelegate.h"

#include "models/entitytable/entitytablemodel.h"
#include "widgets/theme/icons.h"

#include <QPainter>

namespace graticule {

namespace {

constexpr int kTick = 14;
constexpr int kCheck = 12;
constexpr int kRadius = 3;

} // namespace

TickDelegate::TickDelegate(const ThemeSwitch &themes, QAbstractItemView &view, int tickColumn)
    : CellDelegate(themes, view)
    , m_themes(themes)
    , m_tickColumn(tickColumn)
{
}

void TickDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem look = option;
    const bool isChosen = index.data(EntityTableModel::ChosenRole).toBool();
    if (isChosen)
        look.state |= QStyle::State_Selected;
    CellDelegate::paint(painter, look, index);
    if (index.column() != m_tickColumn)
        return;
    const Theme &theme = m_themes.theme();
    QRect box(0, 0, kTick, kTick);
    box.moveCenter(option.rect.center());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(theme.colour(isChosen ? Colour::Accent : Colour::LineStrong));
    painter->setBrush(isChosen ? QBrush(theme.colour(Colour::Accent)) : QBrush());
    painter->drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
    painter->restore();
    if (isChosen)
        paintIcon(*painter, box, QStringLiteral("check"), kCheck, theme, Colour::OnAccent);
}

} // namespace graticule
