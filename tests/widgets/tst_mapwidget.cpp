// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testing/test.h"
#include "tests/widgets/halyard.h"
#include "tests/widgets/testmap.h"

#include <QSignalSpy>

using namespace graticule;
using testing::settled;
using testing::site;
using testing::TestMap;

class TestMapWidget : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void marksAreListedWorstFirst()
    {
        TestMap map;
        QVERIFY(settled(map));
        QCOMPARE(map.marks().join(u"; "),
                 QStringLiteral("sin1, down; iad1, degraded; syd1, in maintenance; fra1, healthy; gru1, healthy"));
    }

    void clustersSayWhatIsInThem()
    {
        TestMap map(testing::halyardSites());
        QVERIFY(settled(map));
        const QStringList marks = map.marks();
        QVERIFY(marks.contains(QStringLiteral("Singapore, 169 sites, 6 degraded")));
        QVERIFY(marks.contains(QStringLiteral("Johannesburg, 83 sites, 12 unreachable")));
        QVERIFY(marks.contains(QStringLiteral("Chicago, 114 sites, 3 degraded")));
        QVERIFY(marks.first().startsWith(QStringLiteral("Frankfurt, 427 sites, 4 down, ")));
    }

    void stateChangesRepaintOnlyWhatLooksDifferent()
    {
        TestMap map;
        QVERIFY(settled(map));
        QApplication::processEvents();
        map.painted = {};
        map.updateStates({{1, {MapState::Healthy, false}}, {777, {MapState::Down, false}}});
        QApplication::processEvents();
        QVERIFY(map.painted.isEmpty());
        map.updateStates({{1, {MapState::Down, false}}});
        QApplication::sendPostedEvents();
        QVERIFY(!map.painted.isEmpty());
        QVERIFY(map.painted.boundingRect().width() < 60);
        QCOMPARE(map.marks().first(), QStringLiteral("fra1, down"));
        map.updateStates({{1, {MapState::Down, true}}});
        QCOMPARE(map.marks()[1], QStringLiteral("fra1, down, stale"));
    }

    void stateChangesBeforeTheFirstLayoutCount()
    {
        TestMap map;
        map.updateStates({{4, {MapState::Unreachable, false}}});
        QVERIFY(settled(map));
        QCOMPARE(map.marks()[1], QStringLiteral("gru1, unreachable"));
    }

    void problemsOnly()
    {
        TestMap map;
        map.setProblemsOnly(true);
        QVERIFY(settled(map));
        QCOMPARE(map.marks().join(u"; "), QStringLiteral("sin1, down; iad1, degraded"));
        map.updateStates({{3, {MapState::Healthy, false}}, {1, {MapState::Unknown, false}}});
        QVERIFY(settled(map));
        QCOMPARE(map.marks().join(u"; "), QStringLiteral("iad1, degraded; fra1, unknown"));
        map.setProblemsOnly(false);
        QVERIFY(settled(map));
        QCOMPARE(map.marks().size(), 5);
    }

    void theMapIsNotMirrored()
    {
        TestMap map(testing::halyardSites());
        map.setGeometrySource(testing::worldOutlines);
        QVERIFY(settled(map));
        const QImage before = map.grab().toImage();
        map.setLayoutDirection(Qt::RightToLeft);
        QCOMPARE(map.grab().toImage(), before);
    }

    void saysWhyThereAreNoOutlines()
    {
        TestMap map;
        QSignalSpy spy(&map, &MapWidget::geometryFailed);
        map.setGeometrySource([] {
            MapOutlines none;
            none.error = QStringLiteral("The map data (world.bin) is cut short at byte 8.");
            return none;
        });
        QVERIFY(settled(map));
        QCOMPARE(spy.size(), 1);
        QCOMPARE(spy[0][0].toString(), QStringLiteral("The map data (world.bin) is cut short at byte 8."));
        QCOMPARE(map.marks().size(), 5); // the sites are drawn all the same
    }

    void mayGoAtAnyTime()
    {
        for (int i = 0; i < 5; ++i) {
            TestMap map(testing::halyardSites());
            map.setGeometrySource(testing::worldOutlines);
            for (int event = 0; event < i; ++event) {
                QApplication::processEvents();
            }
        }
    }

    void everythingOddIsSurvived()
    {
        TestMap map{std::vector<MapSite>()};
        QVERIFY(settled(map));
        QTest::keyClick(&map, Qt::Key_J);
        QTest::keyClick(&map, Qt::Key_Left);
        QTest::keyClick(&map, Qt::Key_Z);
        QTest::mouseDClick(&map, Qt::LeftButton, {}, {5, 5});
        map.resize(1, 1);
        map.setSites({site(1, QString(), 91, 1000), site(1, QStringLiteral("twice"), -90, -180)});
        QVERIFY(settled(map));
        map.resize(3000, 300);
        QVERIFY(settled(map));
        map.grab();
    }
};

QTEST_MAIN(TestMapWidget)
#include "tst_mapwidget.moc"
