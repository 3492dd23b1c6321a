// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/connectionconfig.h"

#include <QStringList>

namespace graticule {

// A connection's configuration by the names that its fields have in its file: "name", "type", "address", "labels",
// "tls.ca", "tls.certificate", "tls.key", "tls.server-name", "token", "budget.requests-per-second",
// "budget.bytes-per-second", "options.NAME". Values are text, as a person enters them; labels are key=value lines.
// Pure.

/// Empty when it is not set, or there is no such field.
QString fieldOf(const ConnectionConfig &config, const QString &field);
/// Sets a field, without spaces around it. An empty text takes an option away and brings a budget back to its default;
/// a budget that is no number is left as it is. Unknown fields are ignored.
void setField(ConnectionConfig &config, const QString &field, const QString &value);

/// The fields in which the two differ, in the order of a file; `paused` is a state and no field.
QStringList changedFields(const ConnectionConfig &before, const ConnectionConfig &after);

} // namespace graticule
