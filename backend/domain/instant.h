// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>

namespace graticule {

using Milliseconds = std::chrono::milliseconds;

/// A moment in UTC, milliseconds since 1970. The epoch itself (a default Instant) means "never" or "not known".
using Instant = std::chrono::sys_time<Milliseconds>;

inline constexpr Instant kNever{};

/// Milliseconds since 1970, as protocols and files carry it; 0 = never.
inline qint64 toMs(Instant at)
{
    return at.time_since_epoch().count();
}

inline Instant instantFromMs(qint64 ms)
{
    return Instant(Milliseconds(ms));
}

/// ISO 8601 in UTC with milliseconds, "2026-11-22T09:14:32.000Z"; empty for never.
QString toIso(Instant at);
/// The reverse; kNever when @p text is no ISO 8601 time.
Instant instantFromIso(const QString &text);

} // namespace graticule
