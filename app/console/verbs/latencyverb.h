// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/verbs/fleetverb.h"
#include "app/console/verbs/listing.h"
#include "backend/control/pastclient.h"
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
    void askPast();
    void ask();
    void take(const LinkWindowsAnswer &answer);
    void print(const LinkWindowsAnswer &answer);

    LinkWindowsQuery m_query;
    std::unique_ptr<PastClient> m_past;
    SnapshotPtr m_then;       ///< the fleet at --at; null: that of now is meant
    qsizetype m_beyond = 0;   ///< links of then that are more than may be asked for
    qsizetype m_pending = -1; ///< of the last answer; below 0: none yet
    bool m_isAsked = false;
};

/// A row a link, by the names of its sites. What is not known is null.
Listing latencyListing(const FleetTables &tables, const LinkWindowsAnswer &answer);

} // namespace graticule
