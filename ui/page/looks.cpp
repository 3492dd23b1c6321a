// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page/looks.h"

#include "models/modelroles.h"
#include "widgets/basic/cellroles.h"

namespace graticule {

#define SAME(a, b) static_assert(int(a) == int(b))
SAME(Symbol::Unknown, StateShape::Unknown);
SAME(Symbol::Healthy, StateShape::Healthy);
SAME(Symbol::Degraded, StateShape::Degraded);
SAME(Symbol::Down, StateShape::Down);
SAME(Symbol::Unreachable, StateShape::Unreachable);
SAME(Symbol::Maintenance, StateShape::Maintenance);
SAME(Symbol::StaleHealthy, StateShape::StaleHealthy);
SAME(Symbol::StaleDegraded, StateShape::StaleDegraded);
SAME(Symbol::StaleDown, StateShape::StaleDown);
SAME(Symbol::StaleUnreachable, StateShape::StaleUnreachable);
SAME(Symbol::StaleMaintenance, StateShape::StaleMaintenance);
SAME(Symbol::NeverAsked, StateShape::NeverAsked);
SAME(Symbol::Connecting, StateShape::Connecting);
SAME(Symbol::Live, StateShape::Live);
SAME(Symbol::Slow, StateShape::Slow);
SAME(Symbol::Stale, StateShape::Stale);
SAME(Symbol::Refused, StateShape::Refused);
SAME(Symbol::Paused, StateShape::Paused);
SAME(Symbol::Pass, StateShape::Pass);
SAME(Symbol::Warn, StateShape::Warn);
SAME(Symbol::Fail, StateShape::Fail);

SAME(Emphasis::Normal, Tone::Normal);
SAME(Emphasis::Secondary, Tone::Secondary);
SAME(Emphasis::Faint, Tone::Faint);
SAME(Emphasis::Medium, Tone::Medium);
SAME(Emphasis::High, Tone::High);
SAME(Emphasis::Critical, Tone::Critical);
SAME(Emphasis::Accent, Tone::Accent);

SAME(SymbolRole, cell::Symbol);
SAME(EmphasisRole, cell::Tone);
SAME(NumericRole, cell::Numeric);
SAME(CountsRole, cell::Counts);
SAME(ShareRole, cell::Share);
SAME(StaleRole, cell::Stale);
static_assert(int(LastModelRole) < int(cell::Mark));
#undef SAME

} // namespace graticule
