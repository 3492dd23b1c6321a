// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/docker/dockervalues.h"
#include "backend/domain/states.h"

#include <QSet>

namespace graticule {

/// What one container says of its service.
struct ContainerVerdict
{
    Health health = Health::Unknown;
    QString text;           ///< why; empty: nothing to say
    bool wanted = false;    ///< it should run: counts as desired
    Instant since = kNever; ///< by the engine's clock; never: not known
};

/// What all containers of one service on one engine say together.
struct ServiceVerdict
{
    Health health = Health::Unknown;
    QString text;
    int desired = 0;
    int ready = 0;
    Instant since = kNever;
    bool passing = false; ///< will be judged differently by time alone: look again after a while
};

/// Judges by Docker's own rules; @p now is the engine's clock. @p stopAsked: a person or program stopped it, so an exit
/// code of its own death by signal is no failure. A container restarted at least twice, the last time within a minute
/// (the longest wait of the restart policy), is in a restart loop even in the moments in which it runs.
ContainerVerdict judge(const DockerContainer &container, bool stopAsked, Instant now);

/// @p containers is not empty. Of swarm tasks the newest in each slot counts, older ones are its history.
ServiceVerdict judge(const std::vector<const DockerContainer *> &containers, const QSet<QString> &stopAsked,
                     Instant now);

} // namespace graticule
