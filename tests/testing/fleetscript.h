// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/fleetsnapshot.h"

#include <QHash>
#include <QStringList>

namespace graticule::testing {

/// A fleet written as text, one entity a line; times are relative to now() ("-12min"; units s, min, h, d). A line that
/// begins with | goes on with the one before.
///
///     connection k8s-eu   type=kubernetes state=live seen=-2s address=api.example:6443 error="..." fault=network
///     site fra1           region=Europe at=50.11,8.68 city=Frankfurt country=DE via=k8s-eu state=down since=-12min
///                       | reason="etcd quorum lost" cpu=71/100 memory=40e9/64e9 provider=aws origin=lab stale
///     node fra1/n1        condition=up platform="Docker 20.10" cpu=2/8 boot=-8d
///     placement shop@fra1 ready=2/3 health=unhealthy text="restarted 7 times" tier=1 role=active
///     replica orders@fra1 role=primary state=lagging lag=1500 bytes=2e9 class=personal
///     connection inner    through=k8s-eu
///     link sin1->bom1     rtt=213 limit=110 loss=0.014 condition=degraded
///     remove site fra1
///
/// Services, assets and one feed per connection are made as they are named. Ids are "site/fra1", "connection/k8s-eu",
/// "shop@fra1" and the like; a site, a node or a placement may say another (`id=connection/k8s-eu/node/7`). A line that
/// is not understood fails the test with a fatal message.
class FleetScript
{
public:
    /// 2026-11-22 09:14:32 UTC
    static Instant now();
    static EntityId siteId(const QString &name);
    static EntityId connectionId(const QString &name);

    explicit FleetScript(const QString &lines = {}) { apply(lines); }

    /// Reads the lines on top of what is there; the result shares all else with the snapshot before.
    SnapshotPtr apply(const QString &lines);
    SnapshotPtr snapshot() const { return m_snapshot; }

private:
    struct Line;
    void read(const Line &line);
    void connection(const Line &line);
    void site(const Line &line);
    void node(const Line &line);
    void placement(const Line &line);
    void replica(const Line &line);
    void link(const Line &line);
    void remove(const Line &line);
    EntityId feedOf(const EntityId &site) const;

    FleetTables m_tables;
    SnapshotPtr m_snapshot;
    quint64 m_number = 0;
};

} // namespace graticule::testing
