// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/lab/labplan.h"

#include "backend/connectors/lab/labdice.h"
#include "backend/connectors/lab/labregion.h"
#include "backend/places/geo.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace graticule {
namespace {

enum Question : quint64 { OrderOfClouds = 100, WhichCity, KindOfSite, OffsetNorth, OffsetEast, HowKnown };

/// Share of the sites in each region, in the order of labRegions().
constexpr double kShares[kLabRegionCount] = {0.28, 0.27, 0.08, 0.24, 0.08, 0.05};

/// What share of each kind a region's sites have; cloud regions take what is left.
constexpr double kPrivate = 0.20;
constexpr double kPresence = 0.08;
constexpr double kEdge = 0.25;
constexpr double kGateway = 0.04;

class Planner
{
public:
    Planner(const LabOptions &options, const CloudRegions &clouds, const Gazetteer &cities)
        : m_options(options)
        , m_dice(options.seed)
    {
        for (const City &city : cities.all())
            m_byRegion[size_t(labRegionOf(city.country))].push_back(&city);
        for (const CloudRegion &cloud : clouds.all()) {
            const bool open = cloud.status == QLatin1String("ga") && cloud.type != QLatin1String("government");
            if (!open)
                continue;
            auto &list = cloud.provider == QLatin1String("equinix") ? m_metros : m_public;
            list[size_t(labRegionOf(cloud.country))].push_back(&cloud);
            ++m_crowds[cloud.country + cloud.metro];
        }
    }

    std::vector<LabSitePlan> plan()
    {
        const int sites = std::clamp(m_options.sites, LabOptions::kFewest, LabOptions::kMost);
        m_plan.reserve(size_t(sites));
        int left = sites - kLabRegionCount; // one in each region first
        double shareLeft = 1;
        for (int region = 0; region < kLabRegionCount; ++region) {
            const double share = kShares[region];
            const int more = region + 1 == kLabRegionCount ? left : int(std::lround(left * share / shareLeft));
            left -= more;
            shareLeft -= share;
            planRegion(region, 1 + more);
        }
        loseSome(sites);
        return std::move(m_plan);
    }

private:
    void planRegion(int region, int count)
    {
        const auto part = [count](double share) { return int(std::floor(count * share)); };
        const std::vector<const CloudRegion *> clouds = spreadOverMetros(m_public[size_t(region)]);
        const std::vector<const CloudRegion *> metros = spreadOverMetros(m_metros[size_t(region)]);
        const int presences = std::min<int>(part(kPresence), int(metros.size()));
        const int others = part(kPrivate) + part(kEdge) + part(kGateway);
        const int publics = std::min<int>(count - presences - others, int(clouds.size()));
        for (int i = 0; i < publics; ++i)
            addCloud(region, SiteKind::PublicRegion, *clouds[size_t(i)]);
        for (int i = 0; i < presences; ++i)
            addCloud(region, SiteKind::PointOfPresence, *metros[size_t(i)]);
        addAtCities(region, count - publics - presences, part(kPrivate), part(kGateway));
    }

    /// One of each metro first, then the second of each, and so on; seeded within a round.
    std::vector<const CloudRegion *> spreadOverMetros(std::vector<const CloudRegion *> list) const
    {
        std::stable_sort(list.begin(), list.end(), [this](const CloudRegion *a, const CloudRegion *b) {
            return m_dice.roll({OrderOfClouds, LabDice::of(a->provider + a->code)}) <
                   m_dice.roll({OrderOfClouds, LabDice::of(b->provider + b->code)});
        });
        QHash<QString, int> rounds;
        std::vector<std::pair<int, const CloudRegion *>> ordered;
        ordered.reserve(list.size());
        for (const CloudRegion *cloud : list)
            ordered.emplace_back(rounds[cloud->country + cloud->metro]++, cloud);
        std::stable_sort(ordered.begin(), ordered.end(),
                         [](const auto &a, const auto &b) { return a.first < b.first; });
        std::vector<const CloudRegion *> result;
        result.reserve(ordered.size());
        for (const auto &entry : ordered)
            result.push_back(entry.second);
        return result;
    }

    void addCloud(int region, SiteKind kind, const CloudRegion &cloud)
    {
        LabSitePlan site;
        site.region = region;
        site.kind = kind;
        site.provider = cloud.provider;
        site.providerCode = cloud.code;
        site.name = nextName(codeNear(cloud));
        site.longitude = cloud.position.longitude;
        site.neighbours = m_crowds.value(cloud.country + cloud.metro);
        site.place = {cloud.position,
                      cloud.country,
                      cityOf(cloud.metro),
                      Evidence::ProviderRegion,
                      cloud.provider + u' ' + cloud.code,
                      {}};
        m_plan.push_back(std::move(site));
    }

