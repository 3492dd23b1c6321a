// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/records/actrecord.h"
#include "backend/records/recordcheck.h"

namespace graticule {

/// Some of the acts that were asked for.
struct ActsPart
{
    QList<RecordedAct> acts;
    bool finished = false;
    ActRecord::State state; ///< with the last
    Error error;            ///< with the last; text empty: no failure
};

/// How a check of the record is getting on.
struct CheckProgress
{
    qint64 bytes = 0;
    qint64 of = 0;
    bool finished = false;
    RecordVerdict verdict; ///< with the last
    Error error;           ///< with the last: why nothing was found out; text empty: it was
};

} // namespace graticule
