// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/mapfixture.h"
#include "widgets/map/mapcontrols.h"
#include "widgets/map/maplegend.h"

#include "tests/testing/test.h"

#include <QAccessible>
#include <QMetaEnum>
#include <QSignalSpy>

using namespace graticule;
using testing::settled;
using testing::site;

namespace {

QString roleName(QAccessible::Role role)
{
    return QString::fromLatin1(QMetaEnum::fromType<QAccessible::Role>().valueToKey(role));
}

/// The tree, a line per object, indented by depth.
void print(QAccessibleInterface *object, QStringList &lines, int depth = 0)
{
    const QAccessible::State state = object->state();
    QString line = QString(depth, u' ') + roleName(object->role()) + u' ' + object->text(QAccessible::Name);
    line += state.selected ? QStringLiteral(" [selected]") : QString();
    line += state.focused ? QStringLiteral(" [focused]") : QString();
    lines << line;
    for (int i = 0; i < object->childCount(); ++i) {
        print(object->child(i), lines, depth + 1);
    }
}

std::vector<MapSite> sites()
{
    std::vector<MapSite> all;
    for (int i = 0; i < 9; ++i) {
        all.push_back(
            site(i, QStringLiteral("Singapore"), 1.35, 103.8, i < 2 ? MapState::Degraded : MapState::Healthy));
    }
    all.push_back(site(20, QStringLiteral("fra1"), 50.1, 8.7, MapState::Down));
    all.push_back(site(21, QStringLiteral("gru1"), -23.5, -46.6));
    all.back().inferred = true;
    all.back().mark.stale = true;
    return all;
}

class TestMap : public MapWidget
{
public:
    TestMap()
    {
        resize(1056, 602);
        setReducedMotion(true);
        setTheme(Theme());
        setSites(sites());
        show();
    }
    QString tree()
    {
        QStringList lines;
        print(QAccessible::queryAccessibleInterface(this), lines);
        return lines.join(u'\n');
    }
};

} // namespace

class TestMapAccessible : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void theTreeNamesEveryMark()
    {
        TestMap map;
        MapControls controls(map, &map);
        QVERIFY(settled(map));
        map.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&map));
        map.setFocus();
        map.walk(1);
        map.walk(1);
        QCOMPARE(map.tree(), QStringLiteral("Graphic World map [focused]\n"
                                            " List Sites in view, worst first\n"
                                            "  ListItem fra1, down\n"
                                            "  ListItem Singapore, 9 sites, 2 degraded [selected] [focused]\n"
                                            "  ListItem gru1, healthy, stale, place inferred\n"
                                            " Client Map view\n"
                                            "  Button Zoom in\n"
                                            "  Button Zoom out\n"
                                            "  Button Show the whole world"));
    }

    void aDescriberSaysWhatASiteIs()
    {
        TestMap map;
        map.setDescriber([](MapKey key) { return QStringLiteral("site %1, Frankfurt, DE, down for 12 min").arg(key); });
        QVERIFY(settled(map));
        QVERIFY(map.tree().contains(QStringLiteral("ListItem site 20, Frankfurt, DE, down for 12 min")));
    }

    void itemsHaveTheirPlaceAndCanBePressed()
    {
        TestMap map;
        QVERIFY(settled(map));
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&map)->child(0);
        QAccessibleInterface *item = list->child(0);
        QVERIFY(item->isValid());
        QCOMPARE(list->indexOfChild(item), 0);
        QCOMPARE(item->parent(), list);
        QCOMPARE(item->rect(), map.markRect(map.visibleMarks()[0]).translated(map.mapToGlobal(QPoint())));
        const QPoint middle = item->rect().center();
        QCOMPARE(list->childAt(middle.x(), middle.y()), item);
        QCOMPARE(list->childAt(middle.x() + 100, middle.y() - 100), nullptr);
        QSignalSpy spy(&map, &MapWidget::activated);
        item->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(spy.size(), 1);
        QCOMPARE(map.selection(), std::vector<MapKey>{20});
    }

    void itemsEndWhenMarksAreNumberedAnew()
    {
        TestMap map;
        QVERIFY(settled(map));
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&map)->child(0);
        QAccessibleInterface *item = list->child(1);
        // Zooming that changes no mark, and links, leave the items as they are.
        map.navigator().zoomBySteps(1, {500, 300});
        map.setLinks({{20, 21, MapSeverity::High, false, QStringLiteral("213 ms")}});
        QVERIFY(settled(map));
        QVERIFY(item->isValid());
        map.setSites({site(20, QStringLiteral("fra1"), 50.1, 8.7)});
        QVERIFY(settled(map));
        QVERIFY(!item->isValid());
        QCOMPARE(item->text(QAccessible::Name), QString());
        item->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QVERIFY(map.selection().empty());
    }

    void onlyWhatIsInViewIsListed()
    {
        TestMap map;
        QVERIFY(settled(map));
        map.navigator().jumpTo(MapCamera(equalEarth::project(1.35, 103.8), 3000, QSizeF(map.size())));
        QVERIFY(settled(map));
        QCOMPARE(QAccessible::queryAccessibleInterface(&map)->child(0)->childCount(), 1);
    }

    void theLegendSpeaks()
    {
        TestMap map;
        const MapLegend legend(map);
        QCOMPARE(legend.accessibleName(),
                 QStringLiteral("Legend: Healthy, Degraded, Down, Unreachable, Maintenance, Unknown or stale, "
                                "Place inferred"));
    }

    void theButtonsZoom()
    {
        TestMap map;
        MapControls controls(map, &map);
        controls.show();
        QVERIFY(settled(map));
        const auto buttons = controls.findChildren<MapButton *>();
        const double home = map.navigator().camera().scale();
        QTest::mouseClick(buttons[0], Qt::LeftButton);
        QVERIFY(map.navigator().camera().scale() > home);
        QTest::mouseClick(buttons[2], Qt::LeftButton);
        QCOMPARE(map.navigator().camera().scale(), home);
        QTest::keyClick(buttons[1], Qt::Key_Space);
        QVERIFY(map.navigator().camera().scale() < home);
        for (int i = 0; i < 5; ++i) {
            QTest::mouseClick(buttons[1], Qt::LeftButton);
        }
        QVERIFY(!buttons[1]->isEnabled()); // the whole world is there
    }
};

QTEST_MAIN(TestMapAccessible)
#include "tst_mapaccessible.moc"
