// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/kubernetes/kubeinventory.h"

namespace graticule {

QString kubeUid(const KubeObject &object)
{
    return std::visit(
        [](const auto &value) {
            if constexpr (requires { value.meta; })
                return value.meta.uid;
            else
                return value.uid;
        },
        object);
}

KubeInventory::KubeInventory(const ConnectionConfig &config, const SiteResolver &resolver)
    : m_places(KubeHome::of(config), resolver)
    , m_services(KubeHome::of(config), m_places)
    , m_storage(KubeHome::of(config), m_places)
{
}

KubeWorkload KubeInventory::ruled(KubeWorkload workload) const
{
    workload.meta.added = m_places.added(workload.meta.labels);
    return workload;
}

void KubeInventory::put(KubeKind kind, const KubeObject &object)
{
    const QString uid = kubeUid(object);
    m_known[kind].insert(uid);
    if (const auto list = m_unlisted.find(kind); list != m_unlisted.end())
        list->remove(uid);
    if (const auto *node = std::get_if<KubeNode>(&object))
        m_places.put(*node);
    else if (const auto *pod = std::get_if<KubePod>(&object))
        m_services.put(*pod);
    else if (const auto *workload = std::get_if<KubeWorkload>(&object))
        m_services.put(ruled(*workload));
    else if (const auto *scaler = std::get_if<KubeAutoscaler>(&object))
        m_services.put(*scaler);
    else if (const auto *volume = std::get_if<KubeVolume>(&object))
        m_storage.put(*volume);
    else if (const auto *claim = std::get_if<KubeClaim>(&object))
        m_storage.put(*claim);
    else if (const auto *storageClass = std::get_if<KubeStorageClass>(&object))
        m_storage.put(*storageClass);
}

void KubeInventory::remove(KubeKind kind, const QString &uid)
{
    if (!m_known[kind].remove(uid))
        return;
    switch (kind) {
    case KubeKind::Node:
        m_places.remove(uid);
        break;
    case KubeKind::Pod:
        m_services.removePod(uid);
        break;
    case KubeKind::Deployment:
    case KubeKind::StatefulSet:
    case KubeKind::DaemonSet:
        m_services.removeWorkload(uid);
        break;
    case KubeKind::Autoscaler:
        m_services.removeAutoscaler(uid);
        break;
    case KubeKind::Volume:
        m_storage.removeVolume(uid);
        break;
    case KubeKind::Claim:
        m_storage.removeClaim(uid);
        break;
    case KubeKind::StorageClass:
        m_storage.removeStorageClass(uid);
        break;
    }
}

void KubeInventory::beginList(KubeKind kind)
{
    m_unlisted.insert(kind, m_known.value(kind));
}

void KubeInventory::endList(KubeKind kind)
{
    const QSet<QString> gone = m_unlisted.take(kind);
    for (const QString &uid : gone)
        remove(kind, uid);
}

QList<Sample> KubeInventory::take(const std::vector<KubeUse> &uses, bool pods, Instant now)
{
    return pods ? m_services.samplesOf(uses, now) : m_places.take(uses, now);
}

EntityId KubeInventory::site() const
{
    EntityId only;
    bool isOne = true;
    m_told.sites.forEach([&](const Site &site) {
        isOne = isOne && only.isEmpty();
        only = site.id;
    });
    return isOne ? only : EntityId();
}

FleetDelta KubeInventory::all(Instant now)
{
    changes(now);
    return diff(FleetTables(), m_told);
}

/// A site without nodes is there for what stands at it, and goes with that.
void KubeInventory::dropEmptySites(const FleetDelta &delta)
{
    const bool mayBeEmpty = m_places.takeWanted() || !delta.placements.removed.empty() ||
                            !delta.replicas.removed.empty() || !delta.replicas.upserted.empty();
    QSet<EntityId> sites = mayBeEmpty ? m_places.withoutNodes() : QSet<EntityId>();
    if (sites.isEmpty())
        return;
    m_services.takeUsed(sites);
    m_told.replicas.forEach([&](const Replica &replica) { sites.remove(replica.site); });
    m_places.drop(sites);
}

FleetDelta KubeInventory::changes(Instant now)
{
    FleetDelta delta;
    const QSet<QString> moved = m_places.takeMoved();
    for (const QString &node : moved)
        m_services.nodeMoved(node);
    if (!moved.isEmpty()) {
        m_services.nodesMoved();
        m_storage.touchAll();
    }
    m_services.tellInto(m_told, delta, now + m_clockOffset);
    m_storage.tellInto(m_told, delta);
    dropEmptySites(delta);
    m_places.tellInto(m_told, delta); // the last: the others name sites
    return delta;
}

} // namespace graticule
