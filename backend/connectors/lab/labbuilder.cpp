// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/lab/labcatalogue.h"
#include "backend/connectors/lab/labdice.h"
#include "backend/connectors/lab/labfleet.h"
#include "backend/connectors/lab/labties.h"
#include "backend/domain/saying.h"
#include "backend/places/labelkeys.h"

#include <algorithm>
#include <set>

namespace graticule {
namespace {

using namespace labcatalogue;

enum Question : quint64 {
    NodeCount = 200,
    NodeSize,
    BootDays,
    HasService,
    Instances,
    Version,
    StorageUse,
    Unwell,
};

constexpr int kDeep = 5000; ///< up to so many sites, edges have nodes of their own
constexpr double kGiB = 1024.0 * 1024 * 1024;

Where sortOf(SiteKind kind)
{
    switch (kind) {
    case SiteKind::Edge:
        return Where::Edge;
    case SiteKind::PointOfPresence:
        return Where::Presence;
    case SiteKind::DeviceGateway:
        return Where::Gateway;
    default:
        return Where::Hub;
    }
}

class Builder
{
public:
    Builder(const LabOptions &options, std::vector<LabSitePlan> plan, const RttModel &rtt, Instant start)
        : m_dice(options.seed)
        , m_plan(std::move(plan))
        , m_rtt(rtt)
        , m_start(start)
        , m_deep(m_plan.size() <= kDeep)
    {
        m_fleet.regions = labRegions(options.seed);
        m_servicesHere.resize(kLabRegionCount);
    }

    LabFleet build()
    {
        addServices();
        m_fleet.sites.reserve(m_plan.size());
        for (const LabSitePlan &plan : m_plan)
            addSite(plan);
        tieLabFleet(m_fleet, m_plan, m_dice, m_rtt, m_deep);
        setRanges();
        makeSomeUnwell();
        return std::move(m_fleet);
    }

private:
    void addServices()
    {
        for (const ServiceKind &kind : kServices) {
            const QString name = QString::fromLatin1(kind.name);
            m_fleet.services.push_back(std::make_shared<const Service>(Service{
                EntityId::declared("service", name), name, kind.tier, {{labelkeys::kService, name}}, Origin::Lab}));
        }
    }

    void addSite(const LabSitePlan &plan)
    {
        const int index = int(m_fleet.sites.size());
        const LabRegion &region = m_fleet.regions[size_t(plan.region)];
        LabFleet::SiteEntry entry;
        entry.region = plan.region;
        entry.longitude = plan.longitude;
        Site site;
        site.id = EntityId::of(region.connection, "site", plan.name);
        site.name = plan.name;
        site.region = region.name;
        site.kind = plan.kind;
        site.provider = plan.provider;
        site.place = plan.place;
        site.labels = labelsOf(plan);
        site.condition = Condition::Up;
        site.feeds = {region.feed};
        site.origin = Origin::Lab;
        entry.nodes.begin = int(m_fleet.nodes.size());
        addNodes(plan, index, site);
        entry.nodes.end = int(m_fleet.nodes.size());
        entry.placements.begin = int(m_fleet.placements.size());
        addPlacements(plan, index, site.id);
        entry.placements.end = int(m_fleet.placements.size());
        entry.now = std::make_shared<const Site>(std::move(site));
        m_fleet.sites.push_back(std::move(entry));
    }

    Labels labelsOf(const LabSitePlan &plan)
    {
        if (!plan.providerCode.isEmpty())
            return {{labelkeys::kTopologyRegion, plan.providerCode}};
        // One map for all sites of a country: at 100,000 sites that counts.
        Labels &shared = m_labels[plan.place.country];
        if (shared.isEmpty() && !plan.place.country.isEmpty())
            shared.insert(labelkeys::kCountry, plan.place.country);
        return shared;
    }

    int nodeCount(const LabSitePlan &plan, quint64 key) const
    {
        switch (plan.kind) {
        case SiteKind::PublicRegion:
            return 3 + (m_deep ? m_dice.below(6, {NodeCount, key}) : 0);
        case SiteKind::PrivateDataCentre:
            return m_deep ? 3 + m_dice.below(5, {NodeCount, key}) : 0;
        case SiteKind::PointOfPresence:
            return m_deep ? 2 : 0;
        default:
            return m_deep ? 1 + m_dice.below(2, {NodeCount, key}) : 0;
        }
    }

