// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/verbs/words.h"

#include "backend/domain/failurewords.h"

#include <array>

namespace graticule {
namespace {

/// The word at the enum's value; values are those of the wire, from 0 on without holes.
template<class Enum, size_t N> QString pick(Enum value, const std::array<const char *, N> &words)
{
    const auto index = size_t(value);
    return QString::fromLatin1(words[index < N ? index : 0]);
}

} // namespace

QString word(SiteState state)
{
    return pick(state, std::array{"unknown", "healthy", "degraded", "down", "unreachable", "maintenance"});
}

QString word(Condition condition)
{
    return pick(condition, std::array{"unknown", "up", "degraded", "down", "maintenance"});
}

QString word(ConnectionState state)
{
    return pick(state, std::array{"unknown", "never-asked", "connecting", "live", "slow", "stale", "unreachable",
                                  "refused", "paused"});
}

QString word(SiteKind kind)
{
    return pick(kind, std::array{"unknown", "public-region", "private-data-centre", "edge", "point-of-presence",
                                 "device-gateway"});
}

QString word(Health health)
{
    return pick(health,
                std::array{"unknown", "healthy", "starting", "unhealthy", "restarting", "stopped", "failed", "paused"});
}

QString word(Role role)
{
    return pick(role, std::array{"unknown", "active", "primary", "standby", "cache", "backup"});
}

QString word(ReplicaState state)
{
    return pick(state, std::array{"unknown", "in-sync", "lagging", "broken"});
}

QString word(Origin origin)
{
    return pick(origin, std::array{"unknown", "real", "lab"});
}

QString word(Evidence evidence)
{
    return pick(evidence, std::array{"unknown", "declared", "provider-region", "inferred"});
}

QString word(Fault fault)
{
    return wordOf(fault);
}

QString word(ErrorKind kind)
{
    return wordOf(kind);
}

} // namespace graticule
