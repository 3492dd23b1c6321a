// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/mapfixture.h"
#include "widgets/map/maptile.h"

#include "tests/testing/test.h"

#include <QPainter>
#include <QSignalSpy>

using namespace graticule;

namespace {

std::shared_ptr<const MapGeometry> world()
{
    static const auto geometry = MapGeometry::project(testing::worldOutlines());
    return geometry;
}

/// The whole world, 1300 pixels wide, from tiles.
QImage worldPicture(const Theme &theme, double scale = 240)
{
    const QSize size(int(2 * equalEarth::HalfWidth * scale), int(2 * equalEarth::HalfHeight * scale) + 4);
    QImage picture(size, QImage::Format_RGB32);
    QPainter painter(&picture);
    for (int row = -2; row <= 1; ++row) {
        for (int column = -2; column <= 1; ++column) {
            const MapTile tile{world(), nullptr, theme, scale, 1, QPoint(column, row)};
            painter.drawImage(QPoint(column, row) * MapTile::Size + QPoint(size.width(), size.height()) / 2,
                              renderMapTile(tile));
        }
    }
    return picture;
}

QRgb pixelAt(const QImage &picture, double latitude, double longitude, double scale = 240)
{
    const QPointF p = equalEarth::project(latitude, longitude) * scale;
    return picture.pixel(p.toPoint() + QPoint(picture.width(), picture.height()) / 2);
}

} // namespace

