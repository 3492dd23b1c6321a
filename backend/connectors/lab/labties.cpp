// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/lab/labties.h"

#include "backend/connectors/lab/labcatalogue.h"
#include "backend/places/geo.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace graticule {
namespace {

using namespace labcatalogue;

enum Question : quint64 { WhichHub = 300, LastMile, Home, CopyAt, Lag, Bytes };

class Tier
{
public:
    Tier(LabFleet &fleet, const std::vector<LabSitePlan> &plan, const LabDice &dice, const RttModel &rtt, bool deep)
        : m_fleet(fleet)
        , m_plan(plan)
        , m_dice(dice)
        , m_rtt(rtt)
        , m_deep(deep)
    {
    }

    void tie()
    {
        chooseHubs();
        addLinks();
        addAssets();
    }

private:
    const LabSitePlan &planOf(int site) const { return m_plan[size_t(site)]; }

    /// Two to six per region, far from each other: cloud regions in the busiest metros, or whatever is placed where
    /// there are none.
    void chooseHubs()
    {
        std::array<std::vector<int>, kLabRegionCount> candidates;
        for (int pass = 0; pass < 2; ++pass) {
            for (int i = 0; i < int(m_plan.size()); ++i) {
                auto &list = candidates[size_t(planOf(i).region)];
                const bool fits = pass == 0 ? planOf(i).kind == SiteKind::PublicRegion
                                            : list.empty() && planOf(i).place.position.has_value();
                if (fits)
                    list.push_back(i);
            }
        }
        for (size_t r = 0; r < candidates.size(); ++r) {
            auto &list = candidates[r];
            std::stable_sort(list.begin(), list.end(),
                             [this](int a, int b) { return planOf(a).neighbours > planOf(b).neighbours; });
            const size_t wanted = std::clamp<size_t>(m_plan.size() / 240 + 2, 2, 6);
            for (int candidate : list) {
                if (m_hubs[r].size() < wanted && isApart(candidate, m_hubs[r]))
                    m_hubs[r].push_back(candidate);
            }
        }
    }

    bool isApart(int site, const std::vector<int> &others) const
    {
        constexpr double kApart = 500; // km
        return std::none_of(others.begin(), others.end(), [&](int other) {
            return distanceKm(*planOf(site).place.position, *planOf(other).place.position) < kApart;
        });
    }

    RttModel::End endOf(int site, bool measured) const
    {
        const LabSitePlan &plan = planOf(site);
        const GeoPoint position = plan.place.position.value_or(GeoPoint());
        return measured ? m_rtt.measuredEnd(position, plan.place.country, plan.provider, plan.providerCode)
                        : RttModel::End{position, plan.place.country, {}};
    }

    void addLinks()
    {
        std::vector<std::pair<int, RttModel::End>> hubs;
        for (const auto &list : m_hubs) {
            for (int hub : list)
                hubs.emplace_back(hub, endOf(hub, true));
        }
        for (const auto &[from, fromEnd] : hubs) {
            for (const auto &[to, toEnd] : hubs) {
                if (from != to && areJoined(from, to))
                    addLink(from, to, m_rtt.rttMs(fromEnd, toEnd));
            }
        }
        std::set<int> isHub;
        for (const auto &hub : hubs)
            isHub.insert(hub.first);
        for (int i = 0; i < int(m_plan.size()); ++i) {
            if (isHub.count(i) || !planOf(i).place.position)
                continue;
            const bool cloud = planOf(i).kind == SiteKind::PublicRegion;
            const RttModel::End here = endOf(i, cloud);
            const auto *nearest = nearestHub(i, hubs);
            if (!nearest)
                continue;
            const double ms = m_rtt.rttMs(here, nearest->second) + lastMile(i);
            addLink(i, nearest->first, ms);
            if (m_deep)
                addLink(nearest->first, i, ms);
        }
        std::stable_sort(m_fleet.links.begin(), m_fleet.links.end(),
                         [](const auto &a, const auto &b) { return a.from < b.from; });
        for (int i = 0; i < int(m_fleet.links.size()); ++i) {
            const LabFleet::LinkEntry &link = m_fleet.links[size_t(i)];
            m_fleet.sites[size_t(link.from)].links.push_back(i);
            m_fleet.sites[size_t(link.to)].links.push_back(i);
        }
    }

    /// All hubs of one region; between regions the first of each, and the first with the second.
    bool areJoined(int from, int to) const
    {
        const auto &left = m_hubs[size_t(planOf(from).region)];
        const auto &right = m_hubs[size_t(planOf(to).region)];
        if (&left == &right)
            return true;
        return from == left[0] ? (to == right[0] || to == right[1 % right.size()])
                               : (to == right[0] && from == left[1 % left.size()]);
    }

    const std::pair<int, RttModel::End> *nearestHub(int site,
                                                    const std::vector<std::pair<int, RttModel::End>> &hubs) const
    {
        const std::pair<int, RttModel::End> *best = nullptr;
        double bestKm = 0;
        for (const auto &hub : hubs) {
            if (planOf(hub.first).region != planOf(site).region)
                continue;
            const double km = distanceKm(hub.second.position, *planOf(site).place.position);
            if (!best || km < bestKm) {
                best = &hub;
                bestKm = km;
            }
        }
        return best;
    }

