// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/fleetsnapshot.h"

#include <QMap>
#include <QSet>

#include <vector>

namespace graticule {

using AttentionSites = std::vector<const Site *>;

/// What is abnormal, sorted by what will be one card. Points into the tables that it was found in.
struct AttentionFinds
{
    QMap<QString, AttentionSites> down;     ///< by region
    QMap<QString, AttentionSites> degraded; ///< by region
    QMap<QString, AttentionSites> unknown;  ///< by region: no connection explains it
    QMap<EntityId, AttentionSites> unseen;  ///< by connection: unreachable, or too old
    AttentionSites cutOff; ///< our own network is lost: one cause, whatever connections they are seen by
    AttentionSites unplaced;
    AttentionSites mismatched;

    static AttentionFinds among(const FleetTables &tables, const QSet<EntityId> &abnormal);

    static bool isProblem(ConnectionState state);
    /// Silent over the network, and so nothing of its own while all of them are.
    static bool isLost(const Connection &connection);
    /// What the verdict says of our own network, and of a place that cannot be; null: nothing.
    static const Reason *cutOffReason(const FleetTables &tables, const EntityId &site);
    static const Reason *refutedPlace(const FleetTables &tables, const EntityId &site);
    /// In words; empty: none is given.
    static QString firstReason(const FleetTables &tables, const EntityId &site);
    /// The reason that most of them give, and how many do.
    static std::pair<QString, int> commonReason(const FleetTables &tables, const AttentionSites &sites);
    static Instant earliest(const FleetTables &tables, const AttentionSites &sites);
};

} // namespace graticule
