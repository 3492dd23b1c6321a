// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/lab/labdice.h"
#include "backend/connectors/lab/labfaults.h"
#include "backend/connectors/lab/labfleet.h"
#include "backend/domain/fleetsnapshot.h"
#include "backend/telemetry/sample.h"

#include <functional>
#include <unordered_set>

namespace graticule {

/// What a moment brought in one region.
struct LabStep
{
    FleetDelta delta;
    QList<Sample> samples; ///< "cpu.cores" of sites and nodes, and "rtt.ms" of links that were measured now
};

/// A simulated fleet in six regions: an invented retailer on real places, with measured round-trip times, a load that
/// follows the local day, and faults on demand. Pure: no clock, no I/O. The same options give the same world, and what
/// it is like at a moment follows from seed, moment and faults alone. One thread at a time.
///
/// Every entity is of Origin::Lab. Ids are stable from the seed: sites, nodes, placements, replicas and links are
/// EntityId::of(connection of the region, kind, name); services and assets are declared ones.
class LabWorld
{
public:
    /// Builds the world; 100,000 sites take about a second.
    LabWorld(const LabOptions &options, Instant start);
    LabWorld(const LabOptions &options, const CloudRegions &clouds, const Gazetteer &cities, const RttModel &rtt,
             Instant start);

    const LabOptions &options() const { return m_options; }
    const std::array<LabRegion, kLabRegionCount> &regions() const { return m_fleet.regions; }
    /// Index of the region with that key, name or connection id, any case; -1: none.
    int regionIndex(const QString &keyOrName) const;
    const LabFleet &fleet() const { return m_fleet; }

    /// Everything in one region as of @p now.
    FleetDelta listing(int region, Instant now);
    /// What changed in one region since the last listing or step of it.
    LabStep step(int region, Instant now);
    /// All regions at once, with a live connection and a feed for each: for tests and benchmarks without a keeper.
    FleetTables tables(Instant now);
    FleetDelta step(Instant now);

    /// Makes a fault; the same once more changes nothing. @p target is an id or a name, see LabTargets.
    Result<Done> inject(const QString &kind, const QString &target, Instant now,
                        const QMap<QString, QString> &arguments = {});
    /// Ends every fault at @p target; "all" ends all.
    Result<Done> heal(const QString &target);
    const std::vector<LabFault> &faults() const { return m_faults; }
    /// The region's keeper must answer nothing at all.
    bool isFrozen(int region) const { return m_frozen[size_t(region)] > 0; }
    /// The region's keeper must tell a time that is wrong by this.
    Milliseconds clockOffset(int region) const { return m_clockOffsets[size_t(region)]; }
    /// Called after every inject and heal that changed something.
    void onFaultsChanged(std::function<void()> callback) { m_faultsChanged = std::move(callback); }

private:
    struct Pending // indices to be told again, by region
    {
        std::unordered_set<int> sites;
        std::unordered_set<int> replicas;
        std::unordered_set<int> links;
        int wobbling = -1; ///< placement that restarts just now
        qint64 tick = -1;  ///< of the last step
    };

    void setFault(const LabFault &fault, int by);
    void touchSite(int site);
    Pending &pendingOf(int site) { return m_pending[size_t(m_fleet.sites[size_t(site)].region)]; }

    void takeDue(int region, Instant now);
    void wobble(int region, Instant now);
    void refreshSite(int site, Instant now, LabStep &step);
    void refreshReplica(int replica, Instant now, LabStep &step);
    void refreshLink(int link, Instant now, LabStep &step);

    Site siteAt(int site, Instant now) const;
    Node nodeAt(int node, const Site &site) const;
    Placement placementAt(int placement) const;
    Replica replicaAt(int replica, Instant now) const;
    Link linkAt(int link, Instant now) const;

    const LabOptions m_options;
    const LabDice m_dice;
    LabFleet m_fleet;
    std::vector<LabFault> m_faults;
    std::vector<quint8> m_down;     ///< by site: faults that hold it down
    std::vector<quint8> m_cut;      ///< by link
    std::vector<quint8> m_slow;     ///< by link
    std::vector<qint64> m_lagSince; ///< by replica: milliseconds since 1970; 0: keeps up
    std::array<int, kLabRegionCount> m_frozen{};
    std::array<Milliseconds, kLabRegionCount> m_clockOffsets{};
    std::array<Pending, kLabRegionCount> m_pending;
    std::function<void()> m_faultsChanged;
};

} // namespace graticule
