// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/fleetsnapshot.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace graticule {

/// What changed at one moment.
struct HistoryChange
{
    Instant at = kNever;
    FleetDelta delta;
};

// Changes as bytes, and back. A log is a sequence of WatchReply messages of graticule.control.v1, each with its size as
// a little-endian 32-bit number before it; a change may need several, of which the last has `complete`. So what old
// releases wrote stays readable by the rules of control.proto. Pure; any thread.

/// Adds @p change to the end of @p log.
void appendChange(QByteArray &log, const HistoryChange &change);
/// All changes of @p log, oldest first. Refused as Malformed: not even the parts before the broken one are believed.
Result<std::vector<HistoryChange>> readChanges(QByteArrayView log);
/// How many entities @p log tells of, without decoding them: two bytes of a stranger's can claim one. Nothing when it
/// is no log.
std::optional<qint64> itemsIn(QByteArrayView log);
/// Folds all of @p log into @p tables, whatever the times.
Result<Done> foldChanges(QByteArrayView log, FleetTables &tables);

/// @p bytes compressed, with a checksum (zstd frame format, RFC 8878).
QByteArray packed(QByteArrayView bytes);
inline constexpr quint64 kMostUnpacked = 512u << 20;
/// The reverse. Refused as Malformed when a bit is wrong, as TooLarge above @p most.
Result<QByteArray> unpacked(QByteArrayView bytes, quint64 most = kMostUnpacked);

} // namespace graticule
