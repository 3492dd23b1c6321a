// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/equalearth.h"
#include "widgets/map/mapcamera.h"

#include "tests/testing/test.h"

#include <cmath>

using namespace graticule;

class TestMapProjection : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackToWhereItStarted()
    {
        for (int latitude = -89; latitude <= 89; latitude += 2) {
            for (int longitude = -179; longitude <= 179; longitude += 7) {
                const MapPosition back = equalEarth::position(equalEarth::project(latitude, longitude));
                QVERIFY2(std::abs(back.latitude - latitude) < 1e-9 && std::abs(back.longitude - longitude) < 1e-9,
                         qPrintable(QStringLiteral("%1 %2").arg(latitude).arg(longitude)));
            }
        }
    }

    void knownPoints()
    {
        // Corner values of the authors' paper: half width and half height of the world.
        QCOMPARE(equalEarth::projectRelative(0, 180), QPointF(equalEarth::HalfWidth, 0));
        QVERIFY(std::abs(equalEarth::projectRelative(90, 0).y() + equalEarth::HalfHeight) < 1e-9);
        QCOMPARE(equalEarth::project(0, 11), QPointF(0, 0));
        QCOMPARE(equalEarth::project(48, 371), equalEarth::project(48, 11));
    }

    void theCutIsAt169West()
    {
        QVERIFY(equalEarth::project(0, -168.9).x() < -2.6);
        QVERIFY(equalEarth::project(0, -169.1).x() > 2.6);
    }

    void areasAreEqual()
    {
        // A field of one by one degree on the sphere and in the plane, by its corners.
        const auto ratio = [](double latitude, double longitude) {
            const QPointF a = equalEarth::project(latitude, longitude),
                          b = equalEarth::project(latitude, longitude + 1),
                          c = equalEarth::project(latitude + 1, longitude + 1),
                          d = equalEarth::project(latitude + 1, longitude);
            const auto cross = [](QPointF p, QPointF q) { return p.x() * q.y() - p.y() * q.x(); };
            const double plane = std::abs(cross(a, b) + cross(b, c) + cross(c, d) + cross(d, a)) / 2;
            const double degree = M_PI / 180;
            const double sphere = degree * (std::sin((latitude + 1) * degree) - std::sin(latitude * degree));
            return plane / sphere;
        };
        for (const double latitude : {-70.0, -20.0, 0.0, 35.0, 60.0, 80.0}) {
            QVERIFY(std::abs(ratio(latitude, 100) - 1) < 1e-3);
        }
    }

    void pointsBesideTheWorldAreItsRim()
    {
        const MapPosition beside = equalEarth::position({9, 0});
        QCOMPARE(std::round(beside.longitude), -169.0);
        QVERIFY(equalEarth::latitudeOf(-99) > 89.99);
        QVERIFY(equalEarth::latitudeOf(99) < -89.99);
    }

    void homeFramesTheInhabitedWorld()
    {
        for (const QSizeF view : {QSizeF(1056, 602), QSizeF(1920, 1080), QSizeF(600, 700)}) {
            const QRectF seen = MapCamera::home(view).visible();
            QVERIFY(seen.contains(equalEarth::project(76, 11)));
            QVERIFY(seen.contains(equalEarth::project(-50, 11)));
            QVERIFY(seen.contains(equalEarth::project(-36.8, 175)));   // Auckland
            QVERIFY(seen.contains(equalEarth::project(37.8, -122.4))); // San Francisco
        }
    }

    /// Buttons along the top, a legend along the foot: nobody lives beneath.
    void homeFramesItBetweenWhatCoversIt()
    {
        for (const QSizeF view : {QSizeF(1056, 602), QSizeF(600, 700)}) { // a low one shows the world's width first
            const MapCamera home = MapCamera::home(view, 40, 68);
            QVERIFY(home.toScreen(equalEarth::project(71, 25)).y() > 40);                   // North Cape
            QVERIFY(home.toScreen(equalEarth::project(-46, 168)).y() < view.height() - 68); // Invercargill
            QVERIFY(home.visible().contains(equalEarth::project(-36.8, 175)));              // Auckland
        }
    }

    void zoomingKeepsThePointUnderThePointer()
    {
        const MapCamera home = MapCamera::home({1056, 602});
        const QPointF pointer(800, 120), under = home.toPlane(pointer);
        const QPointF after = home.zoomed(7, pointer).toScreen(under);
        QVERIFY(std::abs(after.x() - pointer.x()) < 1e-6 && std::abs(after.y() - pointer.y()) < 1e-6);
    }

    void staysInTheWorldAndWithinItsScales()
    {
        const MapCamera far = MapCamera({50, -50}, 1e9, {1056, 602}).clamped();
        QCOMPARE(far.scale(), MapCamera::LargestScale);
        QCOMPARE(far.centre(), QPointF(equalEarth::HalfWidth, -equalEarth::HalfHeight));
        QCOMPARE(MapCamera({0, 0}, 1, {1056, 602}).clamped().scale(), MapCamera::smallestScale({1056, 602}));
    }

    void fitsWhatItIsGiven()
    {
        const QRectF europe(equalEarth::project(60, -5), equalEarth::project(40, 30));
        QVERIFY(MapCamera::fitting(europe, {1056, 602}, 40).visible().contains(europe));
        // One point alone: as near as it goes, not nearer.
        QCOMPARE(MapCamera::fitting({0.1, 0.1, 0, 0}, {1056, 602}, 40).scale(), MapCamera::LargestScale);
    }
};

QTEST_GUILESS_MAIN(TestMapProjection)
#include "tst_mapprojection.moc"
