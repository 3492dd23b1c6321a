// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/error.h"
#include "backend/telemetry/samplecounts.h"

#include <QStringList>

namespace graticule {

/// What the store says of itself. A value.
struct SampleStatus
{
    SampleCounts counts;
    Error error;        ///< what is wrong with the disk now; empty text: nothing
    qint64 unsaved = 0; ///< samples that are not on disk yet
    bool isOpen = false;
    QStringList notes; ///< sentences on what happened to the store in this run, oldest first; the last few
};

} // namespace graticule
