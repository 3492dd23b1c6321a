// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/keymapdelegate.h"

#include "models/format.h"
#include "ui/palette/keymapmodel.h"
#include "widgets/theme/keychip.h"
#include "widgets/theme/textpainting.h"

#include <QPainter>

namespace graticule {

namespace {

constexpr int kSide = 16;
constexpr int kGap = 6;

} // namespace

KeyMapDelegate::KeyMapDelegate(const ThemeSwitch &themes, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_themes(themes)
{
}

QSize KeyMapDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {10 * kRow, kRow};
}

void KeyMapDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = m_themes.theme();
    painter->save();
    painter->setLayoutDirection(option.direction);
    LineLayout line(option.rect.adjusted(kSide, 0, -kSide, 0), option.direction);
    if (index.data(KeyMapModel::HeadingRole).toBool()) {
        if (index.row() > 0)
            painter->fillRect(QRect(option.rect.left(), option.rect.top(), option.rect.width(), 1),
                              theme.colour(Colour::Line));
        paintText(*painter, line.rest(), index.data().toString(),
                  {.style = TextStyle::BodyStrong, .colour = Colour::Text3}, theme);
        painter->restore();
        return;
    }
    if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver))
        painter->fillRect(option.rect,
                          theme.colour(option.state & QStyle::State_Selected ? Colour::Selected : Colour::Hover));
    const QStringList keys = index.data(KeyMapModel::KeysRole).toStringList();
    if (keys.isEmpty())
        paintText(*painter, line.takeTrailing(kGap + textWidth(theme, TextStyle::Small, format::missing()), kGap),
                  format::missing(), {.style = TextStyle::Small, .colour = Colour::Text3}, theme);
    for (auto key = keys.rbegin(); key != keys.rend(); ++key)
        paintKeyChip(*painter, line.takeTrailing(keyChipSize(*key, theme).width(), kGap), *key, theme);
    paintText(*painter, line.rest(), index.data().toString(), {.colour = Colour::Text}, theme);
    painter->restore();
}

} // namespace graticule
