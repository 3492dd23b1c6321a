// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/entities.h"

namespace graticule {

/// Processor time since boot, in ticks, over all processors.
struct CpuTimes
{
    double busy = 0;
    double total = 0;
    int processors = 0;
};

/// A mounted file system on a local disk.
struct LocalDisk
{
    QString device;
    QString path;

    friend bool operator==(const LocalDisk &, const LocalDisk &) = default;
};

/// What stays as it is while the machine runs.
struct HostIdentity
{
    QString id; ///< derived from the machine id, which itself is not to be shown
    QString name;
    QString system; ///< "Debian GNU/Linux 12 (bookworm)"
    QString kernel; ///< "Linux 6.1.0-18-amd64"
    Instant bootedAt = kNever;
};

/// One reading.
struct HostFigures
{
    CpuTimes cpu;
    Usage memory;      ///< bytes; used is what is not available to new programs
    double load1 = -1; ///< < 0: not known
};

} // namespace graticule
