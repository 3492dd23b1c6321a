// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/lab/labfleet.h"
#include "backend/domain/error.h"

#include <QMap>
#include <QStringList>

namespace graticule {

enum class LabFaultKind { SiteDown, EndpointFrozen, LinkCut, LinkSlow, ReplicaLag, ClockWrong };

/// One fault and what it affects.
struct LabFault
{
    LabFaultKind kind = LabFaultKind::SiteDown;
    QString target;              ///< name, for people: "fra1", "fra1>iad1", "orders-db", "Europe"
    EntityId id;                 ///< of the site, link, asset or replica; of the region's connection
    std::vector<int> affected;   ///< indices of sites, links or replicas; of the region
    Instant since = kNever;      ///< injected at
    Milliseconds clockOffset{0}; ///< clock-wrong only

    friend bool operator==(const LabFault &, const LabFault &) = default;
};

/// "site-down", "endpoint-frozen", "link-cut", "link-slow", "replica-lag", "clock-wrong"
QString nameOf(LabFaultKind kind);
QStringList labFaultKinds();

/// Reads kind and target of a fault as a person or a program gives them. Targets, by id or by name:
///  - site-down: a site;
///  - link-cut, link-slow: a link ("fra1>iad1" is both directions), or a site for all its links;
///  - replica-lag: an asset (all its copies but the primary), or one replica by id;
///  - endpoint-frozen, clock-wrong: a region by key or name, or anything in it.
/// clock-wrong takes the argument "seconds", 3600 by default. Errors say what there is that is spelt alike.
Result<LabFault> readLabFault(const LabFleet &fleet, const QString &kind, const QString &target,
                              const QMap<QString, QString> &arguments = {});

} // namespace graticule
