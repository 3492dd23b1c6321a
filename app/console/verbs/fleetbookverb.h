// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/verbs/verb.h"

namespace graticule {

/// `graticule keeper add|list|remove`: which fleets a home knows beside its own. Asks no keeper anything.
class FleetBookVerb : public Verb
{
    Q_OBJECT

public:
    using Verb::Verb;

    static std::vector<VerbEntry> entries();

    void start() override;

private:
    void add();
    void list();
    void remove();
};

} // namespace graticule
