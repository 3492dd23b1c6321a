// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/verbs/verb.h"

namespace graticule {

/// `graticule keeper start|stop|status`. Start and stop are about the private keeper of a home; status about any.
class KeeperVerb : public Verb
{
    Q_OBJECT

public:
    using Verb::Verb;

    static std::vector<VerbEntry> entries();

    void start() override;

private:
    void startKeeper();
    void stopKeeper();
    void status();
    void print(const Description &keeper);
};

} // namespace graticule
