// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/verbs/listing.h"
#include "app/console/verbs/verb.h"
#include "backend/telemetry/samplequery.h"

namespace graticule {

/// `graticule samples`: what a keeper measured of an entity, with what is missing.
class SamplesVerb : public Verb
{
    Q_OBJECT

public:
    using Verb::Verb;

    static VerbEntry entry();

    void start() override;

private:
    Result<SamplesQuery> query();
    void print(const SamplesAnswer &answer);
    void say(const SamplesAnswer &answer);
};

/// A moment as --from and --to take it: ISO 8601 in UTC, or how long ago ("90s", "15m", "24h", "7d"). Invalid, naming
/// @p option, otherwise.
Result<Instant> momentOf(const QString &option, const QString &text, Instant now);

/// A row a value, by metric and time.
Listing samplesListing(const SamplesAnswer &answer);

} // namespace graticule
