// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/verbs/fleetverb.h"
#include "app/console/verbs/listing.h"
#include "backend/telemetry/linkwindow.h"

namespace graticule {

/// `graticule latency`: what the links between sites came to in a stretch of time, beside what is usual.
class LatencyVerb : public FleetVerb
{
    Q_OBJECT

public:
    using FleetVerb::FleetVerb;

    static VerbEntry entry();

    void start() override;

protected:
    void look() override;
    void timedOut() override { ask(); }

private:
    Result<LinkWindowsQuery> query() const;
    void ask();
    void print(const LinkWindowsAnswer &answer);

    LinkWindowsQuery m_query;
    bool m_isAsked = false;
};

/// A row a link, by the names of its sites. What is not known is null.
Listing latencyListing(const FleetTables &tables, const LinkWindowsAnswer &answer);

} // namespace graticule
