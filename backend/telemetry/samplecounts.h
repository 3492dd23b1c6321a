// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace graticule {

/// What became of samples since the store was opened; what is not stored is counted, never silent. A value.
struct SampleCounts
{
    qint64 stored = 0;     ///< taken, late ones too
    qint64 outOfOrder = 0; ///< of those: older than one of their series that came before
    qint64 duplicate = 0;  ///< another value had come for that moment, which stays
    qint64 tooOld = 0;     ///< before what is taken
    qint64 tooNew = 0;     ///< of the future
    qint64 notNumber = 0;  ///< no finite number
    qint64 noRoom = 0;     ///< memory or disk had no room, or there are too many series
    qint64 queueFull = 0;  ///< came faster than they could be taken
    qint64 damaged = 0;    ///< chunks, or rows of the log, whose bytes are not what was written

    /// Samples that came and are not stored, duplicates not counted.
    qint64 shed() const { return tooOld + tooNew + notNumber + noRoom + queueFull; }

    friend bool operator==(const SampleCounts &, const SampleCounts &) = default;
};

} // namespace graticule
