// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace graticule::bench {

/// History of @p sites lab sites over @p days days with @p changes changes, in @p file, which is written when it is
/// missing (phase "history-write"). Phases "history-cold": any moment, by a reader that has read nothing;
/// "history-scrub": the moments after it, 10 s apart; "history-back": the ones before.
void benchHistory(const QString &file, int sites, int days, qint64 changes);

} // namespace graticule::bench
