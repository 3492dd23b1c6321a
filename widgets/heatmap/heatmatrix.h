// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/tone.h"

#include <QStringList>

#include <array>
#include <limits>
#include <vector>

namespace graticule {

/// What a cell is beside its number. A step of the ramp says how much, never that it is bad.
enum class HeatKind : quint8 {
    Empty = 0, ///< not measured
    Value,
    Medium, ///< over what is usual
    High,   ///< over the limit
    Stale,  ///< too old: hatched
    NoAnswer,
    Self, ///< of something with itself: no number
};

struct HeatCell
{
    float value = std::numeric_limits<float>::quiet_NaN();
    HeatKind kind = HeatKind::Empty;
};

/// Neighbouring rows or columns that stand together.
struct HeatGroup
{
    QString name;
    int count = 0;
};

/// Rows or columns: their names, how loud each is said (a dead site's in critical; empty: all normal), their groups
/// (empty: one without a name; else their counts add up to all).
struct HeatHeads
{
    QStringList names;
    std::vector<Tone> tones;
    std::vector<HeatGroup> groups;

    int count() const { return int(names.size()); }
};

struct HeatMatrix
{
    HeatHeads rows;
    HeatHeads columns;
    std::vector<HeatCell> cells; ///< row by row

    bool isEmpty() const { return rows.names.isEmpty() || columns.names.isEmpty(); }
    const HeatCell &at(int row, int column) const
    {
        return cells[size_t(row) * size_t(columns.count()) + size_t(column)];
    }
};

/// How numbers become steps of the ramp and digits.
struct HeatScale
{
    std::array<float, 5> limits{20, 50, 100, 160, 230}; ///< from the second step on, ascending
    float factor = 1;                                   ///< what is written is the value times this: 100 for shares
    int decimals = 0;                                   ///< of numbers under 10; others have none
    char decimalMark = markHere();

    /// A point or a comma, as the window's language has it.
    static char markHere();

    int stepOf(float value) const
    {
        int step = 0;
        for (const float limit : limits)
            step += value >= limit ? 1 : 0;
        return step;
    }
    /// At most four letters: "213", "1.4", "12k".
    QByteArray textOf(float value) const;
};

} // namespace graticule
