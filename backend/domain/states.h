// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Every enum: 0 = unknown; the values are those of the wire and of files, so they are only ever appended. A value that
// this build does not know is read as unknown, never as good.

namespace graticule {

/// A verdict of the health engine. Staleness is a mark beside it (Verdict::stale), not a state.
enum class SiteState {
    Unknown = 0,
    Healthy = 1,
    Degraded = 2,    ///< works, but worse than it should
    Down = 3,        ///< proven down by fresh evidence
    Unreachable = 4, ///< we cannot see it: not the same as down
    Maintenance = 5,
};

/// What the platform itself says of a site, node or endpoint, before any verdict of ours.
enum class Condition {
    Unknown = 0,
    Up = 1,
    Degraded = 2,
    Down = 3,
    Maintenance = 4,
};

/// State of one connection; DESIGN's words.
enum class ConnectionState {
    Unknown = 0,
    NeverAsked = 1,
    Connecting = 2,
    Live = 3,
    Slow = 4,        ///< answers, but later than its limit
    Stale = 5,       ///< connected, but its evidence is older than its limit (frozen, silent)
    Unreachable = 6, ///< no answer at all
    Refused = 7,     ///< answers, but will not have us: certificate, token, permission, version
    Paused = 8,      ///< a person said so
};

enum class SiteKind {
    Unknown = 0,
    PublicRegion = 1,
    PrivateDataCentre = 2,
    Edge = 3,
    PointOfPresence = 4,
    DeviceGateway = 5,
};

/// Health of a placement (a service at a site).
enum class Health {
    Unknown = 0,
    Healthy = 1,
    Starting = 2,
    Unhealthy = 3,  ///< runs, but its own health check fails
    Restarting = 4, ///< in a restart loop
    Stopped = 5,    ///< ended as asked or with success
    Failed = 6,     ///< ended with an error
    Paused = 7,
};

/// Role of a placement or of a replica.
enum class Role {
    Unknown = 0,
    Active = 1,
    Primary = 2,
    Standby = 3,
    Cache = 4,
    Backup = 5,
};

enum class ReplicaState {
    Unknown = 0,
    InSync = 1,
    Lagging = 2,
    Broken = 3,
};

/// Where an entity comes from. Kept across keepers; LAB is shown on every screen.
enum class Origin {
    Unknown = 0,
    Real = 1,
    Lab = 2,
};

} // namespace graticule
