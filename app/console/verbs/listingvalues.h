// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/fleetsnapshot.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>

// Values as the listings' rows hold them. Pure.
namespace graticule::listingvalues {

/// The words of @p text: names of columns.
QStringList columns(const char *text);

/// Null when empty.
QJsonValue text(const QString &text);
QJsonValue text(const EntityId &id);
/// ISO 8601; null for never.
QJsonValue time(Instant at);
/// Null below 0: not measured.
QJsonValue measured(double value);
QJsonValue object(const Labels &labels);
QJsonValue array(const QStringList &texts);
/// {"used", "total"}, or {"requested", "total"} where nobody measured what is used; null when the total is not known.
QJsonValue usage(const Usage &usage);
/// {"kind", "fault", "text"}, or null when there is none.
QJsonValue error(const Error &error);

/// Names of the connections through which @p feeds come, sorted, each once.
QStringList connectionNames(const FleetTables &tables, const QList<EntityId> &feeds);
/// True when the feed's last proof is older than its limit at @p now; also when there is no such feed.
bool isStale(const FleetTables &tables, const EntityId &feed, Instant now);

/// For people: "-" for nothing.
QString cell(const QString &text);
QString cell(double value, const char *unit, int decimals = 0);
/// How long ago: "12 s", "5 min", "3 h", "8 d"; "-" for never.
QString age(Instant since, Instant now);

} // namespace graticule::listingvalues
