// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testing/test.h"
#include "tests/ui/windowfixture.h"
#include "ui/overview/latencyline.h"
#include "ui/overview/mappanel.h"
#include "widgets/basic/segmentedcontrol.h"
#include "widgets/map/maplegend.h"
#include "widgets/map/mapwidget.h"

#include <QTest>

#include <algorithm>

using namespace graticule;
using testing::FleetScript;
using testing::WindowFixture;

namespace {

const char *const kFleet = R"(
connection k8s
site fra1 via=k8s at=50,8 city=Frankfurt cpu=5/10 memory=3e9/4e9
site sin1 via=k8s at=1,103 city=Singapore cpu=19/20
site lax1 via=k8s at=34,-118 city="Los Angeles"
site gone via=k8s at=-34,-58 cpu=1/10 state=down
link fra1->sin1 rtt=160 limit=200
link fra1->lax1 rtt=90
link lax1->sin1 rtt=170
)";

LinkWindow window(const char *link, double p95, double usual = -1)
{
    LinkWindow out;
    out.link = EntityId(link);
    out.count = 30;
    out.p50 = p95;
    out.p95 = p95;
    out.loss = 0;
    if (usual >= 0) {
        out.usual = LinkUsual();
        out.usual->days = 7;
        out.usual->p95 = {usual, 1};
    }
    return out;
}

/// "none long 160 ms": how a link is drawn.
QString drawn(const Link &link, const LinkWindow *told)
{
    static const char *const severities[] = {"none", "medium", "high", "critical"};
    static const char *const lengths[] = {"plain", "unmeasured", "short", "medium", "long", "very-long"};
    const MapLink line = LatencyLine::of(link, told);
    return QStringLiteral("%1 %2 %3")
        .arg(QLatin1String(severities[int(line.severity)]), QLatin1String(lengths[int(line.length)]),
             QString(line.value).replace(QChar(0x202F), u' '));
}

struct Desk
{
    Desk()
        : f(QString::fromUtf8(kFleet), {1600, 1000})
        , map(f.window->findChild<MapWidget *>())
        , layers(f.window->findChild<SegmentedControl *>(QStringLiteral("map.layers")))
        , legend(f.window->findChild<MapLegend *>())
    {
        map->navigator().goHome();
    }

    QStringList marks() const
    {
        QStringList all;
        for (const int mark : map->visibleMarks())
            all << map->markText(mark).replace(QChar(0x202F), u' ').split(u'\n').join(u';');
        return all;
    }
    const std::vector<MapLink> &links() const { return map->layoutInUse()->links().links; }

    WindowFixture f;
    MapWidget *map;
    SegmentedControl *layers;
    MapLegend *legend;
};

} // namespace

