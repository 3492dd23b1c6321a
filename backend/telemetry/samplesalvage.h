// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace graticule {

/// Rescues what can be read of a damaged sample store. Waits for disks.
class SampleSalvage
{
public:
    struct Outcome
    {
        bool isDone = false;
        qint64 rows = 0;    ///< that were saved
        qint64 damaged = 0; ///< that were seen, and had other bytes than were written
        QString setAside;   ///< where the damaged file is now; empty: at its place, nothing was done
        QString trouble;    ///< why it is not done; no sentence
    };
    static constexpr int kMostCopies = 2; ///< damaged files that are kept: the newest

    /// Renames the store @p path (it gets ".damaged-..." behind its name) and makes a new one of what is sound in it:
    /// tables are read from both ends, so that one damaged page costs what is on it. A damaged first page is made anew.
    /// When that fails, the store gets its name back. Nobody writes the store meanwhile.
    static Outcome salvage(const QString &path, qint64 nowMs);
};

} // namespace graticule
