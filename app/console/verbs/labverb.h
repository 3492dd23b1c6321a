// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/verbs/verb.h"

namespace graticule {

/// `graticule lab start|stop|status|fault|heal`.
class LabVerb : public Verb
{
    Q_OBJECT

public:
    using Verb::Verb;

    static std::vector<VerbEntry> entries();

    void start() override;

private:
    void startLab(const ControlCalls &calls);
    void stopLab(const ControlCalls &calls);
    void perform(const ControlCalls &calls);
    void print(const LabStatus &lab);

    bool m_isAnswered = false; ///< the lab has said what became of a fault
};

} // namespace graticule
