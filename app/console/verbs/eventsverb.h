// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/verbs/fleetverb.h"
#include "app/console/verbs/listing.h"
#include "backend/control/logreading.h"

namespace graticule {

/// `graticule events`: what happened at the endpoints, in their own words.
class EventsVerb : public FleetVerb
{
    Q_OBJECT

public:
    using FleetVerb::FleetVerb;

    static VerbEntry entry();

    void start() override;

protected:
    void look() override;
    void timedOut() override;

private:
    void ask(const EntityId &target);
    void print(const EventAnswer &answer);

    EventQuery m_query;
    bool m_isAsked = false;
};

/// A row an event, in the order given; @p tables tell the names.
Listing eventListing(const QList<FleetEvent> &events, const FleetTables &tables);

} // namespace graticule
