// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/entitycodec.h"
#include "backend/control/replymessage.h"
#include "backend/control/sitesteps.h"
#include "backend/domain/fleetdelta.h"

#include <functional>
#include <optional>

namespace graticule::control::v1 {
class Delta;
}

namespace graticule {

/// Most items and bytes in one message: far below gRPC's 4 MB limit, and small enough that a slow line shows progress.
inline constexpr size_t kMostItemsPerMessage = 1000;
inline constexpr size_t kMostBytesPerMessage = 1'000'000;

/// Encodes @p delta into as many messages as the limits above ask for, in an order in which references point backwards
/// (connections, feeds, sites, ...). @p message is called for each, of which only `delta` is filled in, with `last` set
/// on the final one; at least once. With @p told, what its reader was told of before, sites are sent in steps where
/// that can be.
void encode(const FleetDelta &delta, const std::function<void(ReplyMessage message, bool last)> &message,
            ToldSites *told = nullptr);

/// Items without an id are skipped: they are nothing that could be shown or removed again.
FleetDelta decode(EntityDecoder &decoder, const control::v1::Delta &from);
/// Of a stream that may have steps. Nothing when they do not fit what the stream has told before.
std::optional<FleetDelta> decode(EntityDecoder &decoder, HeardSites &heard, const control::v1::Delta &from);

} // namespace graticule
