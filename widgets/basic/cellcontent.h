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

/// How the parts of a cell stand, pixels.
namespace celllayout {
inline constexpr int gap = 6;
inline constexpr int countGap = 8;
inline constexpr int countShape = 12;
inline constexpr int meterText = 40; // room for "100 %" behind the bar
inline constexpr int meterWidest = 80;
inline constexpr int meterLeast = 24;
} // namespace celllayout

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

    TextStyle textStyle() const { return strong ? TextStyle::BodyStrong : TextStyle::Body; }
};

/// Width that the content wants, without the cell's padding.
int cellWidth(const CellContent &cell, const Theme &theme);

} // namespace graticule
