// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace graticule::bench {

/// Phases "audit-append", "audit-verify-1", "audit-verify" and "audit-list": acts written durably, a record of @p
/// megabytes (made in @p file when it is missing) checked by one thread and by all, and the newest thousand of it read.
void benchAudit(const QString &file, int megabytes);

} // namespace graticule::bench
