// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/error.h"

#include <QList>

namespace graticule {

/// lab.yaml of a home: whether its lab runs, how large, which world, and what was broken in it.
struct LabFile
{
    /// Something done to the lab, to be done again when it starts anew.
    struct Step
    {
        QString kind; ///< of a fault, or "heal"
        QString target;
        int seconds = 0; ///< of clock-wrong; 0: not said

        friend bool operator==(const Step &, const Step &) = default;
    };

    bool running = false;
    int sites = 0;    ///< 0: not said
    quint64 seed = 0; ///< 0: not said
    QString text;     ///< what was wrong with the file; the lab is then off
    QList<Step> faults = {};
};

/// A file that does not exist is a lab that does not run.
LabFile readLabFile(const QString &path);
Result<Done> writeLabFile(const QString &path, const LabFile &lab);

} // namespace graticule
