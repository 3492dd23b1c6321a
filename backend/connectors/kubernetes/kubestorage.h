// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/kubernetes/kubeplaces.h"

#include <set>

namespace graticule {

struct OwnLabels;

/// A cluster's volumes and claims as data assets with copies at sites: where a volume may be used, by its node
/// affinity, which drivers set to where it lies, else by what its storage class allows. A volume is an asset by its
/// claim's or its own label graticule.dev/asset, else one of its own, named after its claim. Pure.
class KubeStorage
{
public:
    /// @p places outlives it.
    KubeStorage(KubeHome home, KubePlaces &places);

    void put(const KubeVolume &volume);
    void put(const KubeClaim &claim);
    void put(const KubeStorageClass &storageClass);
    void removeVolume(const QString &uid);
    void removeClaim(const QString &uid);
    void removeStorageClass(const QString &uid);

    /// Nodes are at other sites now, and so may be volumes.
    void touchAll();
    std::vector<OwnLabels> ownLabels() const;
    void tellInto(FleetTables &told, FleetDelta &delta);

private:
    Labels labelsOf(const KubeVolume &volume) const;
    Labels declaredOf(const KubeVolume &volume) const;
    EntityId assetOf(const KubeVolume &volume) const;
    QSet<EntityId> sitesOf(const KubeVolume &volume);
    void forgetClaimOf(const KubeVolume &volume);
    void touch(const QString &volume);
    void tellVolume(const KubeVolume &volume, FleetTables &told, FleetDelta &delta);

    const KubeHome m_home;
    KubePlaces &m_places;
    QHash<QString, KubeVolume> m_volumes;              // by uid
    QHash<QString, QString> m_volumeOf;                // uid by "SPACE/NAME" of its claim
    QHash<QString, KubeClaim> m_claims;                // by "SPACE/NAME"
    QHash<QString, QString> m_claimOf;                 // "SPACE/NAME" by uid
    QHash<QString, KubeStorageClass> m_classes;        // by name
    QHash<QString, QString> m_classOf;                 // name by uid
    QHash<EntityId, std::set<QString>> m_assets;       // uids of volumes, by asset
    QHash<QString, EntityId> m_assetTold;              // by volume's uid
    QHash<QString, std::set<EntityId>> m_replicasTold; // by volume's uid
    QSet<QString> m_dirty;                             // uids of volumes
};

} // namespace graticule
