// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/entityid.h"
#include "backend/domain/states.h"

namespace graticule {

/// How a link was measured. Values of the wire and of files, only ever appended.
enum class ProbeKind {
    Unknown = 0,
    Reported = 1,     ///< the platform or the lab tells it
    TcpConnect = 2,   ///< SYN to SYN-ACK
    TlsHandshake = 3, ///< on a connected socket, until the endpoint has finished
    Http = 4,         ///< a small request on a kept connection
    Grpc = 5,         ///< a unary call on a kept channel
    Mesh = 6,         ///< the same, between two keepers that measure each other
};

/// Ordered pair of sites: from -> to.
struct Link
{
    EntityId id;
    EntityId from;
    EntityId to;
    EntityId feed;
    double rttMs = -1;                        ///< median of the last window, in steps; < 0: not measured
    double loss = -1;                         ///< share of the last window, 0..1; < 0: not measured
    double limitMs = 0;                       ///< above this it is slow; 0: no limit set
    Condition condition = Condition::Unknown; ///< Down: nothing was answered within the window
    ProbeKind probe = ProbeKind::Unknown;     ///< two sites may be joined by several links, one for each kind
    Origin origin = Origin::Unknown;

    friend bool operator==(const Link &, const Link &) = default;
};

} // namespace graticule
