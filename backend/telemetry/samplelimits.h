// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/instant.h"

namespace graticule {

/// What the sample store takes, and how long it keeps it. A value.
struct SampleLimits
{
    using Days = std::chrono::duration<int, std::ratio<86'400>>;

    Milliseconds late = std::chrono::hours(24);    ///< older than now: not taken
    Milliseconds future = std::chrono::minutes(5); ///< newer than now: not taken
    Milliseconds grace = std::chrono::minutes(2);  ///< after its end an hour waits so long for stragglers
    qint64 memory = 64 << 20;                      ///< bytes: of what is not sealed; beyond, hours are sealed in parts
    qint64 compressed = 8 << 20;                   ///< bytes: of samples in it; beyond, so are the fullest hours ...
    qint64 compressedEach = 256;                   ///< ... once a series has so much of them, on the average
    qint64 unsaved = 32 << 20;                     ///< bytes: of what cannot be written now; beyond, samples are shed
    qint64 queue = 1'000'000;                      ///< samples that wait for the writer; beyond, they are shed
    qint64 series = 200'000;                       ///< with samples in the last hours; beyond, new ones are shed

    Days rawKept{14};
    Days minutesKept{90};
    Days hoursKept{730};
};

} // namespace graticule
