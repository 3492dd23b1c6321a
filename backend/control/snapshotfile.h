// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/fleetsnapshot.h"

#include <QString>

#include <functional>

namespace graticule {

/// Writes @p snapshot to @p path (atomically: a temporary file, then rename). The format is a sequence of WatchReply
/// messages, each with a 4-byte little-endian length before it, after the 8 bytes "GRATSNP1". First what the map and
/// the tables of sites need (connections, feeds, sites, links, verdicts), then a message of no bytes, then what is at
/// the sites. Not in a GUI thread.
Result<Done> writeSnapshot(const QString &path, const FleetSnapshot &snapshot);

/// Reads what writeSnapshot() wrote. Refused with a text that names the file: missing (NotFound), broken (Malformed).
/// @p sitesRead is called at most once, in the caller's thread, when the first part is there; what follows it may still
/// be broken.
Result<SnapshotPtr> readSnapshot(const QString &path, const std::function<void(const SnapshotPtr &)> &sitesRead = {});

} // namespace graticule
