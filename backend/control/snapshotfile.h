// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/fleetsnapshot.h"

#include <QString>

namespace graticule {

/// Writes @p snapshot to @p path (atomically: a temporary file, then rename). The format is a sequence of WatchReply
/// messages, each with a 4-byte little-endian length before it, after the 8 bytes "GRATSNP1". Not in a GUI thread.
Result<Done> writeSnapshot(const QString &path, const FleetSnapshot &snapshot);

/// Reads what writeSnapshot() wrote. Refused with a text that names the file: missing (NotFound), broken (Malformed).
Result<SnapshotPtr> readSnapshot(const QString &path);

} // namespace graticule
