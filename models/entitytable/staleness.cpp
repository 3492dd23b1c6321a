// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/entitytable/staleness.h"

namespace graticule {

bool isOldEvidence(const Verdict *verdict)
{
    return !verdict || verdict->stale || verdict->state == SiteState::Unreachable;
}

StateLook lastKnown(const StateLook &look)
{
    if (look.symbol == Symbol::Unknown)
        return look;
    const StateLook unknown = StateText::look(SiteState::Unknown);
    return {StateText::staleForm(look.symbol),
            QCoreApplication::translate("graticule::EntityFields", "%1, last known").arg(look.text), unknown.emphasis,
            unknown.severity};
}

} // namespace graticule
