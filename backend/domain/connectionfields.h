// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/connectionconfig.h"

#include <QStringList>

namespace graticule {

// A connection's configuration by the names that its fields have in its file: "name", "type", "address", "place.site",
// "place.city", "place.position", "place.country", "place.region", "labels", "tls.ca", "tls.certificate", "tls.key",
// "tls.server-name", "token", "budget.requests-per-second", "budget.bytes-per-second", "probes.interval",
// "options.NAME". Values are text, as a person enters them; labels are key=value lines. Pure.
//
// A place is declared by labels, "place.city" by graticule.dev/city, so that older files and every reader of labels
// know it. The field "labels" is all others; a place that is written there is taken as one.

/// Empty when it is not set, or there is no such field.
QString fieldOf(const ConnectionConfig &config, const QString &field);
/// Sets a field, without spaces around it. An empty text takes an option away and brings a number back to its default;
/// a number that is none is left as it is. Unknown fields are ignored.
void setField(ConnectionConfig &config, const QString &field, const QString &value);

/// "place.site", "place.city", ...: in the order of a file.
const QStringList &placeFields();
/// "graticule.dev/city" for "place.city"; empty when @p field is none of the place.
QString placeLabel(const QString &field);
/// What stands in the field "labels" of @p labels: all that declare no place.
QMap<QString, QString> labelsBesidePlace(QMap<QString, QString> labels);

/// The fields in which the two differ, in the order of a file; `paused` is a state and no field.
QStringList changedFields(const ConnectionConfig &before, const ConnectionConfig &after);

} // namespace graticule
