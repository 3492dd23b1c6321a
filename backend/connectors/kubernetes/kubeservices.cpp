// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/kubernetes/kubeservices.h"

#include "backend/places/labelkeys.h"

#include <algorithm>

namespace graticule {

bool KubeServices::asks(const KubePod &pod)
{
    return pod.phase != KubePod::Phase::Succeeded && pod.phase != KubePod::Phase::Failed;
}

KubeServices::KubeServices(KubeHome home, KubePlaces &places)
    : m_home(std::move(home))
    , m_places(places)
{
}

QString KubeServices::keyOf(const QString &space, KubeOwner::Kind kind, const QString &name)
{
    switch (kind) {
    case KubeOwner::Kind::Deployment:
        return space + QStringLiteral("/deployment/") + name;
    case KubeOwner::Kind::StatefulSet:
        return space + QStringLiteral("/statefulset/") + name;
    case KubeOwner::Kind::DaemonSet:
        return space + QStringLiteral("/daemonset/") + name;
    default:
        return space + QStringLiteral("/pod/") + name;
    }
}

/// Empty: it belongs to no service.
QString KubeServices::keyOf(const KubePod &pod) const
{
    using Kind = KubeOwner::Kind;
    switch (pod.owner.kind) {
    case Kind::Job:
        return {};
    case Kind::None:
        return keyOf(pod.space, Kind::None, pod.name);
    case Kind::Node: { // "kube-proxy-NODE" on each node
        const QString tail = QLatin1Char('-') + pod.node;
        return keyOf(pod.space, Kind::None, pod.name.endsWith(tail) ? pod.name.chopped(tail.size()) : pod.name);
    }
    default:
        return keyOf(pod.space, pod.owner.kind, pod.owner.name);
    }
}

QString KubeServices::groupOf(const QString &workload) const
{
    const auto known = m_workloads.constFind(workload);
    QString declared;
    if (known != m_workloads.cend())
        declared =
            known->meta.labels.value(labelkeys::kService, known->meta.added.value(labelkeys::kService)).trimmed();
    if (declared.isEmpty())
        declared = m_places.sameService(EntityId::of(m_home.connection, "service", workload));
    return declared.isEmpty() ? workload : kDeclared + declared;
}

void KubeServices::touch(const QString &group)
{
    m_dirty[group].insert(EntityId());
}

void KubeServices::touch(const QString &group, const EntityId &site)
{
    std::set<EntityId> &sites = m_dirty[group]; // its main site is looked at in any case
    if (!site.isEmpty())
        sites.insert(site);
}

void KubeServices::join(const QString &uid, PodHere &here)
{
    const QString workload = keyOf(here.pod);
    if (asks(here.pod))
        m_places.ask(here.pod.node, here.pod.cpu, here.pod.memory);
    m_onNode[here.pod.node].insert(uid);
    if (workload.isEmpty())
        return;
    here.group = groupOf(workload);
    m_podsOf[workload].insert(uid);
    Group &group = m_groups[here.group];
    if (!m_workloads.contains(workload))
        group.workloads.insert(workload);
    here.site = here.pod.node.isEmpty() ? EntityId() : m_places.siteOf(here.pod.node);
    group.pods[here.site].insert(uid);
    touch(here.group, here.site);
}

void KubeServices::leave(const QString &uid, const PodHere &here)
{
    if (asks(here.pod))
        m_places.ask(here.pod.node, -here.pod.cpu, -here.pod.memory);
    if (const auto node = m_onNode.find(here.pod.node); node != m_onNode.end() && node->erase(uid) > 0 && node->empty())
        m_onNode.erase(node);
    if (here.group.isEmpty())
        return;
    const QString workload = keyOf(here.pod);
    if (const auto pods = m_podsOf.find(workload); pods != m_podsOf.end() && pods->erase(uid) > 0 && pods->empty())
        m_podsOf.erase(pods);
    Group &group = m_groups[here.group];
    if (!m_workloads.contains(workload) && !m_podsOf.contains(workload))
        group.workloads.erase(workload);
    if (const auto pods = group.pods.find(here.site);
        pods != group.pods.end() && pods->second.erase(uid) > 0 && pods->second.empty())
        group.pods.erase(pods);
    touch(here.group, here.site);
}

void KubeServices::put(const KubePod &pod)
{
    auto known = m_pods.find(pod.uid);
    if (known != m_pods.end()) {
        if (known->pod == pod)
            return;
        const bool stays = known->pod.node == pod.node && known->pod.owner == pod.owner && known->pod.cpu == pod.cpu &&
                           known->pod.memory == pod.memory && asks(known->pod) == asks(pod);
        if (stays) {
            known->pod = pod;
            if (!known->group.isEmpty())
                touch(known->group, known->site);
            return;
        }
        leave(pod.uid, *known);
        m_pods.erase(known);
    }
    known = m_pods.insert(pod.uid, {pod, {}, {}});
    join(pod.uid, *known);
}

void KubeServices::removePod(const QString &uid)
{
    const auto known = m_pods.find(uid);
    if (known == m_pods.end())
        return;
    leave(uid, *known);
    m_pods.erase(known);
}

void KubeServices::put(const KubeWorkload &workload)
{
    const QString key = keyOf(workload.meta.space, workload.kind, workload.meta.name);
    const auto known = m_workloads.constFind(key);
    if (known != m_workloads.cend() && *known == workload)
        return;
    const QString before = groupOf(key);
    if (known != m_workloads.cend())
        m_keyOf.remove(known->meta.uid);
    m_workloads.insert(key, workload);
    m_keyOf.insert(workload.meta.uid, key);
    const QString group = groupOf(key);
    if (group != before) {
        m_groups[before].workloads.erase(key);
        touch(before);
        regroup(key);
    }
    m_groups[group].workloads.insert(key);
    touch(group);
}

void KubeServices::removeWorkload(const QString &uid)
{
    const QString key = m_keyOf.take(uid);
    if (key.isEmpty())
        return;
    const QString group = groupOf(key);
    m_workloads.remove(key);
    m_groups[group].workloads.erase(key);
    touch(group);
    regroup(key); // its pods may live on
}

/// The pods of @p workload join its service anew.
void KubeServices::regroup(const QString &workload)
{
    const std::set<QString> pods = m_podsOf.value(workload);
    for (const QString &uid : pods) {
        PodHere &here = *m_pods.find(uid);
        leave(uid, here);
        join(uid, here);
    }
}

void KubeServices::nodeMoved(const QString &name)
{
    const std::set<QString> pods = m_onNode.value(name);
    for (const QString &uid : pods) {
        PodHere &here = *m_pods.find(uid);
        leave(uid, here);
        join(uid, here);
    }
}

void KubeServices::nodesMoved()
{
    for (auto group = m_groups.cbegin(); group != m_groups.cend(); ++group) {
        if (group->pods.empty() || !group->waits.empty())
            touch(group.key());
    }
}

void KubeServices::takeUsed(QSet<EntityId> &sites) const
{
    for (const Group &group : m_groups) {
        for (const auto &[site, pods] : group.pods)
            sites.remove(site);
        for (const EntityId &site : group.told)
            sites.remove(site);
    }
}

void KubeServices::put(const KubeAutoscaler &scaler)
{
    removeAutoscaler(scaler.meta.uid);
    m_scalers.insert(scaler.meta.uid, scaler);
    const QString key = scaler.meta.space + QLatin1Char('/') + scaler.target.section(QLatin1Char('/'), 0, 0).toLower() +
                        QLatin1Char('/') + scaler.target.section(QLatin1Char('/'), 1);
    if (scaler.most > 0 && scaler.wanted >= scaler.most)
        m_most.insert(key, scaler.most);
    touch(groupOf(key));
}

void KubeServices::removeAutoscaler(const QString &uid)
{
    const auto known = m_scalers.find(uid);
    if (known == m_scalers.end())
        return;
    const QString key = known->meta.space + QLatin1Char('/') + known->target.section(QLatin1Char('/'), 0, 0).toLower() +
                        QLatin1Char('/') + known->target.section(QLatin1Char('/'), 1);
    m_scalers.erase(known);
    m_most.remove(key);
    touch(groupOf(key));
}

EntityId KubeServices::serviceId(const QString &group) const
{
    return group.startsWith(kDeclared) ? EntityId::declared("service", group.mid(kDeclared.size()))
                                       : EntityId::of(m_home.connection, "service", group);
}

EntityId KubeServices::placementId(const QString &group, const EntityId &site) const
{
    return EntityId::of(m_home.connection, "placement", group + QLatin1Char('@') + site.toString());
}

QList<Sample> KubeServices::samplesOf(const std::vector<KubeUse> &uses, Instant now) const
{
    QHash<QString, const KubeUse *> useOf;
    for (const KubeUse &use : uses)
        useOf.insert(use.space + QLatin1Char('/') + use.name, &use);
    QHash<EntityId, KubeUse> sums;
    for (const PodHere &here : m_pods) {
        const KubeUse *use = useOf.value(here.pod.space + QLatin1Char('/') + here.pod.name);
        if (!use || here.group.isEmpty() || here.site.isEmpty())
            continue;
        KubeUse &sum = sums[placementId(here.group, here.site)];
        sum.cpu += use->cpu;
        sum.memory += use->memory;
    }
    QList<Sample> samples;
    for (auto it = sums.cbegin(); it != sums.cend(); ++it) {
        samples.append({it.key(), QStringLiteral("cpu.cores"), now, it->cpu});
        samples.append({it.key(), QStringLiteral("memory.bytes"), now, it->memory});
    }
    return samples;
}

std::vector<KubePod> KubeServices::podsOf(const EntityId &target) const
{
    std::vector<KubePod> pods;
    const auto take = [&](const std::set<QString> &uids) {
        for (const QString &uid : uids)
            pods.push_back(m_pods.value(uid).pod);
    };
    if (const QString node = m_places.nodeNamed(target); !node.isEmpty()) {
        take(m_onNode.value(node));
        return pods;
    }
    for (auto it = m_groups.cbegin(); it != m_groups.cend(); ++it) {
        const bool isService = serviceId(it.key()) == target;
        for (const auto &[site, uids] : it->pods) {
            if (isService || placementId(it.key(), site) == target)
                take(uids);
        }
    }
    return pods;
}

std::vector<KubeWorkload> KubeServices::workloadsOf(const EntityId &target) const
{
    std::vector<KubeWorkload> workloads;
    for (auto it = m_groups.cbegin(); it != m_groups.cend(); ++it) {
        const bool isService = serviceId(it.key()) == target;
        const auto site = std::find_if(it->told.cbegin(), it->told.cend(),
                                       [&](const EntityId &at) { return placementId(it.key(), at) == target; });
        if (!isService && site == it->told.cend())
            continue;
        for (const QString &key : it->workloads) {
            const auto known = m_workloads.constFind(key);
            const bool isOnly = it->workloads.size() == 1; // it may have no pods yet
            if (known != m_workloads.cend() && (isService || isOnly || hasPodsAt(key, *site)))
                workloads.push_back(*known);
        }
        return workloads;
    }
    return workloads;
}

bool KubeServices::hasPodsAt(const QString &workload, const EntityId &site) const
{
    const auto pods = m_podsOf.constFind(workload);
    return pods != m_podsOf.cend() && std::any_of(pods->cbegin(), pods->cend(),
                                                  [&](const QString &uid) { return m_pods.value(uid).site == site; });
}

KubeWhereabouts KubeServices::whereaboutsOf(const QString &kind, const QString &space, const QString &name,
                                            const QString &uid) const
{
    if (kind == QLatin1String("Node"))
        return {m_places.nodeIdOf(name), m_places.nodeIdOf(name), m_places.siteOf(name)};
    if (kind == QLatin1String("Pod")) {
        const auto here = m_pods.constFind(uid);
        if (here == m_pods.cend())
            return {};
        return {here->group.isEmpty() ? EntityId() : placementId(here->group, here->site),
                m_places.nodeIdOf(here->pod.node), here->site};
    }
    for (const auto &[word, owner] :
         {std::pair("Deployment", KubeOwner::Kind::Deployment), std::pair("StatefulSet", KubeOwner::Kind::StatefulSet),
          std::pair("DaemonSet", KubeOwner::Kind::DaemonSet)}) {
        if (kind == QLatin1String(word))
            return {serviceId(groupOf(keyOf(space, owner, name))), {}, {}};
    }
    return {};
}

} // namespace graticule