class TestMapTiles : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void landIsLandAndOceanIsOcean_data()
    {
        QTest::addColumn<double>("latitude");
        QTest::addColumn<double>("longitude");
        QTest::addColumn<bool>("land");
        QTest::newRow("Sahara") << 23.0 << 12.0 << true;
        QTest::newRow("Amazon") << -5.0 << -62.0 << true;
        QTest::newRow("Outback") << -25.0 << 133.0 << true;
        QTest::newRow("Siberia") << 64.0 << 100.0 << true;
        QTest::newRow("Chukotka, near 180") << 67.5 << 178.0 << true;
        QTest::newRow("Alaska, beyond the cut") << 65.0 << -155.0 << true;
        QTest::newRow("Antarctica") << -80.0 << 25.0 << true;
        QTest::newRow("near the South Pole") << -86.0 << 11.0 << true;
        QTest::newRow("Lesotho, inside a hole") << -29.5 << 28.3 << true;
        QTest::newRow("mid Atlantic") << 32.0 << -40.0 << false;
        QTest::newRow("south Pacific") << -35.0 << -130.0 << false;
        QTest::newRow("Caspian Sea") << 41.0 << 51.0 << false;
        QTest::newRow("row of Fiji, Atlantic") << -17.0 << -20.0 << false;
        QTest::newRow("row of Fiji, Indian Ocean") << -17.0 << 80.0 << false;
        QTest::newRow("row of Fiji, Pacific") << -17.0 << -112.0 << false;
        QTest::newRow("row of Chukotka, Norwegian Sea") << 67.0 << 2.0 << false;
        QTest::newRow("row of Wrangel Island, Greenland Sea") << 71.2 << 2.0 << false;
        QTest::newRow("row of Antarctica's end, Southern Ocean") << -58.0 << 60.0 << false;
    }

    void landIsLandAndOceanIsOcean()
    {
        QFETCH(double, latitude);
        QFETCH(double, longitude);
        QFETCH(bool, land);
        for (const auto kind : {Theme::Kind::Dark, Theme::Kind::Light}) {
            const Theme theme(kind);
            static QHash<int, QImage> pictures;
            if (!pictures.contains(int(kind))) {
                pictures.insert(int(kind), worldPicture(theme));
            }
            QCOMPARE(QColor(pixelAt(pictures[int(kind)], latitude, longitude)).name(),
                     theme.colour(land ? Colour::Land : Colour::Ocean).name());
        }
    }

    void tilesMeetWithoutASeam()
    {
        // The same part of Africa, once in the middle of a tile and once cut through by an edge.
        const Theme theme;
        const double scale = 1800;
        const QImage left = renderMapTile({world(), nullptr, theme, scale, 1, {0, 0}});
        const QImage right = renderMapTile({world(), nullptr, theme, scale, 1, {1, 0}});
        int land = 0;
        for (int y = 0; y < MapTile::Size; ++y) {
            const QColor a(left.pixel(MapTile::Size - 1, y)), b(right.pixel(0, y));
            land += a == theme.colour(Colour::Land);
            // Inside land or ocean the columns on both sides of the edge are the same, but for a coast or border.
            QVERIFY(std::abs(a.lightness() - b.lightness()) < 40);
        }
        QVERIFY(land > 100);
    }

    void aTileIsAPureFunction()
    {
        const MapTile tile{world(), nullptr, Theme(), 1500, 2, {3, -2}};
        QCOMPARE(renderMapTile(tile), renderMapTile(tile));
    }

    void withoutOutlinesThereIsOceanAndGraticule()
    {
        const Theme theme;
        const QImage image = renderMapTile({nullptr, nullptr, theme, 300, 1, {0, 0}});
        int ocean = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                ocean += QColor(image.pixel(x, y)) == theme.colour(Colour::Ocean);
            }
        }
        QVERIFY(ocean > 240'000 && ocean < MapTile::Size * MapTile::Size);
    }

    void farFromTheWorldAndFarTooNearIsDrawnToo()
    {
        renderMapTile({world(), nullptr, Theme(), 240, 1, {500, -500}});
        renderMapTile({world(), nullptr, Theme(), 2 * MapCamera::LargestScale, 2, {-30, -200}});
        renderMapTile({world(), nullptr, Theme(), 1, 1, {0, 0}});
    }

    void aLinkTouchesOnlyTheTilesOnItsWay()
    {
        MapTiles tiles;
        tiles.setTheme(Theme());
        const MapTileView view{{-1024, -512}, {2048, 1024}, 500, 1};
        tiles.request(view, 0);
        QTRY_VERIFY(tiles.isSettled());
        const int before = tiles.renderedCount();
        QCOMPARE(before, 8);
        const auto oneArc = [] {
            auto arcs = std::make_shared<MapArcs>();
            arcs->points = {{0.1, -0.1}, {0.5, -0.5}};
            MapArc arc;
            arc.points = arcs->points;
            arc.bounds = QRectF(0.1, -0.5, 0.4, 0.4);
            arcs->arcs.push_back(arc);
            return arcs;
        };
        tiles.setArcs(oneArc());
        tiles.request(view, 0);
        QTRY_VERIFY(tiles.isSettled());
        QCOMPARE(tiles.renderedCount() - before, 1);
        // The same arcs again change nothing.
        tiles.setArcs(oneArc());
        tiles.request(view, 0);
        QVERIFY(tiles.isSettled());
    }

    void whatIsNotThereYetIsStretchedFromWhatIs()
    {
        const Theme theme;
        MapTiles tiles;
        tiles.setTheme(theme);
        tiles.setGeometry(world());
        const MapTileView home{{-700, -350}, {1400, 700}, 250, 1};
        tiles.request(home, 0);
        QTRY_VERIFY(tiles.isSettled());
        QImage image(1400, 700, QImage::Format_RGB32);
        image.fill(Qt::red);
        QPainter painter(&image);
        const QPoint sahara = (equalEarth::project(23, 12) * 500).toPoint();
        tiles.paint(painter, QRect(QPoint(), image.size()), {sahara - QPoint(700, 350), {1400, 700}, 500, 1}, 500);
        QCOMPARE(QColor(image.pixel(700, 350)).name(), theme.colour(Colour::Land).name());
        // And where there is nothing at all, the ocean.
        tiles.paint(painter, QRect(QPoint(), image.size()), {{90'000, 90'000}, {1400, 700}, 500, 1}, 500);
        QCOMPARE(QColor(image.pixel(700, 350)).name(), theme.colour(Colour::Ocean).name());
    }
};

QTEST_MAIN(TestMapTiles)
#include "tst_maptiles.moc"