    /// Each thing begins anew every so many @p days, at an hour of its own, and runs since the last of them that was
    /// @p atLeast before the lab's start. So a lab that is started again tells of the same machines, not of reboots.
    Instant runningSince(Milliseconds atLeast, int days, std::initializer_list<quint64> of) const
    {
        const Milliseconds turn = std::chrono::hours(24 * days);
        const Milliseconds own = std::chrono::hours(m_dice.below(24 * days, of));
        const Milliseconds latest = m_start.time_since_epoch() - atLeast;
        return Instant(own + (latest - own) / turn * turn);
    }

    /// Also sums up what the site has; a site without nodes of its own has the size of one.
    void addNodes(const LabSitePlan &plan, int index, Site &site)
    {
        const quint64 key = quint64(index);
        const bool big = sortOf(plan.kind) == Where::Hub;
        const double cores = big ? 16 << m_dice.below(3, {NodeSize, key}) : 4 << m_dice.below(2, {NodeSize, key});
        const Usage cpu{0, cores};
        const Usage memory{0, cores * 4 * kGiB};
        const Usage storage{cores * 32 * kGiB * (0.3 + 0.4 * m_dice.unit({StorageUse, key})), cores * 32 * kGiB};
        const int count = nodeCount(plan, key);
        const double times = std::max(1, count);
        site.cpu.total = cpu.total * times;
        site.memory.total = memory.total * times;
        site.storage = {storage.used * times, storage.total * times};
        for (int i = 0; i < count; ++i) {
            Node node;
            node.name = QStringLiteral("%1-n%2").arg(plan.name).arg(i + 1);
            node.id = EntityId::of(m_fleet.regions[size_t(plan.region)].connection, "node", node.name);
            node.site = site.id;
            node.feed = site.feeds.first();
            node.condition = Condition::Up;
            node.platform = QStringLiteral("Debian 12, amd64");
            node.cpu = cpu;
            node.memory = memory;
            node.storage = storage;
            node.bootedAt = runningSince(std::chrono::hours(24), 90, {BootDays, key, quint64(i)});
            node.origin = Origin::Lab;
            m_fleet.nodes.push_back({std::make_shared<const Node>(std::move(node)), index, Condition::Up, {}});
        }
    }

    void addPlacements(const LabSitePlan &plan, int index, const EntityId &site)
    {
        const Where sort = sortOf(plan.kind);
        bool first = true;
        for (size_t s = 0; s < kServices.size(); ++s) {
            const ServiceKind &kind = kServices[s];
            const bool has = kind.where == sort && (m_deep || first || sort == Where::Hub) &&
                             m_dice.unit({HasService, quint64(index), s}) < kind.share;
            if (!has)
                continue;
            first = false;
            addPlacement(plan, index, site, int(s));
        }
    }

    void addPlacement(const LabSitePlan &plan, int index, const EntityId &site, int s)
    {
        const LabRegion &region = m_fleet.regions[size_t(plan.region)];
        const Service &service = *m_fleet.services[size_t(s)];
        const bool big = sortOf(plan.kind) == Where::Hub;
        Placement placement;
        placement.id = EntityId::of(region.connection, "placement", plan.name + u'/' + service.name);
        placement.service = service.id;
        placement.site = site;
        placement.feed = region.feed;
        // Orders are taken in one place of each region, the others stand by.
        const bool stateful = service.name == QLatin1String("orders");
        const bool isFirst = m_servicesHere[size_t(plan.region)].insert(s).second;
        placement.role = !stateful ? Role::Active : isFirst ? Role::Primary : Role::Standby;
        placement.desired = big ? 2 + m_dice.below(7, {Instances, quint64(index), quint64(s)}) : 1;
        placement.ready = placement.desired;
        placement.health = Health::Healthy;
        placement.image = QStringLiteral("registry.example/%1:%2.%3")
                              .arg(service.name)
                              .arg(1 + m_dice.below(6, {Version, quint64(s)}))
                              .arg(m_dice.below(30, {Version, quint64(s), 1}));
        placement.since = runningSince(std::chrono::hours(1), 14, {BootDays, quint64(index), quint64(s), 1});
        placement.origin = Origin::Lab;
        const int ready = placement.desired;
        m_fleet.placements.push_back(
            {std::make_shared<const Placement>(std::move(placement)), index, ready, Health::Healthy, {}});
    }

    template<class Entry> static LabRange advance(const std::vector<Entry> &list, int &at, auto &&belongs)
    {
        LabRange range{at, at};
        while (range.end < int(list.size()) && belongs(list[size_t(range.end)]))
            ++range.end;
        at = range.end;
        return range;
    }

