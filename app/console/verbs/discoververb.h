// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/verbs/listing.h"
#include "app/console/verbs/verb.h"

namespace graticule {

/// `graticule discover`: endpoints that could be connected to, as seen from the keeper's host.
class DiscoverVerb : public Verb
{
    Q_OBJECT

public:
    using Verb::Verb;

    static VerbEntry entry();

    void start() override;
};

Listing endpointListing(const QList<DiscoveredEndpoint> &endpoints);

} // namespace graticule
