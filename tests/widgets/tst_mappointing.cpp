// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testing/test.h"
#include "tests/widgets/halyard.h"
#include "tests/widgets/testmap.h"

#include <QSignalSpy>

#include <algorithm>
#include <cmath>

using namespace graticule;
using testing::fewSites;
using testing::pointOf;
using testing::settled;
using testing::site;
using testing::TestMap;

class TestMapPointing : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void everyMarkIsFoundWhereItIsDrawn()
    {
        TestMap map(testing::halyardSites());
        map.setLinks({{0, 300, MapSeverity::High, false, QStringLiteral("9 ms")}});
        QVERIFY(settled(map));
        for (const int mark : map.visibleMarks()) {
            const MapHit hit = map.hitAt(QRectF(map.markRect(mark)).center());
            QCOMPARE(hit, map.hitOfMark(mark));
        }
        QVERIFY(!map.hitAt(pointOf(map, 30, -45)));
    }

    void aLinkIsFoundAndSaysItsValue()
    {
        TestMap map;
        map.setLinks({{1, 4, MapSeverity::None, false, QStringLiteral("190 ms")},
                      {2, 3, MapSeverity::Medium, false, QStringLiteral("230 ms")}});
        QVERIFY(settled(map));
        const auto &arcs = map.layoutInUse()->arcs()->arcs;
        QCOMPARE(arcs.size(), size_t(2));
        const QPointF middle = map.navigator().camera().toScreen(arcs[0].points[arcs[0].points.size() / 2]);
        const MapHit hit = map.hitAt(middle);
        QCOMPARE(hit.kind, MapHit::Kind::Link);
        QCOMPARE(map.textOf(hit), QStringLiteral("fra1 – gru1, 190 ms"));
        QSignalSpy activated(&map, &MapWidget::linkActivated);
        QTest::mouseDClick(&map, Qt::LeftButton, {}, middle.toPoint());
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated[0][0].toInt(), 0);
        // Only the abnormal link wears its value.
        QCOMPARE(map.annotations().values().size(), size_t(1));
        QCOMPARE(map.annotations().values()[0].text, QStringLiteral("230 ms"));
    }

    void aClickSelects()
    {
        TestMap map;
        QVERIFY(settled(map));
        QSignalSpy spy(&map, &MapWidget::selectionChanged);
        QTest::mouseClick(&map, Qt::LeftButton, {}, pointOf(map, 50.1, 8.7));
        QCOMPARE(map.selection(), std::vector<MapKey>{1});
        QTest::mouseClick(&map, Qt::LeftButton, Qt::ControlModifier, pointOf(map, 1.35, 103.8));
        QCOMPARE(map.selection(), (std::vector<MapKey>{1, 3}));
        QTest::mouseClick(&map, Qt::LeftButton, Qt::ControlModifier, pointOf(map, 50.1, 8.7));
        QCOMPARE(map.selection(), std::vector<MapKey>{3});
        QTest::mouseClick(&map, Qt::LeftButton, {}, pointOf(map, 30, -45));
        QCOMPARE(map.selection(), std::vector<MapKey>{});
        QCOMPARE(spy.size(), 4);
        map.setSelection({5, 5, 1});
        QCOMPARE(map.selection(), (std::vector<MapKey>{1, 5}));
        QCOMPARE(spy.size(), 4);
    }

    void selectionAndFocusStayWithTheirSites()
    {
        TestMap map;
        QVERIFY(settled(map));
        QTest::mouseClick(&map, Qt::LeftButton, {}, pointOf(map, -23.5, -46.6));
        QCOMPARE(map.currentName(), QStringLiteral("gru1, healthy"));
        // Other sites come, the list is another one, the order too.
        std::vector<MapSite> sites = fewSites();
        std::ranges::reverse(sites);
        sites.insert(sites.begin(), site(9, QStringLiteral("jnb1"), -26.2, 28));
        map.setSites(sites);
        QVERIFY(settled(map));
        QCOMPARE(map.selection(), std::vector<MapKey>{4});
        QCOMPARE(map.currentName(), QStringLiteral("gru1, healthy"));
        QVERIFY(map.isMarkSelected(map.currentMark()));
        // Its site goes: nothing is in focus, the selection waits for it.
        map.setSites({site(1, QStringLiteral("fra1"), 50.1, 8.7)});
        QVERIFY(settled(map));
        QCOMPARE(map.currentMark(), -1);
        QCOMPARE(map.selection(), std::vector<MapKey>{4});
    }

    void keysWalkFromSiteToSite()
    {
        TestMap map;
        QVERIFY(settled(map));
        QStringList visited;
        for (const Qt::Key key :
             {Qt::Key_J, Qt::Key_J, Qt::Key_J, Qt::Key_K, Qt::Key_J, Qt::Key_J, Qt::Key_J, Qt::Key_K}) {
            QTest::keyClick(&map, key);
            visited << map.currentName().section(u',', 0, 0);
        }
        QCOMPARE(visited.join(u' '), QStringLiteral("sin1 iad1 syd1 iad1 syd1 fra1 gru1 fra1"));
        QCOMPARE(map.selection(), std::vector<MapKey>{1});
    }

    void arrowsGoToTheNearestThere()
    {
        TestMap map;
        QVERIFY(settled(map));
        QTest::mouseClick(&map, Qt::LeftButton, {}, pointOf(map, 50.1, 8.7));
        QStringList visited;
        for (const Qt::Key key : {Qt::Key_Left, Qt::Key_Down, Qt::Key_Down, Qt::Key_Right, Qt::Key_Up, Qt::Key_Left}) {
            QTest::keyClick(&map, key);
            visited << map.currentName().section(u',', 0, 0);
        }
        // Nothing lies below gru1, nothing above sin1.
        QCOMPARE(visited.join(u' '), QStringLiteral("iad1 gru1 gru1 sin1 sin1 fra1"));
    }

    void enterOpensAndEscapeLetsGo()
    {
        TestMap map;
        QVERIFY(settled(map));
        QSignalSpy spy(&map, &MapWidget::activated);
        QTest::keyClick(&map, Qt::Key_Return);
        QCOMPARE(spy.size(), 0);
        QTest::keyClick(&map, Qt::Key_J);
        QTest::keyClick(&map, Qt::Key_Return);
        QCOMPARE(spy.size(), 1);
        QCOMPARE(spy[0][0].value<MapKey>(), 3);
        QTest::keyClick(&map, Qt::Key_Escape);
        QVERIFY(map.selection().empty());
        QKeyEvent again(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
        again.accept();
        QApplication::sendEvent(&map, &again);
        QVERIFY(!again.isAccepted()); // the page may close its drawer with it
    }

    void keysMoveTheCamera()
    {
        TestMap map;
        QVERIFY(settled(map));
        const MapCamera home = map.navigator().camera();
        QTest::keyClick(&map, Qt::Key_Plus);
        QVERIFY(std::abs(map.navigator().camera().scale() / home.scale() - MapNavigator::Step) < 1e-6);
        QTest::keyClick(&map, Qt::Key_Right, Qt::ControlModifier);
        QVERIFY(map.navigator().camera().centre().x() > home.centre().x());
        QTest::keyClick(&map, Qt::Key_Minus);
        QTest::keyClick(&map, Qt::Key_Home);
        QCOMPARE(map.navigator().camera(), home);
    }

    void fitsTheSelection()
    {
        TestMap map;
        QVERIFY(settled(map));
        map.setSelection({1, 3});
        map.setCovered({0, 0, 400, 0});
        QTest::keyClick(&map, Qt::Key_Z);
        QVERIFY(settled(map));
        const QRect free(0, 0, 656, 602);
        QVERIFY(free.contains(pointOf(map, 50.1, 8.7)) && free.contains(pointOf(map, 1.35, 103.8)));
        map.setCovered({0, 0, 600, 0});
        map.reveal(3);
        QVERIFY(pointOf(map, 1.35, 103.8).x() < 456);
    }

    void theWheelZoomsAboutThePointer()
    {
        TestMap map;
        QVERIFY(settled(map));
        const QPoint before = pointOf(map, 1.35, 103.8);
        map.turnWheel(before, 240);
        QVERIFY((pointOf(map, 1.35, 103.8) - before).manhattanLength() <= 1);
        map.turnWheel(before, -240);
        for (int i = 0; i < 100; ++i) {
            map.turnWheel(before, 120);
        }
        QCOMPARE(map.navigator().camera().scale(), MapCamera::LargestScale);
        QVERIFY(settled(map));
    }

    void aShortStepIsAnimatedALongOneCuts()
    {
        TestMap map;
        map.setReducedMotion(false);
        QVERIFY(settled(map));
        map.turnWheel({500, 300}, 120);
        QVERIFY(map.navigator().isAnimating());
        QTRY_VERIFY(!map.navigator().isAnimating());
        QCOMPARE(map.navigator().camera(), map.navigator().target());
        map.turnWheel({500, 300}, 4 * 120);
        QVERIFY(!map.navigator().isAnimating());
    }

    void aDragPansAndIsNoClick()
    {
        TestMap map;
        QVERIFY(settled(map));
        const QPoint before = pointOf(map, 50.1, 8.7);
        QTest::mousePress(&map, Qt::LeftButton, {}, before);
        QTest::mouseMove(&map, before + QPoint(30, 20));
        QTest::mouseMove(&map, before + QPoint(90, 60));
        QTest::mouseRelease(&map, Qt::LeftButton, {}, before + QPoint(90, 60));
        QVERIFY((pointOf(map, 50.1, 8.7) - before - QPoint(90, 60)).manhattanLength() <= 2);
        QVERIFY(map.selection().empty());
    }

    void aClusterIsSplitByDoubleClick()
    {
        TestMap map(testing::halyardSites());
        QVERIFY(settled(map));
        const int before = int(map.layoutInUse()->clusters().size());
        const int largest = map.visibleMarks().front();
        const int sites = map.layoutInUse()->clusters()[size_t(largest)].count;
        QTest::mouseDClick(&map, Qt::LeftButton, {}, map.markRect(largest).center());
        QVERIFY(settled(map));
        QCOMPARE(int(map.selection().size()), sites);
        QVERIFY(int(map.layoutInUse()->clusters().size()) > before);
        int parts = 0;
        for (int i = 0; i < int(map.layoutInUse()->clusters().size()); ++i) {
            parts += map.isMarkSelected(i) ? 1 : 0;
        }
        QVERIFY(parts > 1);
    }

    void aCrowdOnOneSpotOpensAsAList()
    {
        std::vector<MapSite> sites;
        for (int i = 0; i < 40; ++i) {
            sites.push_back(site(i, QStringLiteral("s%1").arg(i), 50, 8));
        }
        TestMap map(sites);
        QVERIFY(settled(map));
        QSignalSpy spy(&map, &MapWidget::clusterActivated);
        QTest::keyClick(&map, Qt::Key_J);
        QTest::keyClick(&map, Qt::Key_Return); // as near as it goes
        QVERIFY(settled(map));
        QCOMPARE(map.navigator().camera().scale(), MapCamera::LargestScale);
        QCOMPARE(spy.size(), 0);
        QTest::keyClick(&map, Qt::Key_Return);
        QCOMPARE(spy.size(), 1);
        QCOMPARE(spy[0][0].value<std::vector<MapKey>>().size(), size_t(40));
    }
};

QTEST_MAIN(TestMapPointing)
#include "tst_mappointing.moc"
