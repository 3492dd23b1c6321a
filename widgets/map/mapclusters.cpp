// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/mapclusters.h"

#include "widgets/map/pointgrid.h"
#include "widgets/map/pushapart.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace graticule {

namespace {

constexpr double LoneRadius = 6;
constexpr double ProminentRadius = 11;
constexpr double LargestRadius = 17;
constexpr double MergeWithin = 0.55; // of the sum of both radii
constexpr int PlacesPerCluster = 5;  // more would swallow whole countries, as a merged circle reaches further
constexpr double Gap = 2;
constexpr double FurthestPush = 32; // pixels from its place; beyond, a mark says the wrong place
constexpr int CrowdRounds = 6;
constexpr double CrowdWindow = 160;   // pixels: circles in a crowd spread about half as far
constexpr double CrowdCoverage = 0.6; // of the window by circles and their gaps; more cannot be pushed apart
constexpr int CrowdOnOneSpot = 12;    // at the deepest zoom: so many are fanned out, more stay one cluster

int severityOf(MapMark mark)
{
    switch (mark.state) {
    case MapState::Down:
    case MapState::Unreachable:
        return 2;
    case MapState::Healthy:
        return mark.stale ? 1 : 0;
    case MapState::Degraded:
    case MapState::Maintenance:
    case MapState::Unknown:
        break;
    }
    return 1;
}

double squaredDistance(QPointF a, QPointF b)
{
    const double x = a.x() - b.x(), y = a.y() - b.y();
    return x * x + y * y;
}

double squared(double x)
{
    return x * x;
}

/// A circle while it is being put together. Pixels.
struct Blob
{
    QPointF centre;
    int count = 0;
    double radius = LoneRadius;
    int places = 1;
    int severity = 0;  // of its worst place
    int nameCount = 0; // sites of the place that gives the name
    int named = -1;
    int first = -1; // its sites are a chain through Clustering::m_next
    int last = -1;

    bool isAlive() const { return count > 0; }
};

class Clustering
{
public:
    explicit Clustering(const MapClusterInput &input)
        : m_in(input)
        , m_isProminent(size_t(input.sites.size()))
        , m_next(size_t(input.sites.size()), -1)
    {
    }
    MapClusters run();

private:
    void addSite(Blob &blob, int site);
    void absorb(Blob &blob, Blob &other);
    void formPlaces();
    void fanOut();
    int partnerOf(int i, const PointGrid &grid, int placesAllowed, double within, bool onlyLater) const;
    void merge(int placesAllowed, double within, const std::vector<bool> *only);
    void arrange();
    void mergeCrowds();
    bool thinPushed();
    MapClusters collected() const;

