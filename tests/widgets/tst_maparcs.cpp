// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/equalearth.h"
#include "widgets/map/maplayout.h"
#include "widgets/map/smoothline.h"

#include "tests/testing/test.h"

#include <QRandomGenerator>

#include <cmath>

using namespace graticule;

namespace {

MapSitesPtr places(const std::vector<std::pair<double, double>> &positions)
{
    std::vector<MapSite> sites;
    for (const auto &[latitude, longitude] : positions) {
        MapSite site;
        site.key = MapKey(100 + sites.size());
        site.latitude = latitude;
        site.longitude = longitude;
        sites.push_back(site);
    }
    return std::make_shared<const MapSites>(sites);
}

MapLayout layoutOf(const MapSitesPtr &sites, std::vector<MapLink> links, double scale = 228)
{
    MapLayout::Input input{sites, std::make_shared<const MapLinks>(std::move(links), *sites), {}, {}, scale, false,
                           true};
    input.marks.resize(size_t(sites->size()));
    return MapLayout(input);
}

int ink(const QImage &image)
{
    int sum = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            sum += qRed(image.pixel(x, y));
        }
    }
    return sum;
}

std::vector<QPointF> greatCircle(QPointF from, QPointF to, size_t &gap)
{
    std::vector<QPointF> points{{9, 9}}; // of another line before it
    gap = addGreatCircle(from, to, points);
    points.erase(points.begin());
    return points;
}

} // namespace

