// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/connectionconfig.h"

namespace graticule {

/// What of a connection goes into an incident file: id, name, kind, its address without credentials, where it comes
/// from. Everything else stays at home, whatever is added to ConnectionConfig later.
ConnectionConfig forIncident(const ConnectionConfig &config);
/// @p address without "user:password@", and without what follows "?" or "#".
QString withoutCredentials(const QString &address);

} // namespace graticule
