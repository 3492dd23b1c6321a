// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/palettedelegate.h"

#include "models/palettemodel.h"
#include "ui/page/looks.h"
#include "ui/palette/emphasised.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/keychip.h"

#include <QPainter>

namespace graticule {

namespace {

constexpr int kSide = 12;
constexpr int kMark = 14;
constexpr int kGap = 8;
constexpr double kMostForKind = 0.55; ///< share of the row that kind or reason may take

} // namespace

PaletteDelegate::PaletteDelegate(const ThemeSwitch &themes, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_themes(themes)
{
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {10 * kRow, kRow};
}

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = m_themes.theme();
    painter->save();
    painter->setLayoutDirection(option.direction);
    if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver))
        painter->fillRect(option.rect,
                          theme.colour(option.state & QStyle::State_Selected ? Colour::Selected : Colour::Hover));
    const QString whyNot = index.data(PaletteModel::WhyNotRole).toString();
    const bool isFree = whyNot.isEmpty();
    LineLayout line(option.rect.adjusted(kSide, 0, -kSide, 0), option.direction);

    const QRect mark = line.takeLeading(kMark, kGap);
    const QVariant symbol = index.data(SymbolRole);
    if (!isFree)
        paintIcon(*painter, mark, QStringLiteral("lock"), kMark, theme, Colour::TextDisabled);
    else if (symbol.isValid())
        paintStateShape(*painter, mark, shapeOf(Symbol(symbol.toInt())), theme);
    else if (const QString icon = index.data(PaletteModel::IconRole).toString(); !icon.isEmpty())
        paintIcon(*painter, mark, icon, kMark, theme, Colour::Text2);

    if (const auto keys = index.data(PaletteModel::KeysRole).value<QKeySequence>(); !keys.isEmpty()) {
        const QString key = keyChipText(keys);
        paintKeyChip(*painter, line.takeTrailing(keyChipSize(key, theme).width(), kGap), key, theme);
    }
    const QString kind = isFree ? index.data(PaletteModel::KindRole).toString() : whyNot;
    const int most = int(line.rest().width() * kMostForKind);
    paintText(*painter, line.takeTrailing(std::min(most, textWidth(theme, TextStyle::Small, kind)), kGap), kind,
              {.style = TextStyle::Small, .colour = Colour::Text3}, theme);

    const QString title = index.data().toString();
    const auto titleParts = index.data(PaletteModel::TitlePartsRole).value<PaletteParts::Parts>();
    const int width = emphasisedWidth(title, titleParts, TextStyle::Body, theme);
    paintEmphasised(*painter, line.takeLeading(std::min(width, line.rest().width()), kGap), title, titleParts,
                    {.colour = !isFree                ? Colour::TextDisabled
                               : titleParts.isEmpty() ? Colour::Text
                                                      : Colour::Text2},
                    isFree ? Colour::Text : Colour::TextDisabled, theme);
    if (isFree)
        paintEmphasised(*painter, line.rest(), index.data(PaletteModel::DetailRole).toString(),
                        index.data(PaletteModel::DetailPartsRole).value<PaletteParts::Parts>(),
                        {.style = TextStyle::Small, .colour = Colour::Text3}, Colour::Text2, theme);
    painter->restore();
}

} // namespace graticule
