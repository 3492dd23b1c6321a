// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/halyard.h"
#include "widgets/map/mapcamera.h"
#include "widgets/map/mapclusters.h"

#include "tests/testing/test.h"

#include <algorithm>
#include <cmath>
#include <random>

using namespace graticule;

namespace {

struct Picture
{
    MapSites sites;
    MapClusters result;

    explicit Picture(std::vector<MapSite> all, double scale, std::vector<MapKey> prominent = {},
                     bool problemsOnly = false, bool merge = true)
        : sites(all)
    {
        std::vector<MapMark> marks;
        for (const MapSite &site : all) {
            marks.push_back(site.mark);
        }
        result = clusterSites({sites, marks, prominent, scale, problemsOnly, merge});
    }

    /// "Singapore 169", largest first, then by name.
    QStringList text(int smallest) const
    {
        std::vector<std::pair<int, QString>> found;
        for (const MapCluster &cluster : result.clusters) {
            if (cluster.count >= smallest) {
                found.emplace_back(-cluster.count, sites[cluster.named].place);
            }
        }
        std::ranges::sort(found);
        QStringList lines;
        for (const auto &[count, name] : found) {
            lines << QStringLiteral("%1 %2").arg(name).arg(-count);
        }
        return lines;
    }

    QPointF drawnAt(const MapCluster &cluster, double scale) const { return cluster.place * scale + cluster.push; }
};

std::vector<MapSite> onOneSpot(int count)
{
    std::vector<MapSite> sites(size_t(count), MapSite{});
    for (int i = 0; i < count; ++i) {
        sites[size_t(i)].key = i;
        sites[size_t(i)].latitude = 50;
        sites[size_t(i)].longitude = 8;
    }
    return sites;
}

const double home = MapCamera::homeScale({1056, 602});

} // namespace

