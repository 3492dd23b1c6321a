// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/records/recordcheck.h"
#include "backend/records/recordline.h"

#include <QSet>

#include <vector>

namespace graticule {

/// Whole lines of a record file, checked by themselves: since each record states its hash, blocks can be checked at the
/// same time. Any thread.
struct RecordBlock
{
    QByteArray bytes;     ///< ends with a line feed, unless the file ends within a line
    LineHead before;      ///< the line before, as it says of itself; number 0: none
    QSet<quint64> wanted; ///< numbers of lines to hand out

    struct Found
    {
        RecordFlawKind flaw = RecordFlawKind::None;
        quint64 number = 0;
        quint64 until = 0;
        Instant at = kNever;
        quint64 records = 0; ///< good ones
        LineHead first;
        LineHead last; ///< of the good ones
        std::vector<LineHead> wanted;
    };

    Found check() const;
};

} // namespace graticule
