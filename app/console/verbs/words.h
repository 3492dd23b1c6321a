// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/error.h"
#include "backend/domain/place.h"
#include "backend/domain/states.h"

#include <QString>

namespace graticule {

/// States as programs read them, in JSON and CSV: lower case, English, never translated, stable over releases. What is
/// not known, and a value that this build does not know, is "unknown".
QString word(SiteState state);
QString word(Condition condition);
QString word(ConnectionState state);
QString word(SiteKind kind);
QString word(Health health);
QString word(Role role);
QString word(ReplicaState state);
QString word(Origin origin);
QString word(Evidence evidence);
QString word(Fault fault);
QString word(ErrorKind kind);

} // namespace graticule