    void addAtCities(int region, int count, int privates, int gateways)
    {
        const auto &cities = m_byRegion[size_t(region)];
        std::vector<double> sums; // running, of the weights
        double sum = 0;
        for (const City *city : cities)
            sums.push_back(sum += std::pow(std::max(city->population, 10'000), 0.7));
        for (int i = 0; i < count; ++i) {
            const quint64 key = m_plan.size();
            const double at = sum * m_dice.unit({WhichCity, key});
            const size_t index = size_t(std::upper_bound(sums.begin(), sums.end(), at) - sums.begin());
            const SiteKind kind = i < privates              ? SiteKind::PrivateDataCentre
                                  : i < privates + gateways ? SiteKind::DeviceGateway
                                                            : SiteKind::Edge;
            addAt(region, kind, *cities[std::min(index, cities.size() - 1)]);
        }
    }

    void addAt(int region, SiteKind kind, const City &city)
    {
        const quint64 key = m_plan.size();
        LabSitePlan site;
        site.region = region;
        site.kind = kind;
        site.name = nextName(codeOf(city));
        // The more of them a city has the wider they lie; degrees, 0.1 is about 11 km.
        const double reach = std::min(0.5, 0.04 + 0.01 * m_counts.value(codeOf(city)));
        const double north = reach * m_dice.spread({OffsetNorth, key});
        const double east = reach * m_dice.spread({OffsetEast, key}) / std::cos(city.position.latitude * 0.01745);
        const GeoPoint position{std::round((city.position.latitude + north) * 1000) / 1000,
                                std::round(std::remainder(city.position.longitude + east, 360) * 1000) / 1000};
        site.longitude = position.longitude;
        if (kind == SiteKind::Edge && m_dice.unit({HowKnown, key}) < 0.1)
            site.place = {city.position,
                          city.country,
                          city.name,
                          Evidence::Inferred,
                          QStringLiteral("IATA \"%1\" in \"%2\"").arg(codeOf(city), site.name),
                          {}};
        else
            site.place = {position,
                          city.country,
                          city.name,
                          Evidence::Declared,
                          QStringLiteral("label graticule.dev/country; label graticule.dev/position"),
                          {}};
        m_plan.push_back(std::move(site));
    }

    /// Some gateways nobody has told the place of, as it is in life.
    void loseSome(int sites)
    {
        int lost = sites < 60 ? 0 : 1 + sites / 2000;
        for (LabSitePlan &site : m_plan) {
            if (lost == 0)
                return;
            if (site.kind != SiteKind::DeviceGateway)
                continue;
            site.place = {};
            site.name = nextName(QStringLiteral("gateway"));
            --lost;
        }
    }

    /// "Crissier (Lausanne)" -> "Crissier", "Ashburn, Northern Virginia" -> "Ashburn"
    static QString cityOf(const QString &metro)
    {
        static const QRegularExpression rest(QStringLiteral("( \\(| /|,).*$"));
        QString city = metro;
        return city.remove(rest);
    }

    QString nextName(const QString &code) { return code + QString::number(++m_counts[code]); }

    /// IATA code, or five letters like those of the UN: "depot"
    static QString codeOf(const City &city)
    {
        return city.iata.isEmpty() ? (city.country.toLower() + Gazetteer::folded(city.name).left(3))
                                   : city.iata.toLower();
    }

    QString codeNear(const CloudRegion &cloud) const
    {
        constexpr double kNear = 60; // km
        const City *best = nullptr;
        double bestKm = kNear;
        for (const City *city : m_byRegion[size_t(labRegionOf(cloud.country))]) {
            const double km = city->iata.isEmpty() ? kNear : distanceKm(city->position, cloud.position);
            if (km < bestKm) {
                bestKm = km;
                best = city;
            }
        }
        return best ? codeOf(*best) : cloud.country.toLower() + Gazetteer::folded(cloud.metro).left(3);
    }

    const LabOptions m_options;
    const LabDice m_dice;
    std::array<std::vector<const City *>, kLabRegionCount> m_byRegion;
    std::array<std::vector<const CloudRegion *>, kLabRegionCount> m_public;
    std::array<std::vector<const CloudRegion *>, kLabRegionCount> m_metros;
    QHash<QString, int> m_crowds; // by country and metro
    QHash<QString, int> m_counts;
    std::vector<LabSitePlan> m_plan;
};

} // namespace

std::vector<LabSitePlan> planLab(const LabOptions &options, const CloudRegions &clouds, const Gazetteer &cities)
{
    return Planner(options, clouds, cities).plan();
}

} // namespace graticule