    const MapClusterInput &m_in;
    std::vector<bool> m_isProminent;
    std::vector<int> m_prominent;
    std::vector<int> m_next; // per site: the next one of the same blob
    std::vector<Blob> m_blobs;
    std::vector<Disc> m_discs; // of the blobs that are alive, then of the prominent sites
};

void Clustering::addSite(Blob &blob, int site)
{
    blob.centre += m_in.sites.plane(site) * m_in.scale; // a sum until the place is complete
    ++blob.count;
    blob.severity = std::max(blob.severity, severityOf(m_in.marks[size_t(site)]));
    if (blob.last < 0) {
        blob.first = blob.named = site;
    } else {
        m_next[size_t(blob.last)] = site;
    }
    blob.last = site;
}

void Clustering::absorb(Blob &blob, Blob &other)
{
    blob.centre = (blob.centre * blob.count + other.centre * other.count) / (blob.count + other.count);
    blob.count += other.count;
    blob.radius = clusterRadius(blob.count);
    blob.places += other.places;
    if (std::pair(other.severity, other.nameCount) > std::pair(blob.severity, blob.nameCount)) {
        blob.severity = other.severity;
        blob.nameCount = other.nameCount;
        blob.named = other.named;
    }
    m_next[size_t(blob.last)] = other.first;
    blob.last = other.last;
    other.count = 0;
}

/// Sites that nearly coincide become one place, led by the heaviest of them.
void Clustering::formPlaces()
{
    const double within = m_in.merge ? MergeWithin * 2 * LoneRadius : 1.0;
    PointGrid leaders(within, size_t(m_in.sites.size()));
    for (const int site : m_in.sites.byWeight()) {
        const MapMark mark = m_in.marks[size_t(site)];
        if (m_isProminent[size_t(site)] || (m_in.problemsOnly && !isProblem(mark))) {
            continue;
        }
        const QPointF p = m_in.sites.plane(site) * m_in.scale;
        int leader = -1;
        double nearest = squared(within);
        leaders.near(p, [&](int candidate) {
            const QPointF q = m_in.sites.plane(m_blobs[size_t(candidate)].named) * m_in.scale;
            const double d = squaredDistance(p, q);
            if (d < nearest || (d == nearest && candidate < leader)) {
                nearest = d;
                leader = candidate;
            }
        });
        if (leader < 0) {
            leader = int(m_blobs.size());
            leaders.insert(leader, p);
            m_blobs.emplace_back();
        }
        addSite(m_blobs[size_t(leader)], site);
    }
    if (!m_in.merge) {
        fanOut();
    }
    for (Blob &blob : m_blobs) {
        blob.centre /= blob.count;
        blob.radius = clusterRadius(blob.count);
        blob.nameCount = blob.count;
    }
}

/// At the deepest zoom every site is to be seen: places that are no crowd fall apart again and are pushed around.
void Clustering::fanOut()
{
    std::vector<Blob> apart;
    for (const Blob &blob : m_blobs) {
        if (blob.count > CrowdOnOneSpot) {
            apart.push_back(blob);
            continue;
        }
        for (int site = blob.first; site >= 0;) {
            const int next = m_next[size_t(site)];
            m_next[size_t(site)] = -1;
            addSite(apart.emplace_back(), site);
            site = next;
        }
    }
    m_blobs = std::move(apart);
}

/// The blob to merge with: of all that are near enough the one that makes the first pair, counting from the largest.
int Clustering::partnerOf(int i, const PointGrid &grid, int placesAllowed, double within, bool onlyLater) const
{
    const Blob &blob = m_blobs[size_t(i)];
    int best = -1;
    grid.near(blob.centre, [&](int j) {
        const Blob &other = m_blobs[size_t(j)];
        if (j == i || (onlyLater && j < i) || blob.places + other.places > placesAllowed || (best >= 0 && j > best)) {
            return;
        }
        if (squaredDistance(blob.centre, other.centre) < squared(within * (blob.radius + other.radius))) {
            best = j;
        }
    });
    return best;
}

/// Merges pair after pair, always the first that qualifies when blobs are counted from the largest. `only`: the blobs
/// that may grow; null: all.
void Clustering::merge(int placesAllowed, double within, const std::vector<bool> *only)
{
    PointGrid grid(within * 2 * LargestRadius, m_blobs.size());
    for (int i = 0; i < int(m_blobs.size()); ++i) {
        if (m_blobs[size_t(i)].isAlive()) {
            grid.insert(i, m_blobs[size_t(i)].centre);
        }
    }
    for (int i = 0; i < int(m_blobs.size()); ++i) {
        if (!m_blobs[size_t(i)].isAlive() || (only && !(*only)[size_t(i)])) {
            continue;
        }
        // Only blobs that have changed can make a new pair with an earlier one.
        int current = i;
        bool changed = only != nullptr;
        while (true) {
            const int partner = partnerOf(current, grid, placesAllowed, within, /*onlyLater=*/!changed);
            if (partner < 0) {
                break;
            }
            const int keep = std::min(current, partner), drop = std::max(current, partner);
            grid.remove(keep);
            grid.remove(drop);
            absorb(m_blobs[size_t(keep)], m_blobs[size_t(drop)]);
            grid.insert(keep, m_blobs[size_t(keep)].centre);
            current = keep;
            changed = true;
        }
    }
}

void Clustering::arrange()
{
    m_discs.clear();
    std::erase_if(m_blobs, [](const Blob &blob) { return !blob.isAlive(); });
    for (const Blob &blob : m_blobs) {
        m_discs.push_back({blob.centre, blob.radius, false});
    }
    for (const int site : m_prominent) {
        m_discs.push_back({m_in.sites.plane(site) * m_in.scale, ProminentRadius, true});
    }
    pushApart(m_discs, Gap);
}

/// Where circles would cover more of a window than can be pushed apart, all that touch become one.
void Clustering::mergeCrowds()
{
    std::erase_if(m_blobs, [](const Blob &blob) { return !blob.isAlive(); });
    PointGrid grid(CrowdWindow / 3, m_blobs.size()); // near() looks at three cells in each direction
    for (int i = 0; i < int(m_blobs.size()); ++i) {
        grid.insert(i, m_blobs[size_t(i)].centre);
    }
    std::vector<bool> crowded(m_blobs.size());
    for (size_t i = 0; i < m_blobs.size(); ++i) {
        double covered = 0;
        grid.near(m_blobs[i].centre, [&](int j) {
            const double radius = m_blobs[size_t(j)].radius + Gap / 2;
            covered += std::numbers::pi * radius * radius;
        });
        crowded[i] = covered > CrowdCoverage * CrowdWindow * CrowdWindow;
    }
    merge(std::numeric_limits<int>::max(), 1.0, &crowded);
}

/// Merges circles that were pushed too far with what lies nearest. False when there are none.
bool Clustering::thinPushed()
{
    std::vector<bool> far(m_blobs.size());
    bool any = false;
    for (size_t i = 0; i < m_blobs.size(); ++i) {
        far[i] = squaredDistance(m_discs[i].centre, m_blobs[i].centre) > squared(FurthestPush);
        any = any || far[i];
    }
    if (any) {
        merge(std::numeric_limits<int>::max(), 1.0, &far);
    }
    return any;
}

MapClusters Clustering::collected() const
{
    MapClusters out;
    out.clusterOf.assign(size_t(m_in.sites.size()), -1);
    const auto add = [&](MapCluster cluster, int site) {
        cluster.first = int(out.members.size());
        for (; site >= 0; site = m_next[size_t(site)]) {
            out.clusterOf[size_t(site)] = int(out.clusters.size());
            out.members.push_back(site);
        }
        cluster.count = int(out.members.size()) - cluster.first;
        out.clusters.push_back(cluster);
    };
    for (size_t i = 0; i < m_blobs.size(); ++i) {
        const Blob &blob = m_blobs[i];
        add({blob.centre / m_in.scale, m_discs[i].centre - blob.centre, blob.radius, 0, 0, blob.named, false},
            blob.first);
    }
    for (const int site : m_prominent) {
        add({m_in.sites.plane(site), {}, ProminentRadius, 0, 0, site, true}, site);
    }
    return out;
}

MapClusters Clustering::run()
{
    for (const MapKey key : m_in.prominent) {
        const int site = m_in.sites.indexOf(key);
        if (site >= 0 && !m_isProminent[size_t(site)]) {
            m_isProminent[size_t(site)] = true;
            m_prominent.push_back(site);
        }
    }
    formPlaces();
    std::ranges::stable_sort(m_blobs, std::greater<>(), &Blob::count);
    if (m_in.merge) {
        merge(PlacesPerCluster, MergeWithin, nullptr);
        mergeCrowds();
    }
    arrange();
    for (int round = 0; m_in.merge && round < CrowdRounds && thinPushed(); ++round) {
        arrange();
    }
    return collected();
}

} // namespace

double clusterRadius(int count)
{
    return count < 2 ? LoneRadius : std::min(LargestRadius, 7.6 + 0.92 * std::log2(count));
}

bool isProblem(MapMark mark)
{
    return mark.stale || (mark.state != MapState::Healthy && mark.state != MapState::Maintenance);
}

MapClusters clusterSites(const MapClusterInput &input)
{
    return Clustering(input).run();
}

} // namespace graticule
