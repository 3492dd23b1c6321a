// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/entityid.h"
#include "backend/domain/instant.h"

#include <QString>

namespace graticule {

/// One measured value. `metric` names unit and meaning: "rtt.ms", "cpu.cores", "memory.bytes", "load1".
struct Sample
{
    EntityId entity;
    QString metric;
    Instant at = kNever;
    double value = 0;

    friend bool operator==(const Sample &, const Sample &) = default;
};

} // namespace graticule
