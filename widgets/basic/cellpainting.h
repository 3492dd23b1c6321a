// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/basic/meter.h"
#include "widgets/theme/stateshape.h"
#include "widgets/theme/tone.h"

#include <QList>
#include <QString>

#include <optional>
#include <utility>

class QModelIndex;

namespace graticule {

/// Everything that one cell shows, fetched from the model once per painting.
struct CellContent
{
    std::optional<StateShape> symbol;
    QString text;
    Tone tone = Tone::Normal;
    bool strong = false;
    bool numeric = false;
    bool loading = false;
    QList<std::pair<StateShape, QString>> counts;
    std::optional<MeterLevel> meter; ///< none: not a meter cell
    QString badge;
    Tone badgeTone = Tone::Normal;

    /// What `index` says; `meterColumn` and `strong` are properties of the column.
    static CellContent of(const QModelIndex &index, bool meterColumn, bool strong);
};

/// Draws the content (no ground) into `box`, the inner part of the cell.
void paintCell(QPainter &painter, const QRect &box, const CellContent &cell, const Theme &theme);

/// Width that the content wants, without the cell's padding.
int cellWidth(const CellContent &cell, const Theme &theme);

} // namespace graticule
