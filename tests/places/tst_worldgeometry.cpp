// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/places/worldgeometry.h"

#include "tests/testing/test.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace graticule;

namespace {

/// A world of one square country "SQ", a degree wide around 11 E 0 N, in one level.
QByteArray square()
{
    return QByteArray("GRATMAP1") + "\x0b\x02"                 // central meridian 11, 2 units per degree
           + "\x01\x02SQ\x07\x06Square"                        // one country
           + "\x01\x01"                                        // one level, one ring
           + QByteArray("\x00\x04", 2)                         // of country 0, four points
           + QByteArray("\x01\x01\x04\x00\x00\x04\x03\x00", 8) // (-1,-1) (1,-1) (1,1) (-1,1) in units
           + QByteArray("\x00", 1);                            // no borders
}

const WorldGeometry &world()
{
    static const WorldGeometry geometry = WorldGeometry::builtIn().value();
    return geometry;
}

} // namespace

class TestWorldGeometry : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void readsASmallFile()
    {
        const auto loaded = WorldGeometry::load(square());
        QVERIFY2(loaded, qPrintable(loaded ? QString() : loaded.error().text));
        QCOMPARE(loaded->countries().front().name, QStringLiteral("Square"));
        QCOMPARE(loaded->countryAt(0.2, 11.2), QStringLiteral("SQ"));
        QCOMPARE(loaded->countryAt(0.2, 12.2), QString());
    }

    void refusesBrokenBytes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        QTest::newRow("empty") << QByteArray() << "does not start with GRATMAP1";
        QTest::newRow("another file") << QByteArray("\x89PNG\r\n") << "does not start with GRATMAP1";
        QTest::newRow("cut short") << square().chopped(1) << "is cut short at byte 34";
        QTest::newRow("more after the end") << square() + "x"
                                            << "ends at byte 35 of 36";
        QTest::newRow("country that is none")
            << square().replace(QByteArray("\x01\x01\x00\x04", 4), QByteArray("\x01\x01\x09\x04", 4))
            << "says 9 for the country of a ring, at most 0 can be, at byte 25";
        QTest::newRow("more points than bytes")
            << square().replace(QByteArray("\x00\x04\x01", 3), QByteArray("\x00\xff\xff\xff\x7f", 5))
            << "says 268435455 for the number of points, at most 6 can be, at byte 29";
        QTest::newRow("off the globe") << square().replace(QByteArray("\x01\x01\x04", 3),
                                                           QByteArray("\x01\xff\x7f\x04", 4))
                                       << "has a point off the globe at byte 29";
        QTest::newRow("endless number") << QByteArray("GRATMAP1\xff\xff\xff\xff\xff\xff")
                                        << "has a number of more than five bytes at byte 13";
    }

    void refusesBrokenBytes()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        const auto loaded = WorldGeometry::load(bytes);
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().text,
                 QStringLiteral("The map data (world.bin) %1. Install the program again.").arg(says));
        QCOMPARE(loaded.error().fault, Fault::Ours);
    }

    void survivesAnyBytes()
    {
        QRandomGenerator random(1);
        for (int round = 0; round < 20'000; ++round) {
            QByteArray bytes = square();
            for (int change = 0; change < 3; ++change) {
                bytes[random.bounded(int(bytes.size()))] = char(random.bounded(256));
            }
            const auto loaded = WorldGeometry::load(bytes.left(random.bounded(int(bytes.size()) + 1)));
            if (loaded) {
                loaded->countryAt(0, 11);
            }
        }
    }

    void knowsTheCountryOfAPosition_data()
    {
        QTest::addColumn<double>("latitude");
        QTest::addColumn<double>("longitude");
        QTest::addColumn<QString>("country");
        QTest::newRow("Frankfurt") << 50.11 << 8.68 << "DE";
        QTest::newRow("Maseru, inside South Africa's hole") << -29.4 << 27.9 << "LS";
        QTest::newRow("Bloemfontein") << -29.1 << 26.2 << "ZA";
        QTest::newRow("Chukotka, Russia before 180") << 66.5 << 175.0 << "RU";
        QTest::newRow("Chukotka, Russia past 180") << 66.5 << -173.0 << "RU";
        QTest::newRow("Alaska, just past the cut") << 65.5 << -163.0 << "US";
        QTest::newRow("Vanua Levu, Fiji") << -16.6 << 179.2 << "FJ";
        QTest::newRow("Taveuni, Fiji past 180") << -16.85 << -179.97 << "FJ";
        QTest::newRow("South Pole") << -89.9 << 0.0 << "AQ";
        QTest::newRow("Pristina") << 42.6 << 21.1 << "XK";
        QTest::newRow("Hargeisa") << 9.56 << 44.06 << "x-somaliland";
        QTest::newRow("Kyrenia") << 35.3 << 33.3 << "x-north-cyprus";
        QTest::newRow("Singapore") << 1.35 << 103.82 << "SG";
        QTest::newRow("mid Atlantic") << 30.0 << -40.0 << "";
        QTest::newRow("Null Island") << 0.0 << 0.0 << "";
    }

    void knowsTheCountryOfAPosition()
    {
        QFETCH(double, latitude);
        QFETCH(double, longitude);
        QFETCH(QString, country);
        QCOMPARE(world().countryAt(latitude, longitude), country);
    }

    void forgivesSomeKilometresAtABorder()
    {
        // Basel's airport lies in France, Swiss data centres beside it.
        QVERIFY(world().isNear(u"CH", 47.59, 7.53, 10));
        QVERIFY(world().isNear(u"FR", 47.59, 7.53, 10));
        QVERIFY(!world().isNear(u"IT", 47.59, 7.53, 10));
        QVERIFY(world().isNear(u"FJ", -16.85, -179.97, 10));
        QVERIFY(!world().isNear(u"XX", 47.59, 7.53, 10));
    }

    void everyRingStaysOnOneSideOfTheCut()
    {
        QCOMPARE(world().centralMeridian(), 11.0);
        QCOMPARE(world().levels().size(), size_t(2));
        for (const WorldGeometry::Level &level : world().levels()) {
            for (const WorldGeometry::Ring &ring : level.rings) {
                QVERIFY(ring.bounds.left() >= -169 && ring.bounds.right() <= 191);
                QPointF before = ring.points.back();
                for (const QPointF &p : ring.points) {
                    // The one long edge runs along the South Pole.
                    QVERIFY(std::abs(p.x() - before.x()) < 40 || p.y() == -90);
                    before = p;
                }
            }
        }
    }

    void theWholeWorldIsThere()
    {
        QCOMPARE(world().countries().size(), size_t(240));
        QStringList withoutCode;
        for (const WorldGeometry::Country &country : world().countries()) {
            if (country.numeric == 0) {
                withoutCode << country.key + u' ' + country.name;
            }
        }
        QCOMPARE(withoutCode.join(u", "),
                 QStringLiteral("XK Kosovo, x-indian-ocean-territories Indian Ocean Ter., x-north-cyprus N. Cyprus, "
                                "x-siachen Siachen Glacier, x-somaliland Somaliland"));
    }
};

QTEST_GUILESS_MAIN(TestWorldGeometry)
#include "tst_worldgeometry.moc"
