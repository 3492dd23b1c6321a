// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/kubernetes/kubeplaces.h"

#include "backend/connectors/tell.h"
#include "backend/domain/saying.h"

#include <algorithm>
#include <cmath>

// Nodes and sites as entities: what a node adds to its site, and what of all that is told.

namespace graticule {
namespace {

/// Whole, and small enough for the sum of many to be exact.
double whole(double amount)
{
    return std::round(std::clamp(amount, 0.0, 1e15));
}

constexpr double kNano = 1e9;

} // namespace

void KubePlaces::Share::add(const Share &other, int sign)
{
    const auto addTo = [sign](Amounts &sum, const Amounts &part) {
        sum.cpu += sign * part.cpu;
        sum.cpuTotal += sign * part.cpuTotal;
        sum.memory += sign * part.memory;
        sum.memoryTotal += sign * part.memoryTotal;
    };
    addTo(requested, other.requested);
    addTo(used, other.used);
    measured += sign * other.measured;
    up += sign * other.up;
    lost += sign * other.lost;
    cordoned += sign * other.cordoned;
}

Node KubePlaces::nodeEntity(const NodeHere &here) const
{
    const KubeNode &from = here.node;
    Node node;
    node.id = EntityId::of(m_home.connection, "node", from.meta.uid);
    node.site = here.site;
    node.feed = m_home.feed;
    node.name = from.meta.name;
    node.platform = from.platform;
    node.labels = from.meta.labels;
    node.origin = m_home.origin;
    node.condition = from.ready;
    if (from.ready != Condition::Up) {
        node.conditionText = from.readyText;
    } else if (from.cordoned) {
        node.condition = Condition::Maintenance;
        node.conditionText = phrase("phrase.kube-cordoned");
    } else if (!from.pressures.isEmpty()) {
        node.condition = Condition::Degraded;
        node.conditionText = from.pressures.join(QStringLiteral(", "));
    }
    const Need *used = usedBy(from);
    const Need need = used ? *used : requestedOn(from.meta.name);
    node.cpu = {need.cpu, from.cpu, !used};
    node.memory = {need.memory, from.memory, !used};
    return node;
}

KubePlaces::Share KubePlaces::shareOf(const KubeNode &node) const
{
    const auto amounts = [&node](const Need &need) {
        return Share::Amounts{whole(need.cpu * kNano), whole(node.cpu * kNano), whole(need.memory), whole(node.memory)};
    };
    Share share;
    share.requested = amounts(requestedOn(node.meta.name));
    if (const Need *used = usedBy(node)) {
        share.used = amounts(*used);
        share.measured = 1;
    }
    share.up = node.ready == Condition::Up;
    share.lost = node.ready == Condition::Unknown;
    share.cordoned = share.up == 1 && node.cordoned;
    return share;
}

Site KubePlaces::siteEntity(SiteHere &here) const
{
    if (std::exchange(here.isRelabelled, false) && !here.nodes.isEmpty()) {
        // What all of its nodes carry alike is the site's; what says where it is, is that of any of them.
        const QString name = *std::min_element(here.nodes.cbegin(), here.nodes.cend());
        const KubeNode &representative = m_nodes.constFind(name)->node;
        here.site = resolve(representative.meta.labels, representative.providerId);
        for (const QString &other : std::as_const(here.nodes)) {
            const Labels &labels = m_nodes.constFind(other)->node.meta.labels;
            here.site.labels.removeIf([&](auto label) {
                return !m_home.declared.contains(label.key()) && labels.value(label.key()) != label.value();
            });
        }
    }
    Site site = here.site;
    const qsizetype all = here.nodes.size();
    if (all == 0)
        return site;
    const Share &sum = here.sum;
    // What is used is known of those that are measured: the others' part of the whole would look unused.
    const bool isRequested = sum.measured == 0;
    const Share::Amounts &amounts = isRequested ? sum.requested : sum.used;
    site.cpu = {amounts.cpu / kNano, amounts.cpuTotal / kNano, isRequested};
    site.memory = {amounts.memory, amounts.memoryTotal, isRequested};
    site.condition = sum.up == all && sum.cordoned == all ? Condition::Maintenance
                     : sum.up == all                      ? Condition::Up
                     : sum.up > 0                         ? Condition::Degraded
                     : sum.lost == all                    ? Condition::Unknown
                                                          : Condition::Down;
    if (sum.up < all)
        site.conditionText =
            phrase("phrase.kube-nodes-not-ready", {QString::number(all - sum.up), QString::number(all)});
    else if (sum.cordoned == all)
        site.conditionText = phrase("phrase.kube-cordoned");
    return site;
}

void KubePlaces::tellInto(FleetTables &told, FleetDelta &delta)
{
    const QSet<EntityId> gone = std::exchange(m_goneNodes, {});
    for (const EntityId &id : gone)
        untell(told.nodes, delta.nodes, id);
    const QSet<QString> names = std::exchange(m_dirtyNodes, {});
    for (const QString &name : names) {
        NodeHere &here = *m_nodes.find(name);
        Share &sum = m_sites[here.site].sum;
        sum.add(here.share, -1);
        here.share = shareOf(here.node);
        sum.add(here.share, 1);
        tell(told.nodes, delta.nodes, nodeEntity(here));
    }
    const QSet<EntityId> sites = std::exchange(m_dirtySites, {});
    for (const EntityId &id : sites) {
        const auto here = m_sites.find(id);
        if (here->nodes.isEmpty() && !here->isWanted) {
            untell(told.sites, delta.sites, id);
            m_sites.erase(here);
        } else {
            tell(told.sites, delta.sites, siteEntity(*here));
        }
    }
}

} // namespace graticule
