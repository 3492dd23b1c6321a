// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/error.h"

namespace graticule {

/// lab.yaml of a home: whether its lab runs, how large, which world.
struct LabFile
{
    bool running = false;
    int sites = 0;    ///< 0: not said
    quint64 seed = 0; ///< 0: not said
    QString text;     ///< what was wrong with the file; the lab is then off
};

/// A file that does not exist is a lab that does not run.
LabFile readLabFile(const QString &path);
Result<Done> writeLabFile(const QString &path, const LabFile &lab);

} // namespace graticule