    /// Everything is in the order of its site, and sites are in the order of their regions.
    void setRanges()
    {
        int site = 0;
        int node = 0;
        int placement = 0;
        int replica = 0;
        int link = 0;
        for (int r = 0; r < kLabRegionCount; ++r) {
            LabFleet::Part &part = m_fleet.parts[size_t(r)];
            const auto regionOf = [this](int s) { return m_fleet.sites[size_t(s)].region; };
            part.sites = advance(m_fleet.sites, site, [&](const auto &e) { return e.region == r; });
            part.nodes = advance(m_fleet.nodes, node, [&](const auto &e) { return regionOf(e.site) == r; });
            part.placements =
                advance(m_fleet.placements, placement, [&](const auto &e) { return regionOf(e.site) == r; });
            part.replicas = advance(m_fleet.replicas, replica, [&](const auto &e) { return regionOf(e.site) == r; });
            part.links = advance(m_fleet.links, link, [&](const auto &e) { return regionOf(e.from) == r; });
            part.services.assign(m_servicesHere[size_t(r)].begin(), m_servicesHere[size_t(r)].end());
            std::set<int> assets;
            for (int i = part.replicas.begin; i < part.replicas.end; ++i)
                assets.insert(m_fleet.replicas[size_t(i)].asset);
            part.assets.assign(assets.begin(), assets.end());
        }
    }

    /// The sites not well from the start: a few under maintenance, some with a failed node, one with a lagging copy,
    /// some with a service that lacks an instance.
    void makeSomeUnwell()
    {
        const int count = int(m_fleet.sites.size());
        const int maintained = count < 20 ? 0 : std::max(1, count / 250);
        const int degraded = count < 20 ? 1 : std::max(2, count / 120);
        std::vector<int> order;
        for (int i = 0; i < count; ++i) {
            if (m_plan[size_t(i)].kind != SiteKind::PublicRegion)
                order.push_back(i);
        }
        std::sort(order.begin(), order.end(), [this](int a, int b) {
            return m_dice.roll({Unwell, quint64(a)}) < m_dice.roll({Unwell, quint64(b)});
        });
        std::set<int> used;
        for (int i = 0; i < std::min(maintained, int(order.size())); ++i) {
            LabFleet::SiteEntry &site = m_fleet.sites[size_t(order[size_t(i)])];
            site.normal = Condition::Maintenance;
            site.normalText = QStringLiteral("Planned maintenance: firmware updates");
            used.insert(order[size_t(i)]);
        }
        failNodes(order, used, (degraded + 1) / 2);
        if (degraded > 1)
            lagBehind(used);
        failChecks(order, used, (degraded - 1) / 2);
    }

    void failNodes(const std::vector<int> &order, std::set<int> &used, int wanted)
    {
        for (int index : order) {
            const LabRange nodes = m_fleet.sites[size_t(index)].nodes;
            if (wanted == 0)
                return;
            if (nodes.size() < 2 || !used.insert(index).second)
                continue;
            LabFleet::NodeEntry &node = m_fleet.nodes[size_t(nodes.begin)];
            node.normal = Condition::Down;
            node.normalText = phrase("phrase.disk-failure");
            --wanted;
        }
    }

    /// One copy, however large the lab: there are some fifty of them.
    void lagBehind(std::set<int> &used)
    {
        for (LabFleet::ReplicaEntry &replica : m_fleet.replicas) {
            if (replica.now->role == Role::Standby && used.insert(replica.site).second) {
                replica.normalLagMs = 14'000;
                return;
            }
        }
    }

    void failChecks(const std::vector<int> &order, std::set<int> &used, int wanted)
    {
        for (int index : order) {
            const LabRange placements = m_fleet.sites[size_t(index)].placements;
            if (wanted == 0)
                return;
            if (placements.size() == 0 || !used.insert(index).second)
                continue;
            LabFleet::PlacementEntry &placement = m_fleet.placements[size_t(placements.begin)];
            placement.normalReady = placement.now->desired - 1;
            placement.normal = Health::Unhealthy;
            placement.normalText = QStringLiteral("its health check fails");
            --wanted;
        }
    }

    const LabDice m_dice;
    const std::vector<LabSitePlan> m_plan;
    const RttModel &m_rtt;
    const Instant m_start;
    const bool m_deep;
    LabFleet m_fleet;
    std::vector<std::set<int>> m_servicesHere; // by region
    QHash<QString, Labels> m_labels;
};

} // namespace

LabFleet buildLabFleet(const LabOptions &options, const CloudRegions &clouds, const Gazetteer &cities,
                       const RttModel &rtt, Instant start)
{
    return Builder(options, planLab(options, clouds, cities), rtt, start).build();
}

} // namespace graticule
