// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/docker/dockerentities.h"
#include "backend/domain/fleetsnapshot.h"
#include "backend/places/ownlabels.h"

#include <QHash>
#include <QSet>

namespace graticule {

/// What one engine has, and what of it has been told: turns containers and volumes into entities and gives out only
/// what differs. A change to one container costs in proportion to its service. Pure: no clock and no I/O of its own.
class DockerInventory
{
public:
    /// @p resolver outlives the inventory.
    DockerInventory(const EntityId &connection, Origin origin, Labels declared, const SiteResolver &resolver);

    /// @p product is what the engine calls itself: "Docker 20.10.24". Another engine's id empties the inventory.
    void setEngine(const DockerEngine &engine, const QString &product);
    const DockerEngine &engine() const { return m_engine; }
    /// Where the engine stands; empty before setEngine().
    const EntityId &site() const { return m_home.site.id; }
    void setUsage(const EngineUsage &usage);
    /// The engine's clock minus ours.
    void setClockOffset(Milliseconds offset) { m_clockOffset = offset; }

    /// All containers; what an inspection told earlier stays where the listing does not contradict it.
    void list(std::vector<DockerContainer> containers);
    void put(const DockerContainer &told);
    void removeContainer(const QString &id);
    /// Someone asked it to stop (true) or started it (false).
    void noteStop(const QString &id, bool asked);
    void listVolumes(const std::vector<DockerVolume> &volumes);
    void put(const DockerVolume &told);
    void removeVolume(const QString &name);

    const QHash<QString, DockerContainer> &containers() const { return m_containers; }
    /// Containers whose listing does not say all that their health needs: ended, restarting or failing, and never
    /// inspected.
    QStringList needInspection() const;
    /// Of the service that the container belongs to; empty when it is not known.
    EntityId placementOf(const QString &container) const { return m_placementOf.value(container); }
    /// Of each container and volume, in no order.
    std::vector<OwnLabels> ownLabels() const;
    EntityId nodeId() const { return EntityId::of(m_home.connection, "node", m_engine.id); }
    /// Time alone may change a verdict: ask changes() again after some seconds.
    bool isPassing() const { return !m_passing.isEmpty(); }

    /// Everything. @p now is our clock.
    FleetDelta all(Instant now);
    /// What differs from what was given out before.
    FleetDelta changes(Instant now);

private:
    struct ServiceHere
    {
        ServiceName name;
        QSet<QString> containers; // ids
    };
    void leaveService(const QString &container);
    void touchAll();
    void touch(const DockerVolume &volume);
    void tellEngine(FleetDelta &delta);
    void tellService(const EntityId &placement, Instant now, FleetDelta &delta);
    void tellPlacement(const ServiceHere &service, Instant now, FleetDelta &delta);
    void tellVolume(const QString &name, FleetDelta &delta);
    void tellAsset(const EntityId &asset, FleetDelta &delta);

    const SiteResolver &m_resolver;
    DockerHome m_home;
    DockerEngine m_engine;
    QString m_platform;
    std::optional<EngineUsage> m_usage;
    Milliseconds m_clockOffset{0};

    QHash<QString, DockerContainer> m_containers; // by id
    QHash<QString, EntityId> m_placementOf;       // by container id
    QHash<EntityId, ServiceHere> m_services;      // by placement
    QSet<QString> m_stopAsked;                    // container ids
    QHash<QString, DockerVolume> m_volumes;       // by name
    QHash<EntityId, QSet<QString>> m_assets;      // asset -> volume names

    bool m_dirtyEngine = false;
    QSet<EntityId> m_dirtyPlacements;
    QSet<EntityId> m_passing; // placements
    QSet<QString> m_dirtyVolumes;
    QSet<EntityId> m_dirtyAssets;
    FleetTables m_told;
};

} // namespace graticule
