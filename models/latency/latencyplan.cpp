// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/latency/latencyplan.h"

#include <QSet>

#include <algorithm>
#include <limits>
#include <map>

namespace graticule {
namespace {

/// A bare round trip says more of the way than one with work at its end.
int worthOf(ProbeKind kind)
{
    switch (kind) {
    case ProbeKind::Mesh:
        return 6;
    case ProbeKind::Grpc:
        return 5;
    case ProbeKind::TcpConnect:
        return 4;
    case ProbeKind::Reported:
        return 3;
    case ProbeKind::Http:
        return 2;
    case ProbeKind::TlsHandshake:
        return 1;
    case ProbeKind::Unknown:
        break;
    }
    return 0;
}

/// How many links begin or end at each site.
QHash<EntityId, int> degrees(const FleetTables &tables)
{
    QHash<EntityId, int> result;
    tables.links.forEach([&](const Link &link) {
        if (link.from == link.to)
            return; // what a keeper measures of its own site
        ++result[link.from];
        ++result[link.to];
    });
    return result;
}

bool takes(const LatencyFilter &filter, const QStringList &words, const Site &site)
{
    if (!filter.region.isEmpty() && site.region != filter.region)
        return false;
    return std::all_of(words.cbegin(), words.cend(), [&](const QString &word) {
        for (const QString &text : {site.name, site.place.city, site.place.country, site.provider, site.region}) {
            if (text.contains(word, Qt::CaseInsensitive))
                return true;
        }
        return false;
    });
}

/// Leaves out sites of which no link leads to another of them: their row would say nothing.
void keepLinked(const FleetTables &tables, std::vector<const Site *> &sites)
{
    QHash<EntityId, bool> linked;
    for (const Site *site : sites)
        linked.insert(site->id, false);
    tables.links.forEach([&](const Link &link) {
        if (link.from == link.to || !linked.contains(link.from) || !linked.contains(link.to))
            return;
        linked[link.from] = linked[link.to] = true;
    });
    std::erase_if(sites, [&](const Site *site) { return !linked.value(site->id); });
}

/// The regions of @p sites from west to east by the middle of their sites; those without a place last.
QStringList westToEast(const std::vector<const Site *> &sites)
{
    struct Sum
    {
        double longitude = 0;
        int count = 0;
    };
    std::map<QString, Sum> sums;
    for (const Site *site : sites) {
        Sum &sum = sums[site->region];
        if (site->place.position) {
            sum.longitude += site->place.position->longitude;
            ++sum.count;
        }
    }
    std::vector<std::pair<double, QString>> order;
    order.reserve(sums.size());
    for (const auto &[region, sum] : sums)
        order.emplace_back(sum.count > 0 ? sum.longitude / sum.count : 1000, region);
    std::sort(order.begin(), order.end());
    QStringList regions;
    for (const auto &[longitude, region] : order)
        regions << region;
    return regions;
}

/// The sites at the other ends of the links of @p site.
std::vector<const Site *> measuredWith(const FleetTables &tables, const EntityId &site)
{
    std::vector<const Site *> found;
    QSet<EntityId> seen{site};
    tables.links.forEach([&](const Link &link) {
        if (link.from != site && link.to != site)
            return;
        const EntityId &other = link.from == site ? link.to : link.from;
        const Site *end = seen.contains(other) ? nullptr : tables.sites.find(other);
        seen.insert(other);
        if (end)
            found.push_back(end);
    });
    return found;
}

/// The slowest way between each of @p sites and another of them; below 0: none is measured.
QHash<EntityId, double> slowestWays(const FleetTables &tables, const std::vector<const Site *> &sites)
{
    QHash<EntityId, double> slowest;
    for (const Site *site : sites)
        slowest.insert(site->id, -1);
    tables.links.forEach([&](const Link &link) {
        if (link.from == link.to || !slowest.contains(link.from) || !slowest.contains(link.to))
            return;
        const double ms = link.condition == Condition::Down ? std::numeric_limits<double>::max() : link.rttMs;
        for (const EntityId &end : {link.from, link.to})
            slowest[end] = std::max(slowest[end], ms);
    });
    return slowest;
}

bool comesBefore(const Site *a, const Site *b)
{
    return a->name != b->name ? a->name < b->name : a->id < b->id;
}

/// The order of the rows.
void arrange(const FleetTables &tables, const LatencyFilter &filter, const EntityId &first,
             std::vector<const Site *> &sites)
{
    const QHash<EntityId, double> slowest =
        filter.isSlowestFirst ? slowestWays(tables, sites) : QHash<EntityId, double>();
    const QStringList regions = westToEast(sites);
    std::sort(sites.begin(), sites.end(), [&](const Site *a, const Site *b) {
        if ((a->id == first) != (b->id == first))
            return a->id == first;
        const double left = slowest.value(a->id);
        const double right = slowest.value(b->id);
        if (left != right)
            return left > right;
        const qsizetype west = filter.isSlowestFirst ? 0 : regions.indexOf(a->region);
        const qsizetype east = filter.isSlowestFirst ? 0 : regions.indexOf(b->region);
        return west != east ? west < east : comesBefore(a, b);
    });
}

} // namespace

bool LatencyPlan::isSameAs(const LatencyPlan &other) const
{
    return cells == other.cells && links == other.links && matching == other.matching && against == other.against &&
           std::equal(sites.cbegin(), sites.cend(), other.sites.cbegin(), other.sites.cend(),
                      [](const Place &a, const Place &b) {
                          return a.site == b.site && a.name == b.name && a.region == b.region;
                      });
}

LatencyPlan latencyPlan(const FleetTables &tables, const LatencyFilter &filter)
{
    const QHash<EntityId, int> linked = degrees(tables);
    const QStringList words = filter.words.split(u' ', Qt::SkipEmptyParts);
    std::vector<const Site *> chosen;
    for (auto at = linked.cbegin(); at != linked.cend(); ++at) {
        const Site *site = tables.sites.find(at.key());
        if (site && takes(filter, words, *site))
            chosen.push_back(site);
    }
    LatencyPlan plan;
    if (chosen.size() == 1) {
        plan.against = chosen.front()->id;
        const std::vector<const Site *> others = measuredWith(tables, plan.against);
        chosen.insert(chosen.end(), others.begin(), others.end());
    }
    plan.matching = int(chosen.size());
    if (plan.matching > filter.most) {
        std::sort(chosen.begin(), chosen.end(), [&](const Site *a, const Site *b) {
            if ((a->id == plan.against) != (b->id == plan.against))
                return a->id == plan.against;
            const int left = linked.value(a->id);
            const int right = linked.value(b->id);
            return left != right ? left > right : comesBefore(a, b);
        });
        chosen.resize(size_t(std::max(filter.most, 0)));
        keepLinked(tables, chosen);
    }
    arrange(tables, filter, plan.against, chosen);
    for (const Site *site : chosen) {
        plan.rowOf.insert(site->id, plan.count());
        plan.sites.push_back({site->id, site->name, filter.isSlowestFirst ? QString() : site->region});
    }
    const size_t side = plan.sites.size();
    plan.cells.assign(side * side, -1);
    plan.pairs = qint64(side) * qint64(side) - qint64(side);
    std::vector<int> worths(side * side, -1);
    tables.links.forEach([&](const Link &link) {
        const int row = plan.rowOf.value(link.from, -1);
        const int column = plan.rowOf.value(link.to, -1);
        if (row < 0 || column < 0 || row == column)
            return;
        const size_t at = size_t(row) * side + size_t(column);
        if (worthOf(link.probe) <= worths[at])
            return;
        worths[at] = worthOf(link.probe);
        int &cell = plan.cells[at];
        if (cell < 0) {
            cell = int(plan.links.size());
            plan.links.append(link.id);
        } else {
            plan.links[cell] = link.id;
        }
    });
    plan.measured = plan.links.size();
    return plan;
}

QStringList linkedRegions(const FleetTables &tables)
{
    const QHash<EntityId, int> linked = degrees(tables);
    std::vector<const Site *> sites;
    for (auto at = linked.cbegin(); at != linked.cend(); ++at) {
        if (const Site *site = tables.sites.find(at.key()))
            sites.push_back(site);
    }
    QStringList regions = westToEast(sites);
    regions.removeAll(QString());
    return regions;
}

} // namespace graticule