class TestMapArcs : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void aGreatCircleEndsAtItsEndsAndBulgesNorth()
    {
        size_t gap = 1;
        const auto points = greatCircle({8.7, 50.1}, {-77.5, 39.0}, gap);
        QCOMPARE(gap, size_t(0));
        const auto isNear = [](QPointF a, QPointF b) { return std::hypot(a.x() - b.x(), a.y() - b.y()) < 1e-6; };
        QVERIFY(isNear(points.front(), equalEarth::project(50.1, 8.7)));
        QVERIFY(isNear(points.back(), equalEarth::project(39, -77.5)));
        const double middle = equalEarth::latitudeOf(points[points.size() / 2].y());
        QVERIFY2(middle > 52 && middle < 56, qPrintable(QString::number(middle)));
    }

    void aGreatCircleOverThePacificIsCut()
    {
        size_t gap = 0;
        const auto points = greatCircle({139.8, 35.7}, {-122.4, 37.8}, gap); // Tokyo, San Francisco
        QVERIFY(gap > 0);
        // One part ends at the right rim, the other begins at the left one, in the same row.
        QCOMPARE(points[gap - 1].x(), -points[gap].x());
        QCOMPARE(points[gap - 1].y(), points[gap].y());
        QVERIFY(points[gap - 1].x() > 2);
        for (size_t i = 1; i < points.size(); ++i) {
            QVERIFY(i == gap || std::abs(points[i].x() - points[i - 1].x()) < 0.2);
        }
    }

    void endsOnOneSpotOrOppositeAreNoTrouble()
    {
        size_t gap = 0;
        for (const auto &[a, b] : {std::pair(QPointF(8, 50), QPointF(8, 50)), std::pair(QPointF(0, 0), QPointF(180, 0)),
                                   std::pair(QPointF(0, 90), QPointF(0, -90))}) {
            for (const QPointF &p : greatCircle(a, b, gap)) {
                QVERIFY(std::isfinite(p.x()) && std::isfinite(p.y()));
            }
        }
    }

    void oneArcPerPairOfClustersForTheWorstLink()
    {
        const auto sites = places({{50, 8}, {50.001, 8.001}, {1.3, 103.8}, {1.301, 103.801}, {40, -74}});
        const MapLayout layout =
            layoutOf(sites, {{100, 102, MapSeverity::None, false, QString()},
                             {103, 101, MapSeverity::High, true, QStringLiteral("213 ms")},
                             {100, 101, MapSeverity::Critical, false, QString()}, // within a cluster
                             {100, 104, MapSeverity::None, false, QString()},
                             {100, 999, MapSeverity::Critical, false, QString()},   // nobody
                             {100, 100, MapSeverity::Critical, false, QString()}}); // itself
        QStringList lines;
        for (const MapArc &arc : layout.arcs()->arcs) {
            lines << QStringLiteral("link %1 for %2, severity %3%4")
                         .arg(arc.link)
                         .arg(arc.count)
                         .arg(int(arc.severity))
                         .arg(arc.dotted ? QStringLiteral(", dotted") : QString());
        }
        QCOMPARE(lines, (QStringList{QStringLiteral("link 3 for 1, severity 0"),
                                     QStringLiteral("link 1 for 2, severity 2, dotted")}));
    }

    void arcsEndWhereTheClustersAreDrawn()
    {
        const auto sites = places({{50, 8}, {51, 9}, {1.3, 103.8}});
        const MapLayout layout = layoutOf(sites, {{100, 102, MapSeverity::None, false, QString()}});
        const MapArc &arc = layout.arcs()->arcs.front();
        QCOMPARE(layout.clusterNear(arc.points.front() * layout.scale()), layout.clusterOf(0));
        const QPointF away = arc.points.front() * layout.scale() - layout.drawnAt(layout.clusterOf(0));
        QVERIFY(std::hypot(away.x(), away.y()) < 0.01);
    }

    void findsTheArcUnderAPoint()
    {
        const auto sites = places({{50, 8}, {40, -74}, {-33, 18}});
        const MapLayout layout = layoutOf(
            sites, {{100, 101, MapSeverity::None, false, QString()}, {100, 102, MapSeverity::None, false, QString()}});
        for (int i = 0; i < 2; ++i) {
            const MapArc &arc = layout.arcs()->arcs[size_t(i)];
            const QPointF middle = arc.points[arc.points.size() / 2] * layout.scale();
            QCOMPARE(layout.arcNear(middle + QPointF(2, 2)), i);
            QCOMPARE(layout.arcNear(middle + QPointF(40, 40)), -1);
        }
    }

    void theGridFindsWhatASearchThroughAllFinds()
    {
        QRandomGenerator random(2);
        const auto any = [&] { return QPointF(random.generateDouble() * 5 - 2.5, random.generateDouble() * 2 - 1); };
        std::vector<SegmentGrid::Segment> segments;
        for (int i = 0; i < 800; ++i) {
            const QPointF a = any();
            segments.push_back({i, a, a + any() * 0.05});
        }
        const double reach = 0.01;
        const auto all = [&](const SegmentGrid::Visit &visit) { std::ranges::for_each(segments, visit); };
        const SegmentGrid grid(all, segments.size(), 0.07, reach);
        int found = 0;
        for (int round = 0; round < 3000; ++round) {
            const QPointF p = any();
            int best = -1;
            double nearest = reach;
            for (const auto &[line, a, b] : segments) {
                const QPointF d = b - a;
                const double t = std::clamp(QPointF::dotProduct(p - a, d) / QPointF::dotProduct(d, d), 0.0, 1.0);
                const QPointF away = p - a - t * d;
                if (std::hypot(away.x(), away.y()) < nearest - 1e-6) {
                    nearest = std::hypot(away.x(), away.y());
                    best = line;
                }
            }
            const int answer = grid.lineNear(p);
            found += answer >= 0;
            // The grid counts in floats: a draw may go either way.
            if (answer != best) {
                QVERIFY(nearest > reach - 1e-5 || (answer >= 0 && best >= 0));
            }
        }
        QVERIFY(found > 50);
    }

    void aSmoothLineHasItsWidthInInk_data()
    {
        QTest::addColumn<QPointF>("from");
        QTest::addColumn<QPointF>("to");
        QTest::newRow("flat") << QPointF(10, 20.5) << QPointF(90, 20.5);
        QTest::newRow("between rows") << QPointF(10, 20) << QPointF(90, 20);
        QTest::newRow("steep") << QPointF(30, 90) << QPointF(40, 10);
        QTest::newRow("diagonal") << QPointF(10, 10) << QPointF(80, 80);
        QTest::newRow("backwards") << QPointF(80, 33) << QPointF(10, 60);
    }

    void aSmoothLineHasItsWidthInInk()
    {
        QFETCH(QPointF, from);
        QFETCH(QPointF, to);
        for (const double width : {1.0, 2.0, 3.2}) {
            QImage image(100, 100, QImage::Format_RGB32);
            image.fill(Qt::black);
            paintSmoothLine(image, from, to, qRgb(255, 255, 255), width);
            const double expected = std::hypot(to.x() - from.x(), to.y() - from.y()) * width * 255;
            QVERIFY2(std::abs(ink(image) / expected - 1) < 0.04, qPrintable(QString::number(ink(image) / expected)));
        }
    }

    void aSmoothLineMayLeaveTheImage()
    {
        QImage image(64, 64, QImage::Format_RGB32);
        image.fill(Qt::black);
        paintSmoothLine(image, {-5000, -4000}, {9000, 8000}, qRgb(255, 255, 255), 1.6);
        paintSmoothLine(image, {30, -1e6}, {31, 1e6}, qRgb(255, 255, 255), 1);
        paintSmoothLine(image, {5, 5}, {5, 5}, qRgb(255, 255, 255), 1);
        QVERIFY(ink(image) > 0);
    }
};

QTEST_GUILESS_MAIN(TestMapArcs)
#include "tst_maparcs.moc"