class TestMapClusters : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void radiusFollowsTheNumberOfSites()
    {
        QStringList lines;
        for (const int count : {1, 2, 10, 169, 1000, 100'000}) {
            lines << QStringLiteral("%1: %2").arg(count).arg(clusterRadius(count), 0, 'f', 2);
        }
        QCOMPARE(lines.join(u", "),
                 QStringLiteral("1: 6.00, 2: 8.52, 10: 10.66, 169: 14.41, 1000: 16.77, 100000: 17.00"));
    }

    /// The numbers that the design's picture of the same fleet shows.
    void theDesignsFleetAtHome()
    {
        const Picture picture(testing::halyardSites(), home);
        QCOMPARE(picture.text(100).join(u", "),
                 QStringLiteral("Frankfurt 427, Amsterdam 405, Ashburn 268, Tokyo 231, Toronto 189, Singapore 169, "
                                "São Paulo 159, San Jose / Silicon Valley 143, Sydney 142, Mumbai 136, Boardman 120, "
                                "Seoul 118, Madrid 117, Chicago 114, Stockholm 113, Guangzhou 112"));
        QCOMPARE(picture.result.clusters.size(), size_t(80));
    }

    void clustersSplitWhenZoomedIn()
    {
        QStringList lines;
        for (const double zoom : {1.0, 2.0, 4.0}) {
            const Picture picture(testing::halyardSites(), home * zoom);
            lines << QStringLiteral("%1x: %2").arg(zoom).arg(picture.result.clusters.size());
        }
        QCOMPARE(lines.join(u", "), QStringLiteral("1x: 80, 2x: 112, 4x: 128"));
    }

    void everySiteIsInOneCluster()
    {
        const Picture picture(testing::halyardSites(), home);
        std::vector<int> seen(5000, 0);
        for (const int member : picture.result.members) {
            ++seen[size_t(member)];
        }
        QVERIFY(std::ranges::all_of(seen, [](int count) { return count == 1; }));
        for (int i = 0; i < int(picture.result.clusters.size()); ++i) {
            const MapCluster &cluster = picture.result.clusters[size_t(i)];
            for (int k = cluster.first; k < cluster.first + cluster.count; ++k) {
                QCOMPARE(picture.result.clusterOf[size_t(picture.result.members[size_t(k)])], i);
            }
        }
    }

    void marksAreApartAndNearTheirPlaces_data()
    {
        QTest::addColumn<double>("zoom");
        for (const double zoom : {1.0, 1.5, 3.0, 10.0, 40.0}) {
            QTest::addRow("%gx", zoom) << zoom;
        }
    }

    void marksAreApartAndNearTheirPlaces()
    {
        QFETCH(double, zoom);
        const double scale = home * zoom;
        const Picture picture(testing::halyardSites(), scale, {0});
        const auto &clusters = picture.result.clusters;
        for (size_t i = 0; i < clusters.size(); ++i) {
            QVERIFY(std::hypot(clusters[i].push.x(), clusters[i].push.y()) < 40);
            for (size_t j = i + 1; j < clusters.size(); ++j) {
                const QPointF way = picture.drawnAt(clusters[i], scale) - picture.drawnAt(clusters[j], scale);
                const double free = std::hypot(way.x(), way.y()) - clusters[i].radius - clusters[j].radius;
                QVERIFY2(free > 1.5, qPrintable(QStringLiteral("%1 px between %2 and %3").arg(free).arg(i).arg(j)));
            }
        }
    }

    void theOrderOfSitesDoesNotMatter()
    {
        std::vector<MapSite> sites = testing::halyardSites();
        const QStringList before = Picture(sites, home).text(1);
        std::shuffle(sites.begin(), sites.end(), std::mt19937(3));
        QCOMPARE(Picture(sites, home).text(1), before);
    }

    void aSiteWithACalloutStandsAlone()
    {
        std::vector<MapSite> sites = onOneSpot(30);
        const Picture picture(sites, home, {7, 7, 99});
        QCOMPARE(picture.result.clusters.size(), size_t(2));
        const MapCluster &alone = picture.result.clusters.back();
        QVERIFY(alone.prominent);
        QCOMPARE(alone.count, 1);
        QCOMPARE(alone.push, QPointF());
        QCOMPARE(picture.sites[alone.named].key, 7);
        QCOMPARE(picture.result.clusters.front().count, 29);
    }

    void problemsOnly()
    {
        std::vector<MapSite> sites = onOneSpot(6);
        const MapMark marks[] = {{MapState::Healthy, false}, {MapState::Healthy, true},  {MapState::Maintenance, false},
                                 {MapState::Down, false},    {MapState::Unknown, false}, {MapState::Degraded, false}};
        for (size_t i = 0; i < 6; ++i) {
            sites[i].mark = marks[i];
        }
        const Picture picture(sites, home, {}, true);
        QCOMPARE(picture.result.clusters.size(), size_t(1));
        QCOMPARE(picture.result.clusters[0].count, 4);
        QCOMPARE(picture.result.clusterOf, (std::vector<int>{-1, 0, -1, 0, 0, 0}));
    }

    void aClusterIsNamedAfterItsWorstPlaceThenItsLargest()
    {
        std::vector<MapSite> sites = onOneSpot(12);
        for (size_t i = 0; i < sites.size(); ++i) {
            sites[i].place = i < 8 ? QStringLiteral("Large") : QStringLiteral("Small");
            sites[i].longitude = i < 8 ? 8 : 11;
            sites[i].mark.state = MapState::Healthy;
        }
        QCOMPARE(Picture(sites, home).text(1), QStringList{QStringLiteral("Large 12")});
        sites[9].mark.state = MapState::Down;
        QCOMPARE(Picture(sites, home).text(1), QStringList{QStringLiteral("Small 12")});
    }

    void atTheDeepestZoomAFewOnOneSpotAreFannedOut()
    {
        const Picture few(onOneSpot(6), MapCamera::LargestScale, {}, false, /*merge=*/false);
        QCOMPARE(few.result.clusters.size(), size_t(6));
        const Picture crowd(onOneSpot(40), MapCamera::LargestScale, {}, false, /*merge=*/false);
        QCOMPARE(crowd.text(1).size(), 1);
    }

    void nothingIsNothing()
    {
        const Picture picture({}, home);
        QVERIFY(picture.result.clusters.empty());
    }

    void aCrowdEverywhereIsThinnedOut()
    {
        // A site every 12 pixels over half the world: more than can lie side by side.
        std::vector<MapSite> sites;
        for (int row = 0; row < 40; ++row) {
            for (int column = 0; column < 40; ++column) {
                MapSite site;
                site.key = MapKey(sites.size());
                site.latitude = -40 + 2 * row;
                site.longitude = -60 + 3 * column;
                sites.push_back(site);
            }
        }
        const Picture picture(sites, home);
        QVERIFY(picture.result.clusters.size() > 50 && picture.result.clusters.size() < 500);
        for (const MapCluster &cluster : picture.result.clusters) {
            QVERIFY(std::hypot(cluster.push.x(), cluster.push.y()) < 40);
        }
    }
};

QTEST_GUILESS_MAIN(TestMapClusters)
#include "tst_mapclusters.moc"
