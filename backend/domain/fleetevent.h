// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/entityid.h"
#include "backend/domain/instant.h"

#include <QList>

namespace graticule {

enum class EventKind { Unknown = 0, Normal = 1, Warning = 2 };

/// Something that happened at an endpoint, in the platform's own words. No fact: nothing is concluded from it.
struct FleetEvent
{
    Instant at;             ///< the last time, by our clock
    Instant first = kNever; ///< the first time, where it has come several times
    EntityId connection;
    EntityId site;
    EntityId node;   ///< where it happened; empty: on none, or not known
    EntityId entity; ///< which it is about: a placement or a node; empty: nothing that the fleet has
    QString object;  ///< as the platform calls it: "pod web-6d4f7", "container batch"
    EventKind kind = EventKind::Unknown;
    QString reason; ///< "BackOff", "oom", "die"
    QString text;
    int count = 1;
    QString key; ///< the platform's own name of it: the same one again replaces what was told before

    friend bool operator==(const FleetEvent &, const FleetEvent &) = default;
};

struct EventQuery
{
    static constexpr int kMost = 10'000;

    EntityId target; ///< site, node, service, placement or connection; empty: all
    Instant from = kNever;
    Instant until = kNever; ///< never: now
    int most = 500;         ///< the newest
};

struct EventAnswer
{
    QList<FleetEvent> events;   ///< newest first
    Instant keptSince = kNever; ///< nothing is missing from then on; never: no connection tells events of that
    bool hasMore = false;       ///< older ones that were asked for and are kept
};

} // namespace graticule
