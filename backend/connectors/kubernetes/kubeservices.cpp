// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/kubernetes/kubeservices.h"

#include "backend/connectors/tell.h"
#include "backend/domain/saying.h"
#include "backend/places/declared.h"
#include "backend/places/labelkeys.h"

#include <algorithm>

namespace graticule {
namespace {

constexpr QLatin1String kDeclared("declared/"); // no namespace has a slash
constexpr Milliseconds kPassing{1000};          // between looks at what time alone may change

bool asks(const KubePod &pod)
{
    return pod.phase != KubePod::Phase::Succeeded && pod.phase != KubePod::Phase::Failed;
}

} // namespace

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

/// Where most of its pods are, or must go: what has no place yet is told there.
EntityId KubeServices::mainSite(const Group &group)
{
    EntityId site;
    qsizetype most = 0;
    for (const auto &[at, pods] : group.pods) { // of two the first by its id
        if (!at.isEmpty() && qsizetype(pods.size()) > most) {
            most = qsizetype(pods.size());
            site = at;
        }
    }
    if (!site.isEmpty())
        return site;
    for (const QString &key : group.workloads) {
        const auto workload = m_workloads.constFind(key);
        if (workload != m_workloads.cend() && !workload->selector.isEmpty())
            return m_places.siteFor(workload->selector);
    }
    return m_places.ownSite();
}

/// Pods that its workloads want and that are not there.
int KubeServices::missing(const Group &group) const
{
    qint64 missing = 0;
    for (const QString &key : group.workloads) {
        const auto workload = m_workloads.constFind(key);
        if (workload == m_workloads.cend() || workload->desired < 0)
            continue;
        qint64 there = 0;
        const auto pods = m_podsOf.constFind(key);
        if (pods != m_podsOf.cend()) {
            for (const QString &uid : *pods) {
                const KubePod &pod = m_pods.constFind(uid)->pod;
                there += asks(pod) && !pod.leaving;
            }
        }
        missing += std::max<qint64>(0, workload->desired - there);
    }
    return int(std::min<qint64>(missing, 1'000'000));
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

void KubeServices::tellService(const QString &key, const Group &group, FleetTables &told, FleetDelta &delta)
{
    Service service;
    service.id = serviceId(key);
    service.name = key.startsWith(kDeclared)
                       ? key.mid(kDeclared.size())
                       : key.section(QLatin1Char('/'), 0, 0) + QLatin1Char('/') + key.section(QLatin1Char('/'), 2);
    service.origin = m_home.origin;
    bool isFirst = true;
    for (const QString &workload : group.workloads) {
        const auto known = m_workloads.constFind(workload);
        if (known == m_workloads.cend())
            continue;
        const Labels &labels = known->meta.labels;
        if (std::exchange(isFirst, false))
            service.labels = labels;
        else
            service.labels.removeIf([&](auto label) { return labels.value(label.key()) != label.value(); });
        const int tier = declaredTier(known->meta.declared()); // the most important one counts
        if (tier > 0 && (service.tier == 0 || tier < service.tier))
            service.tier = tier;
    }
    tell(told.services, delta.services, std::move(service));
}

/// False: there is none.
bool KubeServices::tellPlacement(const QString &key, const Group &group, const EntityId &site, bool isMain, Instant now,
                                 FleetTables &told, FleetDelta &delta)
{
    std::vector<const KubePod *> pods;
    const auto collect = [&](const EntityId &at) {
        const auto here = group.pods.find(at);
        if (here == group.pods.end())
            return;
        for (const QString &uid : here->second)
            pods.push_back(&m_pods.constFind(uid)->pod);
    };
    collect(site);
    if (isMain)
        collect(EntityId());
    std::sort(pods.begin(), pods.end(), [](auto *a, auto *b) { return a->name < b->name; });
    const PodsVerdict verdict = judge(pods, isMain ? missing(group) : 0, now);
    if (verdict.desired == 0 && (!isMain || pods.empty()))
        return false; // what is left there of it goes, or there is nothing of it anywhere
    if (verdict.passing)
        m_passing[key].insert(site);
    Placement placement;
    placement.id = placementId(key, site);
    placement.service = serviceId(key);
    placement.site = site;
    placement.feed = m_home.feed;
    placement.desired = verdict.desired;
    placement.ready = verdict.ready;
    placement.health = verdict.health;
    placement.healthText = verdict.text;
    placement.image = pods.empty() ? QString() : pods.front()->image;
    placement.origin = m_home.origin;
    for (const QString &workload : group.workloads) {
        const auto known = m_workloads.constFind(workload);
        if (known != m_workloads.cend()) {
            placement.role = declaredRole(known->meta.declared());
            if (!known->image.isEmpty())
                placement.image = known->image;
        }
        if (placement.healthText.isEmpty() && m_most.contains(workload))
            placement.healthText = phrase("phrase.kube-at-most", {QString::number(m_most.value(workload))});
    }
    const Placement *before = told.placements.find(placement.id);
    placement.since = before ? (before->health == placement.health ? before->since : now) : kNever;
    tell(told.placements, delta.placements, std::move(placement));
    return true;
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

void KubeServices::tellInto(FleetTables &told, FleetDelta &delta, Instant now)
{
    QHash<QString, std::set<EntityId>> dirty = std::exchange(m_dirty, {});
    const bool isLookedAtAgain = m_passedAt == kNever || now < m_passedAt || now - m_passedAt >= kPassing;
    if (isLookedAtAgain)
        m_passedAt = now;
    const auto passing = isLookedAtAgain ? std::exchange(m_passing, {}) : QHash<QString, std::set<EntityId>>();
    for (auto it = passing.cbegin(); it != passing.cend(); ++it)
        dirty[it.key()].insert(it->begin(), it->end());
    for (auto it = dirty.cbegin(); it != dirty.cend(); ++it) {
        const auto found = m_groups.find(it.key());
        if (found == m_groups.end())
            continue;
        Group &group = *found;
        const bool lives = !group.workloads.empty() || !group.pods.empty();
        const bool isAnywhere = !group.pods.empty() || missing(group) > 0;
        const EntityId main = lives && isAnywhere ? mainSite(group) : EntityId();
        std::set<EntityId> there;
        for (const auto &[site, pods] : group.pods)
            there.insert(site);
        there.insert(main);
        there.erase(EntityId());
        const std::set<EntityId> before = group.told;
        const bool isAll = it->contains(EntityId());
        for (const EntityId &site : there) {
            if (!isAll && site != main && !it->contains(site))
                continue;
            if (tellPlacement(it.key(), group, site, site == main, now, told, delta))
                group.told.insert(site);
            else
                group.told.erase(site);
        }
        for (const EntityId &site : before) {
            if (there.contains(site) && group.told.contains(site))
                continue;
            group.told.erase(site);
            untell(told.placements, delta.placements, placementId(it.key(), site));
        }
        if (lives) {
            tellService(it.key(), group, told, delta);
        } else {
            untell(told.services, delta.services, serviceId(it.key()));
            m_groups.erase(found);
        }
    }
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
