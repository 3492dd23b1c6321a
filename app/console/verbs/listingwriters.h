// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/verbs/listing.h"

#include <QByteArray>

// A listing as bytes to print. Pure; UTF-8.
namespace graticule {

/// One JSON object, with its keys in the documented order and a line feed at its end. Each row stands on a line of its
/// own, unless @p oneLine (for JSON lines).
QByteArray toJson(const ListingHead &head, const Listing &listing, bool oneLine = false);

/// The same without a head: what does not rest on a snapshot.
QByteArray rowsToJson(const Listing &listing);

/// RFC 4180: header, CRLF, quotes where needed. Text that a spreadsheet would take for a formula gets a leading
/// apostrophe. Lists are joined by "; ".
QByteArray toCsv(const Listing &listing);

/// Columns for people, at least two spaces apart. What could steer a terminal is replaced: names come from endpoints.
QByteArray toTable(const Listing &listing);

} // namespace graticule
