// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/basic/cellpainting.h"

#include "widgets/basic/cellroles.h"
#include "widgets/basic/chip.h"
#include "widgets/basic/skeletonrows.h"
#include "widgets/theme/textpainting.h"

#include <QModelIndex>
#include <QPainter>
#include <QVariant>

#include <algorithm>
#include <cmath>

namespace graticule {

namespace {

constexpr int gap = 6;
constexpr int countGap = 8;
constexpr int countShape = 12;
constexpr int meterText = 40; // room for "100 %" behind the bar
constexpr int meterWidest = 80;

std::optional<double> number(const QVariant &value)
{
    bool ok = false;
    const double out = value.toDouble(&ok);
    return ok && std::isfinite(out) ? std::optional(out) : std::nullopt;
}

TextStyle textStyle(const CellContent &cell)
{
    return cell.strong ? TextStyle::BodyStrong : TextStyle::Body;
}

void paintCounts(QPainter &painter, LineLayout line, const CellContent &cell, const Theme &theme)
{
    for (const auto &[shape, count] : cell.counts) {
        const int width = textWidth(theme, TextStyle::Small, count);
        if (line.rest().width() < countShape + 4 + width)
            return; // a half-cut number would be a wrong one
        paintStateShape(painter, line.takeLeading(countShape, 4).adjusted(0, 0, 0, 0), shape, theme);
        paintText(painter, line.takeLeading(width, countGap), count,
                  {.style = TextStyle::Small, .elide = Qt::ElideNone}, theme);
    }
}

void paintMeterCell(QPainter &painter, LineLayout line, const CellContent &cell, const Theme &theme)
{
    const int bar = std::clamp(line.rest().width() - meterText - gap, 24, meterWidest);
    paintMeter(painter, line.takeLeading(bar, gap), *cell.meter, theme);
    paintText(painter, line.rest(), cell.text, {.style = TextStyle::Small, .colour = textColour(cell.tone)}, theme);
}

} // namespace

CellContent CellContent::of(const QModelIndex &index, bool meterColumn, bool strong)
{
    CellContent out;
    out.loading = index.data(cell::Loading).toBool();
    if (out.loading)
        return out;
    out.text = index.data(Qt::DisplayRole).toString();
    out.tone = static_cast<Tone>(index.data(cell::Tone).toInt());
    out.numeric = index.data(cell::Numeric).toBool();
    out.strong = strong;
    if (const QVariant symbol = index.data(cell::Symbol); symbol.isValid())
        out.symbol = static_cast<StateShape>(symbol.toInt());
    for (const QVariant &pair : index.data(cell::Counts).toList()) {
        const QVariantList both = pair.toList();
        if (both.size() == 2)
            out.counts.append({static_cast<StateShape>(both[0].toInt()), both[1].toString()});
    }
    out.badge = index.data(cell::Badge).toString();
    out.badgeTone = static_cast<Tone>(index.data(cell::BadgeTone).toInt());
    if (meterColumn)
        out.meter = MeterLevel{.value = number(index.data(cell::Share)),
                               .mark = number(index.data(cell::Mark)),
                               .stale = index.data(cell::Stale).toBool()};
    return out;
}

void paintCell(QPainter &painter, const QRect &box, const CellContent &cell, const Theme &theme)
{
    if (cell.loading)
        return paintSkeletonBar(painter, box, box.width() * 7 / 10, theme);
    LineLayout line(box, painter.layoutDirection());
    if (!cell.counts.isEmpty())
        return paintCounts(painter, line, cell, theme);
    if (cell.meter)
        return paintMeterCell(painter, line, cell, theme);
    if (cell.symbol)
        paintStateShape(painter, line.takeLeading(tokens::size::shapeTable, tokens::space::s), *cell.symbol, theme);
    TextLook look{.style = textStyle(cell), .colour = textColour(cell.tone)};
    if (cell.numeric)
        look.alignment = Qt::AlignRight;
    if (!cell.badge.isEmpty()) {
        const int chip = chipSize(cell.badge, theme).width();
        const int room = std::max(0, line.rest().width() - chip - gap);
        paintText(painter, line.takeLeading(std::min(room, textWidth(theme, look.style, cell.text)), gap), cell.text,
                  look, theme);
        return paintChip(painter, line.rest(), cell.badge, cell.badgeTone, theme);
    }
    paintText(painter, line.rest(), cell.text, look, theme);
}

int cellWidth(const CellContent &cell, const Theme &theme)
{
    if (cell.meter)
        return meterWidest + gap + meterText;
    int width = 0;
    for (const auto &[shape, count] : cell.counts)
        width += countShape + 4 + textWidth(theme, TextStyle::Small, count) + countGap;
    if (width > 0)
        return width;
    if (cell.symbol)
        width += tokens::size::shapeTable + tokens::space::s;
    width += textWidth(theme, textStyle(cell), cell.text);
    if (!cell.badge.isEmpty())
        width += gap + chipSize(cell.badge, theme).width();
    return width;
}

} // namespace graticule
