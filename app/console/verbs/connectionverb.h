// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/verbs/verb.h"

namespace graticule {

/// `graticule connections pause|resume|remove|test NAME`.
class ConnectionVerb : public Verb
{
    Q_OBJECT

public:
    using Verb::Verb;

    static std::vector<VerbEntry> entries();

    void start() override;

private:
    void change(const ControlCalls &calls);
    void test(const ControlCalls &calls);
    void run(const ControlCalls &calls, const ConnectionConfig &config);
};

} // namespace graticule
