// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/basic/cellcontent.h"

#include "widgets/basic/cellroles.h"
#include "widgets/basic/chip.h"
#include "widgets/theme/textpainting.h"

#include <QModelIndex>
#include <QVariant>

#include <cmath>

namespace graticule {

namespace {

std::optional<double> number(const QVariant &value)
{
    bool ok = false;
    const double out = value.toDouble(&ok);
    return ok && std::isfinite(out) ? std::optional(out) : std::nullopt;
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

int cellWidth(const CellContent &cell, const Theme &theme)
{
    using namespace celllayout;
    if (cell.meter)
        return meterWidest + gap + meterText;
    int width = 0;
    for (const auto &[shape, count] : cell.counts)
        width += countShape + 4 + textWidth(theme, TextStyle::Small, count) + countGap;
    if (width > 0)
        return width;
    if (cell.symbol)
        width += tokens::size::shapeTable + tokens::space::s;
    width += textWidth(theme, cell.textStyle(), cell.text);
    if (!cell.badge.isEmpty())
        width += gap + chipSize(cell.badge, theme).width();
    return width;
}

} // namespace graticule
