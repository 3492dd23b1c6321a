// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testing/test.h"
#include "tests/ui/windowfixture.h"
#include "ui/overview/overviewpage.h"
#include "ui/shell/searchbox.h"
#include "widgets/basic/statecount.h"
#include "widgets/map/equalearth.h"
#include "widgets/map/maplegend.h"
#include "widgets/map/mapwidget.h"

#include <QListView>
#include <QSignalSpy>

using namespace graticule;
using testing::FleetScript;
using testing::WindowFixture;

namespace {

const char *const kFleet = R"(
connection far origin=lab
site fra1 city=Frankfurt country=DE at=50,8 via=far state=degraded reason="slow" origin=lab
site akl1 city=Auckland country=NZ at=-37,175 via=far
site ush1 city=Ushuaia country=AR at=-54.8,-68.3 via=far
site cpt1 city=Cape-Town country=ZA at=-34,18 via=far
)";

QStringList places(const WindowFixture &f)
{
    QStringList all;
    for (const char *name : {"searchBox", "lab.badge"}) {
        const auto *widget = f.window->findChild<QWidget *>(QLatin1String(name));
        all << QStringLiteral("%1 %2").arg(widget->mapTo(f.window.get(), QPoint()).x()).arg(widget->width());
    }
    for (const StateCount *count : f.window->findChildren<StateCount *>()) {
        if (count->isVisible())
            all << QString::number(count->mapTo(f.window.get(), QPoint()).x());
    }
    return all;
}

} // namespace

class TestOverview : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    /// What a newcomer tries first; the second press of a double click does not fall into what has opened.
    void aClickOpensWhatNeedsAPerson()
    {
        WindowFixture f(QString::fromUtf8(kFleet));
        f.settle();
        auto *list = f.window->findChild<QListView *>(QStringLiteral("attention"));
        QVERIFY(list->model()->rowCount() > 0);
        const QPoint place = list->visualRect(list->model()->index(0, 0)).center();
        const QPoint inWindow = list->viewport()->mapTo(f.window.get(), place);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, place);
        const auto *page = f.window->findChild<OverviewPage *>();
        QCOMPARE(page->openedSite(), FleetScript::siteId(QStringLiteral("fra1")));
        f.settle();
        QWidget *now = f.window->childAt(inWindow);
        QVERIFY(now && now != list->viewport());
        QSignalSpy pressed(now, &QWidget::customContextMenuRequested); // any: nothing may reach it
        QTest::mouseDClick(now, Qt::LeftButton, {}, now->mapFrom(f.window.get(), inWindow));
        QCOMPARE(page->openedSite(), FleetScript::siteId(QStringLiteral("fra1")));
        QCOMPARE(f.window->currentPage(), QStringLiteral("overview"));
    }

    void theTopBarKeepsItsPlaces_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("small") << QSize(1280, 800);
        QTest::newRow("large") << QSize(1920, 1000);
    }

    void theTopBarKeepsItsPlaces()
    {
        QFETCH(QSize, size);
        WindowFixture f(QString::fromUtf8(kFleet), size);
        f.settle();
        const QStringList before = places(f);
        QVERIFY(before.size() > 6);
        f.change("site akl1 city=Auckland country=NZ at=-37,175 via=far state=down\n"
                 "site cpt1 city=Cape-Town country=ZA at=-34,18 via=far state=unreachable");
        QCOMPARE(places(f).join(u' '), before.join(u' '));
        f.setLink(KeeperLink::State::Connecting);
        f.settle();
        QCOMPARE(places(f).join(u' '), before.join(u' '));
    }

    void noMarkLiesUnderTheLegend()
    {
        WindowFixture f(QString::fromUtf8(kFleet));
        f.settle();
        const auto *map = f.window->findChild<MapWidget *>();
        const auto *legend = f.window->findChild<MapLegend *>();
        const MapCamera &camera = map->navigator().target();
        QVERIFY(camera.toScreen(equalEarth::project(-50, -70)).y() < legend->geometry().top());
    }
};

QTEST_MAIN(TestOverview)
#include "tst_overview.moc"
