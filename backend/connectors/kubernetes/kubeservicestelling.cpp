// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/kubernetes/kubeservices.h"

#include "backend/connectors/tell.h"
#include "backend/domain/saying.h"
#include "backend/places/declared.h"
#include "backend/places/sameservices.h"

#include <algorithm>

// What KubeServices has, as services and placements.

namespace graticule {
namespace {

constexpr Milliseconds kPassing{1000}; // between looks at what time alone may change

} // namespace

/// Where most of its pods are, or must go, or were.
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
    for (auto key = group.workloads.cbegin(); site.isEmpty() && key != group.workloads.cend(); ++key)
        site = siteOf(*key);
    if (site.isEmpty()) {
        const auto was = std::find_if(group.told.cbegin(), group.told.cend(),
                                      [this](const EntityId &at) { return m_places.isInhabited(at); });
        if (was != group.told.cend())
            site = *was;
    }
    return site.isEmpty() ? m_places.ownSite() : site;
}

/// Nothing of it is to run, by what its workloads say; unlike what has no pods for another reason.
bool KubeServices::isOff(const Group &group) const
{
    return !group.workloads.empty() &&
           std::all_of(group.workloads.cbegin(), group.workloads.cend(), [this](const QString &key) {
               const auto known = m_workloads.constFind(key);
               return known != m_workloads.cend() && known->desired == 0;
           });
}

/// Of one that is off. A daemon set is not scaled: how many it wants are the nodes that it is for.
QString KubeServices::whyOff(const Group &group) const
{
    const bool isDaemon = std::all_of(group.workloads.cbegin(), group.workloads.cend(), [this](const QString &key) {
        return m_workloads.constFind(key)->kind == KubeOwner::Kind::DaemonSet;
    });
    return phrase(isDaemon ? "phrase.kube-for-no-node" : "phrase.kube-scaled-down");
}

/// Where most pods of one workload are, or must go; nothing when neither is known.
EntityId KubeServices::siteOf(const QString &workload)
{
    std::map<EntityId, int> counts;
    if (const auto pods = m_podsOf.constFind(workload); pods != m_podsOf.cend()) {
        for (const QString &uid : *pods)
            ++counts[m_pods.constFind(uid)->site];
    }
    counts.erase(EntityId());
    const auto most = std::max_element(counts.cbegin(), counts.cend(), // of two the first by its id
                                       [](const auto &a, const auto &b) { return a.second < b.second; });
    if (most != counts.cend())
        return most->first;
    const auto known = m_workloads.constFind(workload);
    return known == m_workloads.cend() || known->selector.isEmpty() ? EntityId() : m_places.siteFor(known->selector);
}

qint64 KubeServices::missing(const QString &workload) const
{
    const auto known = m_workloads.constFind(workload);
    if (known == m_workloads.cend() || known->desired < 0)
        return 0;
    qint64 there = 0;
    if (const auto pods = m_podsOf.constFind(workload); pods != m_podsOf.cend()) {
        for (const QString &uid : *pods) {
            const KubePod &pod = m_pods.constFind(uid)->pod;
            there += asks(pod) && !pod.leaving;
        }
    }
    return std::max<qint64>(0, known->desired - there);
}

/// By the site at which it is told: that of its own workload, since several workloads may be one service. Never of
/// what has all its pods.
std::map<EntityId, KubeServices::Waiting> KubeServices::waiting(const Group &group)
{
    std::map<EntityId, Waiting> result;
    for (const QString &workload : group.workloads) {
        Waiting here;
        here.missing = missing(workload);
        if (const auto pods = m_podsOf.constFind(workload); pods != m_podsOf.cend()) {
            for (const QString &uid : *pods) {
                const PodHere &pod = *m_pods.constFind(uid);
                if (pod.site.isEmpty())
                    here.pods.push_back(&pod.pod);
            }
        }
        if (here.missing == 0 && here.pods.empty())
            continue;
        const EntityId own = siteOf(workload);
        Waiting &all = result[own.isEmpty() ? mainSite(group) : own];
        all.missing += here.missing;
        all.pods.insert(all.pods.end(), here.pods.cbegin(), here.pods.cend());
    }
    return result;
}

void KubeServices::tellService(const QString &key, const Group &group, FleetTables &told, FleetDelta &delta)
{
    Service service;
    service.id = serviceId(key);
    service.name = key.startsWith(kDeclared)
                       ? serviceNameOf(key.mid(kDeclared.size()))
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
bool KubeServices::tellPlacement(const QString &key, const Group &group, const EntityId &site, const Waiting *waiting,
                                 Instant now, FleetTables &told, FleetDelta &delta)
{
    std::vector<const KubePod *> pods;
    if (const auto here = group.pods.find(site); here != group.pods.end()) {
        for (const QString &uid : here->second)
            pods.push_back(&m_pods.constFind(uid)->pod);
    }
    const qint64 missing = waiting ? std::min<qint64>(waiting->missing, 1'000'000) : 0;
    if (waiting)
        pods.insert(pods.end(), waiting->pods.cbegin(), waiting->pods.cend());
    std::sort(pods.begin(), pods.end(), [](auto *a, auto *b) { return a->name < b->name; });
    const PodsVerdict verdict = judge(pods, int(missing), now);
    const bool isOff = this->isOff(group);
    if (verdict.desired == 0 && (site != mainSite(group) || (pods.empty() && !isOff)))
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
    const bool isQuiet = verdict.desired == 0; // else pods that nobody ended yet run on, or fail
    if (isOff && isQuiet && std::none_of(pods.cbegin(), pods.cend(), [](auto *pod) { return pod->leaving; }))
        placement.healthText = whyOff(group); // whatever pods that ended are left
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
        const std::map<EntityId, Waiting> waiting = this->waiting(group);
        const bool isAnywhere = !group.pods.empty() || !waiting.empty() || isOff(group);
        const EntityId main = lives && isAnywhere ? mainSite(group) : EntityId();
        std::set<EntityId> there;
        for (const auto &[site, pods] : group.pods)
            there.insert(site);
        for (const auto &[site, what] : waiting)
            there.insert(site);
        there.insert(main);
        there.erase(EntityId());
        const std::set<EntityId> waited = std::exchange(group.waits, {});
        const std::set<EntityId> before = group.told;
        const bool isAll = it->contains(EntityId());
        for (const EntityId &site : there) {
            const auto here = waiting.find(site);
            const bool waits = here != waiting.end();
            if (waits)
                group.waits.insert(site);
            if (!isAll && site != main && !waits && !waited.contains(site) && !it->contains(site))
                continue;
            if (tellPlacement(it.key(), group, site, waits ? &here->second : nullptr, now, told, delta))
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

} // namespace graticule
