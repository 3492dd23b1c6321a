// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/instant.h"
#include "backend/domain/labels.h"
#include "backend/domain/site.h"

namespace graticule {

/// One thing that a Prometheus server scrapes or probes, as it was told of last.
struct PrometheusTarget
{
    enum class Kind { Service, Node, Probe };
    enum class State { Unknown, Up, Down };

    Labels labels;
    const Site *site = nullptr;    ///< of PrometheusSites, as is:
    const Site *vantage = nullptr; ///< from where it would be probed
    Kind kind = Kind::Service;
    State state = State::Unknown;
    Instant seen = kNever; ///< by our clock
    bool isSilent = false; ///< it is not told of any more
};

} // namespace graticule