    /// What the way from a small site to the backbone adds.
    double lastMile(int site) const
    {
        switch (planOf(site).kind) {
        case SiteKind::Edge:
            return 2 + 8 * m_dice.unit({LastMile, quint64(site)});
        case SiteKind::DeviceGateway:
            return 15 + 25 * m_dice.unit({LastMile, quint64(site)});
        case SiteKind::PrivateDataCentre:
            return 0.5 + 2 * m_dice.unit({LastMile, quint64(site)});
        default:
            return 0;
        }
    }

    void addLink(int from, int to, double rttMs)
    {
        const LabFleet::SiteEntry &home = m_fleet.sites[size_t(from)];
        const LabRegion &region = m_fleet.regions[size_t(home.region)];
        Link link;
        link.id = EntityId::of(region.connection, "link", planOf(from).name + u'>' + planOf(to).name);
        link.from = home.now->id;
        link.to = m_fleet.sites[size_t(to)].now->id;
        link.feed = region.feed;
        link.rttMs = std::round(rttMs * 10) / 10;
        link.loss = 0;
        link.limitMs = std::ceil(rttMs * 1.4 + 10);
        link.condition = Condition::Up;
        link.probe = ProbeKind::Reported;
        link.origin = Origin::Lab;
        m_fleet.links.push_back({std::make_shared<const Link>(std::move(link)), from, to, float(rttMs)});
    }

    void addAssets()
    {
        for (size_t i = 0; i < kAssets.size(); ++i) {
            const int region = m_dice.below(kLabRegionCount, {Home, i});
            addAsset(kAssets[i], QString::fromLatin1(kAssets[i].name), region, i);
        }
        for (int r = 0; r < kLabRegionCount; ++r)
            addAsset(kCustomers, QStringLiteral("customers-") + m_fleet.regions[size_t(r)].key, r, 100 + quint64(r));
        std::stable_sort(m_fleet.replicas.begin(), m_fleet.replicas.end(),
                         [](const auto &a, const auto &b) { return a.site < b.site; });
        for (int i = 0; i < int(m_fleet.replicas.size()); ++i)
            m_fleet.assets[size_t(m_fleet.replicas[size_t(i)].asset)].replicas.push_back(i);
    }

    void addAsset(const AssetKind &kind, const QString &name, int region, quint64 key)
    {
        Asset asset;
        asset.id = EntityId::declared("asset", name);
        asset.name = name;
        asset.classification = QString::fromLatin1(kind.classification);
        asset.owner = QString::fromLatin1(kind.owner);
        asset.origin = Origin::Lab;
        m_fleet.assets.push_back({std::make_shared<const Asset>(std::move(asset)), {}});
        const double bytes = kind.gigabytes * 1e9 * (0.7 + 0.6 * m_dice.unit({Bytes, key}));
        std::set<int> used;
        for (int copy = 0; copy <= kind.copies; ++copy) {
            const bool abroad = kind.abroad && copy == kind.copies;
            const int where =
                abroad ? (region + 1 + m_dice.below(kLabRegionCount - 1, {CopyAt, key})) % kLabRegionCount : region;
            const int site = homeFor(where, used, {CopyAt, key, quint64(copy)});
            if (site >= 0)
                addReplica(site, name, copy == 0 ? Role::Primary : Role::Standby, bytes, key + 1000 * quint64(copy));
        }
    }

    /// A cloud region or data centre of @p region that has no copy yet; -1: there is none.
    int homeFor(int region, std::set<int> &used, std::initializer_list<quint64> question) const
    {
        std::vector<int> candidates;
        for (int i = 0; i < int(m_plan.size()); ++i) {
            const SiteKind kind = planOf(i).kind;
            if (planOf(i).region == region && !used.count(i) &&
                (kind == SiteKind::PublicRegion || kind == SiteKind::PrivateDataCentre))
                candidates.push_back(i);
        }
        if (candidates.empty())
            return -1;
        const int site = candidates[size_t(m_dice.below(int(candidates.size()), question))];
        used.insert(site);
        return site;
    }

    void addReplica(int site, const QString &asset, Role role, double bytes, quint64 key)
    {
        const LabFleet::SiteEntry &home = m_fleet.sites[size_t(site)];
        const LabRegion &region = m_fleet.regions[size_t(home.region)];
        const double lag = role == Role::Primary ? 0 : std::round(20 + 600 * m_dice.unit({Lag, key}));
        Replica replica;
        replica.id = EntityId::of(region.connection, "replica", home.now->name + u'/' + asset);
        replica.asset = m_fleet.assets.back().value->id;
        replica.site = home.now->id;
        replica.feed = region.feed;
        replica.role = role;
        replica.state = ReplicaState::InSync;
        replica.lagMs = lag;
        replica.bytes = qint64(bytes);
        replica.origin = Origin::Lab;
        m_fleet.replicas.push_back(
            {std::make_shared<const Replica>(std::move(replica)), site, int(m_fleet.assets.size()) - 1, lag});
    }

    LabFleet &m_fleet;
    const std::vector<LabSitePlan> &m_plan;
    const LabDice &m_dice;
    const RttModel &m_rtt;
    const bool m_deep;
    std::array<std::vector<int>, kLabRegionCount> m_hubs;
};

} // namespace

void tieLabFleet(LabFleet &fleet, const std::vector<LabSitePlan> &plan, const LabDice &dice, const RttModel &rtt,
                 bool deep)
{
    Tier(fleet, plan, dice, rtt, deep).tie();
}

} // namespace graticule
