// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/kubernetes/kubeplaces.h"

#include "backend/places/labelkeys.h"

#include <algorithm>

namespace graticule {
namespace {

QString first(const Labels &labels, QLatin1String key, QLatin1String olderKey)
{
    const QString value = labels.value(key);
    return value.isEmpty() ? labels.value(olderKey) : value;
}

QString keyOf(const Labels &labels)
{
    QString key;
    for (auto it = labels.cbegin(); it != labels.cend(); ++it)
        key += it.key() + QLatin1Char('\n') + it.value() + QLatin1Char('\n');
    return key;
}

bool has(const Labels &labels, const Labels &wanted)
{
    for (auto it = wanted.cbegin(); it != wanted.cend(); ++it) {
        if (labels.value(it.key()) != it.value())
            return false;
    }
    return true;
}

} // namespace

KubePlaces::KubePlaces(KubeHome home, const SiteResolver &resolver)
    : m_home(std::move(home))
    , m_resolver(resolver)
{
}

Site KubePlaces::resolve(const Labels &labels, const QString &providerId) const
{
    using namespace labelkeys;
    const QString region = first(labels, kTopologyRegion, kOldRegion);
    const QString zone = first(labels, kTopologyZone, kOldZone);
    SiteHints hints;
    hints.connection = m_home.connection;
    hints.uid = !region.isEmpty() ? QStringLiteral("region/") + region
                : !zone.isEmpty() ? QStringLiteral("zone/") + zone
                                  : QStringLiteral("cluster");
    hints.name = !region.isEmpty() ? region : !zone.isEmpty() ? zone : m_home.name;
    hints.labels = labels;
    hints.labels.insert(added(labels));
    hints.declared = m_home.declared;
    hints.providerId = providerId;
    hints.origin = m_home.origin;
    Site site = m_resolver.resolve(hints);
    site.feeds = {m_home.feed};
    site.origin = m_home.origin;
    return site;
}

/// The site is known from now on, also without nodes.
EntityId KubePlaces::want(const Site &site)
{
    settle(site);
    m_sites[site.id].isWanted = true;
    m_hasNewWanted = true;
    return site.id;
}

QSet<EntityId> KubePlaces::withoutNodes() const
{
    QSet<EntityId> sites;
    for (auto here = m_sites.cbegin(); here != m_sites.cend(); ++here) {
        if (here->isWanted && here->nodes.isEmpty())
            sites.insert(here.key());
    }
    return sites;
}

void KubePlaces::drop(const QSet<EntityId> &sites)
{
    for (const EntityId &site : sites) {
        m_sites[site].isWanted = false;
        m_dirtySites.insert(site);
        m_siteFor.clear();
        if (site == m_ownSite)
            m_ownSite = {};
    }
}

/// The site is known from now on.
EntityId KubePlaces::settle(const Site &site)
{
    m_dirtySites.insert(site.id);
    auto here = m_sites.find(site.id);
    if (here == m_sites.end())
        m_sites.insert(site.id, {site, {}, {}, true, false});
    else
        here->isRelabelled = true;
    return site.id;
}

void KubePlaces::put(const KubeNode &node)
{
    const QString name = node.meta.name;
    auto known = m_nodes.find(name);
    if (known != m_nodes.end() && known->node == node)
        return; // a heartbeat
    if (known != m_nodes.end() && known->node.meta.uid != node.meta.uid)
        remove(known->node.meta.uid); // deleted and made again while we did not look
    known = m_nodes.find(name);
    m_nameOf.insert(node.meta.uid, name);
    m_dirtyNodes.insert(name);
    const bool standsStill = known != m_nodes.end() && known->node.meta.labels == node.meta.labels &&
                             known->node.providerId == node.providerId;
    if (standsStill) {
        known->node = node;
        m_dirtySites.insert(known->site);
        return;
    }
    const Site site = resolve(node.meta.labels, node.providerId);
    const EntityId before = known == m_nodes.end() ? EntityId() : known->site;
    m_siteFor.clear();
    leave(name);
    m_nodes.insert(name, {node, settle(site), {}});
    m_sites[site.id].nodes.insert(name);
    if (before != site.id)
        m_moved.insert(name);
}

void KubePlaces::leave(const QString &name)
{
    const auto node = m_nodes.find(name);
    if (node == m_nodes.end())
        return;
    SiteHere &here = m_sites[node->site];
    here.sum.add(std::exchange(node->share, {}), -1);
    here.nodes.remove(name);
    here.isRelabelled = true;
    m_dirtySites.insert(node->site);
}

void KubePlaces::remove(const QString &uid)
{
    const QString name = m_nameOf.take(uid);
    if (name.isEmpty())
        return;
    leave(name);
    m_nodes.remove(name);
    m_siteFor.clear();
    m_dirtyNodes.remove(name);
    m_goneNodes.insert(EntityId::of(m_home.connection, "node", uid));
    m_moved.insert(name);
}

void KubePlaces::ask(const QString &node, double cpu, double memory)
{
    if (node.isEmpty() || (cpu == 0 && memory == 0))
        return;
    Asked &asked = m_asked[node];
    asked.sum.cpu += cpu;
    asked.sum.memory += memory;
    asked.pods += cpu < 0 || memory < 0 ? -1 : 1;
    if (asked.pods == 0)
        m_asked.remove(node); // of nodes that come and go for ever
    const auto here = m_nodes.constFind(node);
    if (here == m_nodes.cend())
        return;
    m_dirtyNodes.insert(node);
    m_dirtySites.insert(here->site);
}

/// Null: it is not known now.
const KubePlaces::Need *KubePlaces::usedBy(const KubeNode &node) const
{
    const auto used = m_used.constFind(node.meta.name);
    return used == m_used.cend() || node.ready == Condition::Unknown ? nullptr : &*used;
}

KubePlaces::Need KubePlaces::requestedOn(const QString &node) const
{
    const Need need = m_asked.value(node).sum;
    return {std::max(0.0, need.cpu), std::max(0.0, need.memory)};
}

QList<Sample> KubePlaces::take(const std::vector<KubeUse> &uses, Instant now)
{
    for (auto it = m_used.cbegin(); it != m_used.cend(); ++it) { // of which nothing may be known any more
        if (const auto here = m_nodes.constFind(it.key()); here != m_nodes.cend()) {
            m_dirtyNodes.insert(it.key());
            m_dirtySites.insert(here->site);
        }
    }
    m_used.clear();
    QList<Sample> samples;
    QHash<EntityId, Need> sums;
    const auto sample = [&](const EntityId &entity, const Need &need) {
        samples.append({entity, QStringLiteral("cpu.cores"), now, need.cpu});
        samples.append({entity, QStringLiteral("memory.bytes"), now, need.memory});
    };
    for (const KubeUse &use : uses) {
        const auto here = m_nodes.constFind(use.name);
        if (here == m_nodes.cend() || here->node.ready == Condition::Unknown)
            continue;
        const Need need{std::max(0.0, use.cpu), std::max(0.0, use.memory)};
        m_used.insert(use.name, need);
        m_dirtyNodes.insert(use.name);
        m_dirtySites.insert(here->site);
        sample(EntityId::of(m_home.connection, "node", here->node.meta.uid), need);
        sums[here->site].cpu += need.cpu;
        sums[here->site].memory += need.memory;
    }
    for (auto it = sums.cbegin(); it != sums.cend(); ++it)
        sample(it.key(), *it);
    return samples;
}

EntityId KubePlaces::siteOf(const QString &node)
{
    const auto here = m_nodes.constFind(node);
    return here == m_nodes.cend() ? ownSite() : here->site;
}

EntityId KubePlaces::ownSite()
{
    if (m_ownSite.isEmpty()) {
        // All nodes at one site: so is the rest.
        const auto inhabited =
            std::count_if(m_sites.cbegin(), m_sites.cend(), [](const SiteHere &here) { return !here.nodes.isEmpty(); });
        if (inhabited == 1)
            return std::find_if(m_sites.cbegin(), m_sites.cend(),
                                [](const SiteHere &here) { return !here.nodes.isEmpty(); })
                .key();
        m_ownSite = want(resolve({}, {}));
    }
    return m_ownSite;
}

bool KubePlaces::isInhabited(const EntityId &site) const
{
    const auto here = m_sites.constFind(site);
    return here != m_sites.cend() && !here->nodes.isEmpty();
}

QSet<EntityId> KubePlaces::sitesWith(const Labels &labels) const
{
    QSet<EntityId> sites;
    for (const NodeHere &here : m_nodes) {
        if (has(here.node.meta.labels, labels))
            sites.insert(here.site);
    }
    return sites;
}

EntityId KubePlaces::siteFor(const Labels &labels)
{
    const QString key = keyOf(labels);
    if (labels.isEmpty())
        return ownSite();
    if (const auto known = m_siteFor.constFind(key); known != m_siteFor.cend())
        return *known;
    QSet<EntityId> sites = sitesWith(labels);
    const QString region = first(labels, labelkeys::kTopologyRegion, labelkeys::kOldRegion);
    if (sites.isEmpty() && !region.isEmpty()) // no node in that zone
        sites = sitesWith({{labelkeys::kTopologyRegion, region}});
    EntityId site;
    if (sites.size() == 1) {
        site = *sites.cbegin();
    } else if (sites.isEmpty() &&
               (labels.contains(labelkeys::kTopologyRegion) || labels.contains(labelkeys::kTopologyZone))) {
        site = want(resolve(labels, {})); // a place without nodes
    } else {
        site = ownSite();
    }
    m_siteFor.insert(key, site);
    return site;
}

const KubeNode *KubePlaces::nodeOf(const EntityId &id) const
{
    const auto known = m_nodes.constFind(nodeNamed(id));
    return known == m_nodes.cend() ? nullptr : &known->node;
}

QString KubePlaces::nodeNamed(const EntityId &id) const
{
    const QByteArray ours = EntityId::of(m_home.connection, "node", QString()).utf8();
    return id.utf8().startsWith(ours) ? m_nameOf.value(QString::fromUtf8(id.utf8().mid(ours.size()))) : QString();
}

EntityId KubePlaces::nodeIdOf(const QString &name) const
{
    const auto known = m_nodes.constFind(name);
    return known == m_nodes.cend() ? EntityId() : EntityId::of(m_home.connection, "node", known->node.meta.uid);
}

} // namespace graticule
