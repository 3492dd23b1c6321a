// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/verbs/listing.h"
#include "app/console/verbs/verb.h"
#include "backend/control/rulecalls.h"

namespace graticule {

/// `graticule same ...`: services of several connections that may be the same, and what people said of them.
class SameVerb : public Verb
{
    Q_OBJECT

public:
    explicit SameVerb(VerbContext context);

    static std::vector<VerbEntry> entries();

    void start() override;

private:
    void print(const SameServices &same);
};

/// A row each pair of services. Pure.
Listing sameListing(const SameServices &same);

} // namespace graticule