class TestMapLayers : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void aLinkIsGreyByItsLengthAndColouredWhereItIsNotAsUsual()
    {
        Link link;
        link.id = EntityId("l");
        link.limitMs = 200;
        const LinkWindow calm = window("l", 40, 38), slow = window("l", 90, 40), far = window("l", 150),
                         over = window("l", 230, 228), none = window("l", -1);
        QCOMPARE(drawn(link, nullptr), QStringLiteral("none plain not asked for yet"));
        QCOMPARE(drawn(link, &calm), QStringLiteral("none short 40 ms"));
        QCOMPARE(drawn(link, &far), QStringLiteral("none long 150 ms")); // nothing known of what is usual
        QCOMPARE(drawn(link, &slow), QStringLiteral("medium medium 90 ms, usual 40 ms"));
        QCOMPARE(drawn(link, &over), QStringLiteral("high long 230 ms"));
        QCOMPARE(drawn(link, &none), QStringLiteral("none unmeasured not measured"));
        LinkWindow lossy = calm;
        lossy.loss = 0.08;
        QCOMPARE(drawn(link, &lossy), QStringLiteral("high short 8 % loss"));
        link.condition = Condition::Down;
        QCOMPARE(drawn(link, &calm), QStringLiteral("critical plain no answer"));
    }

    void latenciesAreAskedForWhileTheirLayerIsShown()
    {
        Desk p;
        p.f.settle();
        const auto asked = [&p] { return p.f.commands.asked.filter(QStringLiteral("windows")).size(); };
        const qsizetype before = asked(); // the table of regions asks for its own
        p.f.commands.linkFigures = {window("link/fra1->sin1", 260, 150), window("link/fra1->lax1", 90, 89)};
        p.layers->setCurrent(1);
        QTRY_COMPARE(asked(), before + 1);
        QTRY_COMPARE(p.links().size(), size_t(3)); // all of them, not only those over their limit
        QTRY_VERIFY(std::ranges::count(p.links(), MapSeverity::High, &MapLink::severity) == 1);
        QVERIFY(std::ranges::count(p.links(), MapLength::Unmeasured, &MapLink::length) == 1);
        QVERIFY2(p.legend->accessibleName().contains(QStringLiteral("Above usual, Above limit, Cut, Not measured")),
                 qPrintable(p.legend->accessibleName()));
        // Back to states: as it was, and nothing more is asked.
        p.layers->setCurrent(0);
        QTRY_VERIFY(p.links().empty());
        p.f.clock.advance(Milliseconds(30'000));
        p.f.settle();
        QCOMPARE(asked(), before + 1);
        QVERIFY(p.legend->accessibleName().contains(QStringLiteral("Place inferred")));
    }

    /// One line for both directions, as the worse of them; another only where something is seen.
    void linesFollowTheLinksThatChange()
    {
        Desk p;
        const auto lines = [&p] {
            QStringList all;
            for (const MapLink &line : p.links())
                all << QStringLiteral("%1%2").arg(int(line.severity)).arg(line.value).replace(QChar(0x202F), u' ');
            all.sort();
            return all.join(QStringLiteral(", "));
        };
        QTRY_COMPARE(lines(), QString()); // none is over its limit
        p.f.change("link fra1->sin1 rtt=210 limit=200");
        QTRY_COMPARE(lines(), QStringLiteral("1210 ms"));
        p.f.change("link sin1->fra1 rtt=350 limit=200"); // the way back is worse
        QTRY_COMPARE(lines(), QStringLiteral("2350 ms"));
        p.f.change("link fra1->sin1 rtt=190 limit=200");
        QTRY_COMPARE(lines(), QStringLiteral("2350 ms"));
        auto *shown = p.f.window->findChild<MapPanel *>()->findChildren<SegmentedControl *>().value(1);
        shown->setCurrent(1);
        QTRY_COMPARE(lines(), QStringLiteral("0, 0, 2350 ms"));
        p.f.change("link sin1->fra1 rtt=100 limit=200");
        QTRY_COMPARE(lines(), QStringLiteral("0, 0, 0"));
        p.f.change("remove site lax1");
        QTRY_COMPARE(lines(), QStringLiteral("0"));
        shown->setCurrent(2);
        QTRY_COMPARE(lines(), QString());
        p.f.change("link fra1->sin1 rtt=900 limit=100");
        QCOMPARE(lines(), QString());
    }

    void capacityIsToldByEachMark()
    {
        Desk p;
        QTRY_COMPARE(p.marks().size(), 4);
        p.layers->setCurrent(2);
        const QString all = p.marks().join(u'\n');
        QVERIFY2(all.contains(QStringLiteral("CPU 50 % used;Memory 75 % used")), qPrintable(all));
        QVERIFY2(all.contains(QStringLiteral("CPU 95 % used")), qPrintable(all));
        QCOMPARE(all.count(QStringLiteral("use not known")), 2); // one does not tell, one is down
        QVERIFY(p.legend->accessibleName().contains(QStringLiteral("CPU used, 80 % or more, 92 % or more, Not known")));
        // What changes is seen within a second.
        const QImage before = p.map->grab().toImage();
        p.f.change("site fra1 via=k8s at=50,8 city=Frankfurt cpu=9/10 memory=3e9/4e9");
        p.f.clock.advance(Milliseconds(1000));
        p.f.settle();
        QVERIFY(p.map->grab().toImage() != before);
    }

    void theLayerAndItsLinksAreRemembered()
    {
        QVariantMap kept;
        {
            Desk p;
            p.layers->setCurrent(1);
            kept = p.f.window->saveLayout();
        }
        Desk p;
        p.f.window->restoreLayout(kept);
        QCOMPARE(p.layers->current(), 1);
        QCOMPARE(p.map->layer(), MapLayer::Latency);
    }

    void keysChooseTheLayer()
    {
        Desk p;
        p.map->setFocus();
        QTest::keyClick(p.map, Qt::Key_3);
        QCOMPARE(p.layers->current(), 2);
        QTest::keyClick(p.map, Qt::Key_2);
        QCOMPARE(p.layers->current(), 1);
        QTest::keyClick(p.map, Qt::Key_1);
        QCOMPARE(p.layers->current(), 0);
    }

    void theButtonsHaveRoomInTheSmallestWindow()
    {
        Desk p;
        p.f.window->resize(1280, 800);
        p.f.settle();
        const QList<QWidget *> over{p.layers, p.f.button(QStringLiteral("Problems only")),
                                    p.f.button(QStringLiteral("Find a site"))};
        const QWidget *panel = p.layers->parentWidget();
        for (const QWidget *one : over) {
            QVERIFY(one);
            QVERIFY2(panel->rect().contains(one->geometry()), qPrintable(one->accessibleName()));
            for (const QWidget *other : over)
                QVERIFY(one == other || !one->geometry().intersects(other->geometry()));
        }
    }
};

QTEST_MAIN(TestMapLayers)
#include "tst_maplayers.moc"
