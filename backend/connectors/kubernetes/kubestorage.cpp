// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/kubernetes/kubestorage.h"

#include "backend/connectors/tell.h"
#include "backend/domain/saying.h"
#include "backend/places/declared.h"
#include "backend/places/labelkeys.h"

namespace graticule {
namespace {

QString pathOf(const KubeClaim &claim)
{
    return claim.meta.space + QLatin1Char('/') + claim.meta.name;
}

} // namespace

KubeStorage::KubeStorage(KubeHome home, KubePlaces &places)
    : m_home(std::move(home))
    , m_places(places)
{
}

void KubeStorage::touch(const QString &volume)
{
    if (!volume.isEmpty())
        m_dirty.insert(volume);
}

/// Another volume may have got the claim meanwhile.
void KubeStorage::forgetClaimOf(const KubeVolume &volume)
{
    if (m_volumeOf.value(volume.claim) == volume.meta.uid)
        m_volumeOf.remove(volume.claim);
}

void KubeStorage::put(const KubeVolume &volume)
{
    const auto known = m_volumes.constFind(volume.meta.uid);
    if (known != m_volumes.cend()) {
        if (*known == volume)
            return;
        forgetClaimOf(*known);
    }
    m_volumes.insert(volume.meta.uid, volume);
    if (!volume.claim.isEmpty())
        m_volumeOf.insert(volume.claim, volume.meta.uid);
    touch(volume.meta.uid);
}

void KubeStorage::removeVolume(const QString &uid)
{
    const auto known = m_volumes.constFind(uid);
    if (known == m_volumes.cend())
        return;
    forgetClaimOf(*known);
    m_volumes.erase(known);
    touch(uid);
}

void KubeStorage::put(const KubeClaim &claim)
{
    m_claims.insert(pathOf(claim), claim);
    m_claimOf.insert(claim.meta.uid, pathOf(claim));
    touch(m_volumeOf.value(pathOf(claim)));
}

void KubeStorage::removeClaim(const QString &uid)
{
    const QString path = m_claimOf.take(uid);
    if (m_claims.value(path).meta.uid == uid) // not made anew meanwhile
        m_claims.remove(path);
    touch(m_volumeOf.value(path));
}

void KubeStorage::put(const KubeStorageClass &storageClass)
{
    m_classes.insert(storageClass.meta.name, storageClass);
    m_classOf.insert(storageClass.meta.uid, storageClass.meta.name);
    touchAll();
}

void KubeStorage::removeStorageClass(const QString &uid)
{
    m_classes.remove(m_classOf.take(uid));
    touchAll();
}

void KubeStorage::touchAll()
{
    m_dirty.unite(QSet<QString>(m_volumes.keyBegin(), m_volumes.keyEnd()));
}

/// The volume's, and those of its claim, which a person writes; they win.
Labels KubeStorage::labelsOf(const KubeVolume &volume) const
{
    Labels labels = volume.meta.labels;
    labels.insert(m_claims.value(volume.claim).meta.labels);
    return labels;
}

/// Those, and what the rules of the house add to them.
Labels KubeStorage::declaredOf(const KubeVolume &volume) const
{
    Labels labels = labelsOf(volume);
    labels.insert(m_places.added(labels));
    return labels;
}

EntityId KubeStorage::assetOf(const KubeVolume &volume) const
{
    const QString declared = declaredOf(volume).value(labelkeys::kAsset);
    return declared.isEmpty() ? EntityId::of(m_home.connection, "asset", volume.meta.uid)
                              : EntityId::declared("asset", declared);
}

QSet<EntityId> KubeStorage::sitesOf(const KubeVolume &volume)
{
    const std::vector<Labels> &own = volume.places;
    const std::vector<Labels> ofClass = own.empty() ? m_classes.value(volume.storageClass).places : own;
    QSet<EntityId> sites;
    for (const Labels &labels : ofClass)
        sites.insert(m_places.siteFor(labels));
    if (sites.isEmpty())
        sites.insert(m_places.ownSite());
    return sites;
}

void KubeStorage::tellVolume(const KubeVolume &volume, FleetTables &told, FleetDelta &delta)
{
    const QString &uid = volume.meta.uid;
    const Labels labels = declaredOf(volume);
    Asset asset;
    asset.id = assetOf(volume);
    asset.name = labels.value(labelkeys::kAsset);
    if (asset.name.isEmpty())
        asset.name = volume.claim.isEmpty() ? volume.meta.name : volume.claim;
    asset.classification = labels.value(labelkeys::kClassification);
    asset.owner = labels.value(labelkeys::kOwner);
    asset.labels = labelsOf(volume);
    asset.origin = m_home.origin;
    m_assetTold.insert(uid, asset.id);
    std::set<QString> &volumes = m_assets[asset.id];
    volumes.insert(uid);
    // Several volumes may declare one asset; the first describes it.
    if (uid == *volumes.begin())
        tell(told.assets, delta.assets, asset);

    const QSet<EntityId> sites = sitesOf(volume);
    std::set<EntityId> ids;
    for (const EntityId &site : sites) {
        Replica replica;
        replica.id = EntityId::of(m_home.connection, "replica",
                                  sites.size() == 1 ? uid : uid + QLatin1Char('@') + site.toString());
        replica.asset = asset.id;
        replica.site = site;
        replica.feed = m_home.feed;
        replica.role = declaredRole(labels);
        replica.bytes = volume.bytes > 0 ? qint64(volume.bytes) : -1;
        replica.stateText = phrase("phrase.kube-volume");
        if (volume.phase == QLatin1String("Failed")) {
            replica.state = ReplicaState::Broken;
            replica.stateText = volume.message.isEmpty() ? volume.phase : volume.message;
        }
        replica.origin = m_home.origin;
        ids.insert(replica.id);
        tell(told.replicas, delta.replicas, std::move(replica));
    }
    const std::set<EntityId> before = std::exchange(m_replicasTold[uid], ids);
    for (const EntityId &id : before) {
        if (!ids.contains(id))
            untell(told.replicas, delta.replicas, id);
    }
}

void KubeStorage::tellInto(FleetTables &told, FleetDelta &delta)
{
    const QSet<QString> dirty = std::exchange(m_dirty, {});
    for (const QString &uid : dirty) {
        const auto volume = m_volumes.constFind(uid);
        const EntityId before = m_assetTold.value(uid);
        const EntityId now = volume == m_volumes.cend() ? EntityId() : assetOf(*volume);
        if (before != now && !before.isEmpty()) {
            m_assetTold.remove(uid);
            std::set<QString> &left = m_assets[before];
            left.erase(uid);
            if (left.empty()) {
                m_assets.remove(before);
                untell(told.assets, delta.assets, before);
            } else if (const auto next = m_volumes.constFind(*left.begin()); next != m_volumes.cend()) {
                tellVolume(*next, told, delta);
            }
        }
        if (volume != m_volumes.cend()) {
            tellVolume(*volume, told, delta);
            continue;
        }
        const std::set<EntityId> replicas = m_replicasTold.take(uid);
        for (const EntityId &id : replicas)
            untell(told.replicas, delta.replicas, id);
    }
}

} // namespace graticule
