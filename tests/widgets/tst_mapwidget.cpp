// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/halyard.h"
#include "tests/widgets/mapfixture.h"

#include "tests/testing/test.h"

#include <QApplication>
#include <QSignalSpy>
#include <QWheelEvent>

#include <cmath>

using namespace graticule;
using testing::pointOf;
using testing::settled;
using testing::site;

namespace {

/// A handful of sites far apart, so that each is a mark of its own.
std::vector<MapSite> fewSites()
{
    return {site(1, QStringLiteral("fra1"), 50.1, 8.7),
            site(2, QStringLiteral("iad1"), 39.0, -77.5, MapState::Degraded),
            site(3, QStringLiteral("sin1"), 1.35, 103.8, MapState::Down), site(4, QStringLiteral("gru1"), -23.5, -46.6),
            site(5, QStringLiteral("syd1"), -33.9, 151.2, MapState::Maintenance)};
}

class TestMap : public MapWidget
{
public:
    explicit TestMap(std::vector<MapSite> sites = fewSites())
    {
        resize(1056, 602);
        setTheme(Theme(Theme::Kind::Dark));
        setReducedMotion(true);
        setSites(std::move(sites));
        show();
    }

    QString currentName() const { return currentMark() < 0 ? QStringLiteral("none") : markText(currentMark()); }
    QStringList marks() const
    {
        QStringList lines;
        for (const int mark : visibleMarks()) {
            lines << markText(mark);
        }
        return lines;
    }
    void turnWheel(QPointF at, int eighths)
    {
        QWheelEvent event(at, mapToGlobal(at), {}, {0, eighths}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                          false);
        QApplication::sendEvent(this, &event);
    }
    void paintEvent(QPaintEvent *event) override
    {
        painted += event->region();
        MapWidget::paintEvent(event);
    }
    QRegion painted;
};

} // namespace

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

    void wordsNeverOverlap_data()
    {
        QTest::addColumn<bool>("longer");
        QTest::newRow("names") << false;
        QTest::newRow("names 40 % longer") << true;
    }

    void wordsNeverOverlap()
    {
        QFETCH(bool, longer);
        std::vector<MapSite> sites = testing::halyardSites();
        for (MapSite &s : sites) {
            s.place += longer ? QStringLiteral("xxxxxxxxxxxxxxxx").left(s.place.size() * 2 / 5 + 1) : QString();
        }
        TestMap map(sites);
        map.setCallouts({{2000, QStringLiteral("one · down 12 min"), QStringLiteral("first out: etcd quorum lost")}});
        map.setLinks({{0, 2500, MapSeverity::High, false, QStringLiteral("213 ms")},
                      {100, 3000, MapSeverity::Medium, false, QStringLiteral("2.1 % loss")}});
        QVERIFY(settled(map));
        MapSprites sprites;
        sprites.setLook(map.theme(), 1);
        std::vector<QRectF> boxes;
        const auto &words = map.annotations();
        QVERIFY(words.labels().size() > 20);
        for (const MapLabel &label : words.labels()) {
            const QPointF middle = MapFrame::screenOf(*map.layoutInUse(), label.cluster, map.navigator().camera());
            const QSizeF size(sprites.labelWidth(label.text, label.strong), MapSprites::LabelHeight);
            boxes.emplace_back(middle + label.fromMark - QPointF(size.width(), size.height()) / 2, size);
        }
        for (const MapValue &value : words.values()) {
            const QSizeF size = sprites.valueSize(value.text);
            boxes.emplace_back(
                map.navigator().camera().toScreen(value.plane) - QPointF(size.width(), size.height()) / 2, size);
        }
        for (const MapCalloutBox &box : words.callouts()) {
            const QPointF middle = MapFrame::screenOf(*map.layoutInUse(), box.cluster, map.navigator().camera());
            boxes.push_back(box.fromMark.translated(middle));
            QVERIFY(QRectF(map.rect()).contains(boxes.back()));
        }
        for (size_t i = 0; i < boxes.size(); ++i) {
            for (size_t j = i + 1; j < boxes.size(); ++j) {
                QVERIFY(!boxes[i].intersects(boxes[j]));
            }
        }
    }

    void abnormalMarksAreNamedFirst()
    {
        TestMap map(testing::halyardSites());
        QVERIFY(settled(map));
        QStringList first;
        for (size_t i = 0; i < 5; ++i) {
            first << map.annotations().labels()[i].text;
        }
        QCOMPARE(first.join(u", "), QStringLiteral("Ashburn, Tokyo, Singapore, São Paulo, Sydney"));
    }

    void aCalloutStandsOutOfItsCluster()
    {
        TestMap map(testing::halyardSites());
        map.setCallouts(
            {{1200, QStringLiteral("one · down 12 min"), QString()}, {99'999, QStringLiteral("nobody"), QString()}});
        QVERIFY(settled(map));
        QCOMPARE(map.annotations().callouts().size(), size_t(1));
        const int mark = map.annotations().callouts()[0].cluster;
        QCOMPARE(map.layoutInUse()->clusters()[size_t(mark)].count, 1);
        // Another age in its text is no reason to lay everything out anew.
        const MapLayoutPtr before = map.layoutInUse();
        map.setCallouts(
            {{1200, QStringLiteral("one · down 13 min"), QString()}, {99'999, QStringLiteral("nobody"), QString()}});
        QVERIFY(settled(map));
        QCOMPARE(map.layoutInUse(), before);
        QCOMPARE(map.annotations().callouts()[0].callout.title, QStringLiteral("one · down 13 min"));
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
