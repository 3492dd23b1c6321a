// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace graticule::cell {

/// What CellDelegate asks a model for, beside Qt's DisplayRole and ToolTipRole. A cell is drawn as
/// [symbol] text [badge], or counts, or a meter with its text. The first block has the numbers of models/modelroles.h,
/// which may not be included from here; ui/page compares the two.
enum Role : int {
    Symbol = Qt::UserRole + 0x101,  ///< StateShape, as int; absent: none
    Tone = Qt::UserRole + 0x102,    ///< Tone of the text, as int; absent: Normal
    Numeric = Qt::UserRole + 0x104, ///< bool: right-aligned
    Counts = Qt::UserRole + 0x105,  ///< QVariantList of pairs [StateShape as int, QString]
    Share = Qt::UserRole + 0x106,   ///< double 0..1 for a meter; absent in a meter column: not known

    Mark = Qt::UserRole + 0x180, ///< double 0..1, a second value as a tick on the meter
    Stale,                       ///< bool: the meter's value is the last known, too old
    Badge,                       ///< QString: a chip after the text
    BadgeTone,                   ///< Tone of that chip, as int
    Bar,                         ///< Tone, as int: a bar of 3 px at the row's leading edge; asked of the first column
    Loading,                     ///< bool: a grey bar stands for what is still to come
};

} // namespace graticule::cell
