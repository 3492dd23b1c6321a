// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/error.h"
#include "backend/telemetry/linkwindow.h"

namespace graticule::control::v1 {
class LinkWindowsReply;
class LinkWindowsRequest;
} // namespace graticule::control::v1

// What links came to <-> messages. Pure; any thread.

namespace graticule {

void encode(const LinkWindowsQuery &from, control::v1::LinkWindowsRequest *to);
void encode(const LinkWindowsAnswer &from, control::v1::LinkWindowsReply *to);

/// Too many links, or a time that cannot be, is refused as Invalid.
Result<LinkWindowsQuery> decode(const control::v1::LinkWindowsRequest &from);
/// What is no number, or below 0, is not known.
LinkWindowsAnswer decode(const control::v1::LinkWindowsReply &from);

} // namespace graticule
