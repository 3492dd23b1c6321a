// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/entities.h"
#include "backend/domain/instant.h"

#include <QString>

/// Numbers and times as the screen shows them, callable from any thread: a thin space (U+202F) marks thousands and
/// stands before the unit; what is not known is an en dash, never 0. The decimal mark and the names of months are those
/// of QLocale(), which is the window's language.
namespace graticule::format {

/// How a person wants amounts and times written.
struct Units
{
    bool iecBytes = false;  ///< powers of 1024: "202 MiB"
    bool localTime = false; ///< this computer's time of day stands beside UTC

    friend bool operator==(const Units &, const Units &) = default;
};

/// "–"
QString missing();
/// "4 819"
QString number(qint64 value);
/// At most three significant digits: "0.2", "17.8", "343", "12 400".
QString decimal(double value);

/// How long: "2 s", "12 min", "3 h 02", "8 d". Less than nothing (a clock set back) is "0 s".
QString duration(Milliseconds length);
/// The same with its second part, where one number stands alone: "6 min 12 s", "3 h 02", "8 d 4 h".
QString exactDuration(Milliseconds length);
/// How long ago; missing() when never.
QString age(Instant since, Instant now);

/// "41 ms", "1.9 s"; missing() below 0.
QString milliseconds(double ms);
/// "66 %" of a share 0..1; one decimal where @p exact; missing() when not finite or below 0.
QString percent(double share, bool exact = false);
/// "212 MB", powers of 1000, or "202 MiB"; missing() below 0.
QString bytes(double bytes, const Units &units = {});
/// "66 %" of a usage; "req. 66 %" where that was requested and nobody measured what is used; missing() when not known.
QString usedShare(const Usage &usage);
/// "of" two numbers of a usage: "3.2 of 8 cores", "6.1 of 16 GB requested"; missing() when the total is not known.
QString usedCores(const Usage &usage);
QString usedBytes(const Usage &usage, const Units &units = {});

/// UTC: "09:14:32", "22 Nov 2026", "22 Nov 2026 09:14:32"; missing() for never.
QString time(Instant at);
QString date(Instant at);
QString dateTime(Instant at);
/// For where a time stands alone: "09:14:32 UTC", or with the local one "09:14:32 UTC (10:14:32 CET)".
QString timeUtc(Instant at, const Units &units = {});
QString dateTimeUtc(Instant at, const Units &units = {});
/// "10:14:32 CET", by this computer's time zone; with the date where that is another than in UTC.
QString localTime(Instant at);

/// What is older than its limit: "~24 ms".
QString stale(const QString &value);
/// "50.11 N, 8.68 E"
QString position(const GeoPoint &at);

} // namespace graticule::format
