// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace graticule::bench {

/// What the system says a process has used, of all its threads.
struct ProcessFigures
{
    double cpuMs = 0;  ///< user and system
    double ownMb = 0;  ///< memory that is nobody else's and no file's: what can leak; MiB
    double pssMb = 0;  ///< memory, with its part of what it shares with others; MiB
    double peakMb = 0; ///< the highest pssMb since startPeak() or the process's begin, MiB

    /// All 0 when there is no such process.
    static ProcessFigures of(qint64 pid);
    /// Forgets the peak so far of this process.
    static void startPeak();
};

} // namespace graticule::bench
