// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testing/test.h"
#include "tests/ui/windowfixture.h"
#include "ui/entities/entitydrawer.h"
#include "ui/entities/entitypage.h"
#include "ui/overview/overviewpage.h"
#include "ui/site/detailrows.h"
#include "ui/site/sitedrawer.h"
#include "ui/table/tablecolumns.h"
#include "ui/table/tableexport.h"
#include "ui/table/tableview.h"
#include "widgets/basic/filtertoken.h"
#include "widgets/basic/undobar.h"
#include "widgets/basic/viewstate.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace graticule;
using testing::FleetScript;
using testing::WindowFixture;

namespace {

const char *const kFleet = R"(
connection k8s-eu
site fra1 region=Europe city=Frankfurt country=DE at=50,8 via=k8s-eu
site dub1 region=Europe city=Dublin country=IE at=53,-6 via=k8s-eu
node fra1/n1 platform="Debian 12" cpu=2/8 memory=8e9/16e9
node dub1/n2 platform="Debian 13" condition=degraded text="disk pressure"
placement shop@fra1 tier=1 ready=3/3 image=shop:7
placement shop@dub1 tier=1 ready=1/3 image=shop:6 health=restarting text="restarted 7 times"
placement db@fra1 tier=2 ready=1/1 role=primary
replica orders@fra1 class=personal bytes=2e9
replica orders@dub1 class=personal bytes=1.9e9 role=standby state=lagging lag=1500
)";

/// One of the three pages of a window, with its parts.
struct Desk
{
    explicit Desk(const QString &id, const char *fleet = kFleet)
        : f(QString::fromUtf8(fleet))
    {
        f.window->showPage(id);
        page = f.window->findChild<EntityPage *>(id + QStringLiteral(".page"));
        table = page->findChild<TableView *>(id + QStringLiteral(".table"));
        words = page->findChild<QLineEdit *>(id + QStringLiteral(".words"));
        drawer = page->findChild<EntityDrawer *>();
        places = page->findChild<QTableView *>(id + QStringLiteral(".places"));
        wait();
    }
    void wait()
    {
        QTRY_VERIFY(page->isSettled());
        f.settle();
    }
    QString lines() const
    {
        QStringList names;
        for (int row = 0; row < table->model()->rowCount(); ++row)
            names << table->model()->index(row, 1).data().toString();
        return names.join(QStringLiteral(", "));
    }
    QString count() const
    {
        return page->findChild<QWidget *>(page->objectName().section(QLatin1Char('.'), 0, 0) + QStringLiteral(".count"))
            ->accessibleName();
    }
    QStringList where() const
    {
        QStringList rows;
        for (int row = 0; row < places->model()->rowCount(); ++row)
            rows << places->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
        return rows;
    }

    WindowFixture f;
    EntityPage *page = nullptr;
    TableView *table = nullptr;
    QLineEdit *words = nullptr;
    EntityDrawer *drawer = nullptr;
    QTableView *places = nullptr;
};

} // namespace

class TestEntityPages : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsReadBeforeSomebodyLooks()
    {
        WindowFixture f(QString::fromUtf8(kFleet));
        f.window->render(QSize(1280, 800));
        auto *page = f.window->findChild<EntityPage *>(QStringLiteral("nodes.page"));
        QVERIFY(!page || !page->isSettled());
        f.window->showPage(QStringLiteral("nodes"));
        page = f.window->findChild<EntityPage *>(QStringLiteral("nodes.page"));
        QTRY_VERIFY(page->isSettled());
    }

    void keysLeadFromAServiceToTheSiteWhereItIs()
    {
        Desk p(QStringLiteral("services"));
        QCOMPARE(p.lines(), QStringLiteral("shop, db"));
        QVERIFY(p.table->hasFocus());
        QTest::keyClick(p.table, Qt::Key_J);
        QTest::keyClick(p.table, Qt::Key_Return);
        QVERIFY(p.drawer->isVisible());
        p.wait();
        QCOMPARE(p.where(), QStringList({"Restarting again and again, dub1, IE, active, 1/3, restarted 7 times, seen "
                                         "through k8s-eu, seen 2\u202Fs ago",
                                         "Healthy, fra1, DE, active, 3/3, seen through k8s-eu, seen 2\u202Fs ago"}));
        QVERIFY(p.page->copyText().startsWith(
            QStringLiteral("shop · tier 1\n"
                           "State: Restarting again and again at 1 of 2 sites · dub1: restarted 7 "
                           "times\nRuns at: 2 sites · DE, IE\n")));
        QVERIFY(p.places->hasFocus());
        QTest::keyClick(p.places, Qt::Key_Down);
        Q_EMIT p.places->activated(p.places->currentIndex());
        QCOMPARE(p.f.window->currentPage(), QStringLiteral("overview"));
        QCOMPARE(p.f.window->findChild<OverviewPage *>()->openedSite(),
                 p.places->currentIndex().row() == 0 ? FleetScript::siteId(QStringLiteral("dub1"))
                                                     : FleetScript::siteId(QStringLiteral("fra1")));
        p.f.window->showPage(QStringLiteral("services"));
        QVERIFY(p.page->closeLayer());
        QVERIFY(!p.drawer->isVisible());
        QVERIFY(p.table->hasFocus());
    }

    void rolesTakeNoRoomWhereNothingHasOne()
    {
        Desk p(QStringLiteral("services"));
        p.page->open(EntityId("service/shop"));
        p.wait();
        QVERIFY(!p.places->isColumnHidden(PlacesModel::RoleText));
        p.f.change("placement shop@fra1 tier=1 ready=3/3 image=shop:7 role=unknown\n"
                   "placement shop@dub1 tier=1 ready=3/3 image=shop:7 role=unknown");
        p.f.clock.advance(EntityDetailsLoader::kPause);
        QTRY_VERIFY(p.places->isColumnHidden(PlacesModel::RoleText));
    }

    /// Sites need the room where one connection tells of all; then the sentence says through which.
    void theWayTakesNoRoomWhereItIsOne()
    {
        Desk p(QStringLiteral("services"));
        p.page->open(EntityId("service/shop"));
        p.wait();
        QVERIFY(p.places->isColumnHidden(PlacesModel::Through));
        const auto why = [&p] { return p.drawer->findChild<QLabel *>(QStringLiteral("services.why"))->text(); };
        QVERIFY2(why().endsWith(QStringLiteral("seen through k8s-eu")), qPrintable(why()));
        p.f.change("connection docker-ie\nsite cork1 country=IE at=52,-8 via=docker-ie\n"
                   "placement shop@cork1 tier=1 ready=1/1");
        p.f.clock.advance(EntityDetailsLoader::kPause);
        QTRY_VERIFY(!p.places->isColumnHidden(PlacesModel::Through));
        QTRY_VERIFY2(!why().contains(QStringLiteral("seen through")), qPrintable(why()));
    }

    /// Nodes of one pool are told apart by the ends of their names.
    void namesOfNodesAreReadWhole()
    {
        const QString name = QStringLiteral("ip-10-20-130-141.eu-west-1.compute.internal");
        const QString fleet = QStringLiteral("connection k8s-eu\n"
                                             "site eu-west-1 region=Europe city=Dublin country=IE at=53,-6 via=k8s-eu\n"
                                             "node eu-west-1/%1 platform=\"Kubernetes v1.29.4, Debian GNU/Linux 12 "
                                             "(bookworm), amd64\" cpu=2/8 memory=8e9/16e9 condition=degraded "
                                             "text=\"disk pressure since the image cache has outgrown its share, and "
                                             "nothing of it could be removed\"\n")
                                  .arg(name);
        Desk p(QStringLiteral("nodes"), qPrintable(fleet));
        p.f.window->resize(1600, 900);
        p.f.settle();
        QFont font = p.table->font();
        font.setWeight(QFont::Medium);
        const int wanted = QFontMetrics(font).horizontalAdvance(name) + 16;
        const int is = p.table->columnWidth(1);
        QVERIFY2(is >= wanted, qPrintable(QStringLiteral("%1 of %2").arg(is).arg(wanted)));
        QVERIFY(p.table->horizontalHeader()->length() <= p.table->viewport()->width());
    }

    void aNodeSaysWhatIsBesideIt()
    {
        Desk p(QStringLiteral("nodes"));
        QCOMPARE(p.lines(), QStringLiteral("n2, n1"));
        p.page->open(EntityId("node/fra1/n1"));
        p.wait();
        QCOMPARE(p.table->current(), EntityId("node/fra1/n1"));
        QCOMPARE(p.where().size(), 2); // db and shop
        QCOMPARE(p.page->copyText(),
                 QStringLiteral("n1 · fra1\nState: Up\nSite: fra1 · Frankfurt · Germany\nPlatform: Debian 12\n"
                                "Started: not known\nCPU: 2 of 8 cores\nMemory: 8\u202FGB of 16\u202FGB\nStorage: –\n"
                                "Seen through: k8s-eu, 2\u202Fs ago\nServices at its site:\n"
                                "  db · DE · healthy · primary · 1/1 · seen 2\u202Fs ago\n"
                                "  shop · DE · healthy · active · 3/3 · seen 2\u202Fs ago\n"
                                "Identity: node/fra1/n1\nas of 22 Nov 2026 09:14:32 UTC"));
        Q_EMIT p.places->activated(p.places->model()->index(0, 0));
        QCOMPARE(p.f.window->currentPage(), QStringLiteral("services"));
    }

    void dataSaysWhereItsCopiesAre()
    {
        Desk p(QStringLiteral("data"));
        p.page->open(EntityId("asset/orders"));
        p.wait();
        QCOMPARE(p.where(), QStringList({"Lagging, dub1, IE, standby, 1.9\u202FGB, 1.5\u202Fs behind, seen through "
                                         "k8s-eu, seen 2\u202Fs ago",
                                         "In sync, fra1, DE, primary, 2\u202FGB, seen through k8s-eu, seen 2\u202Fs "
                                         "ago"}));
        p.f.change("replica orders@dub1 class=personal bytes=1.9e9 role=standby");
        p.f.clock.advance(EntityDetailsLoader::kPause);
        QTRY_VERIFY(p.where().first().startsWith(QStringLiteral("In sync, dub1")));
    }

    void wordsAndConditionsAreTyped()
    {
        Desk p(QStringLiteral("services"));
        QTest::keyClicks(p.words, QStringLiteral("frankf"));
        QCOMPARE(p.lines(), QString()); // of a place only its country is known here
        p.words->clear();
        QTest::keyClicks(p.words, QStringLiteral("germ"));
        QCOMPARE(p.lines(), QStringLiteral("shop, db"));
        p.words->clear();
        QTest::keyClicks(p.words, QStringLiteral("site:dub"));
        QCOMPARE(p.lines(), QStringLiteral("shop")); // while it is typed
        QTest::keyClick(p.words, Qt::Key_Return);
        QCOMPARE(p.lines(), QStringLiteral("shop"));
        QCOMPARE(p.count(), QStringLiteral("1 of 2"));
        auto *token = p.page->findChild<FilterToken *>();
        QCOMPARE(token->accessibleName(), QStringLiteral("Remove the filter Sites dub1"));
        token->click();
        QCOMPARE(p.lines(), QStringLiteral("shop, db"));
        QTest::keyClicks(p.words, QStringLiteral("nowhere"));
        QVERIFY(!p.table->isVisible());
        QVERIFY(p.f.button(QStringLiteral("Clear filters")));
        p.f.button(QStringLiteral("Clear filters"))->click();
        QCOMPARE(p.lines(), QStringLiteral("shop, db"));
    }

    void rowsAreTickedAndWritten()
    {
        Desk p(QStringLiteral("services"));
        p.table->setCurrent(EntityId("service/db"));
        QTest::keyClick(p.table, Qt::Key_Space);
        QVERIFY(p.page->findChild<QWidget *>(QStringLiteral("services.selection"))->isVisible());
        const QString copied = p.page->copyText();
        QVERIFY(
            copied.startsWith(QStringLiteral("State\tService\tTier\tSites\tCountries\tReady\tWhy\tSeen\nHealthy\tdb")));
        QVERIFY(copied.endsWith(QStringLiteral("as of 22 Nov 2026 09:14:32 UTC")));
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("services.csv"));
        auto *model = qobject_cast<EntityTableModel *>(p.table->model());
        UndoBar bar(p.f.themes, p.f.window.get());
        TableWords words;
        words.written = [](int count, const QString &) { return QStringLiteral("%1 written").arg(count); };
        TableExport::write(path, *model, words, p.table->columns().shown(), model->allInOrder(), p.f.store.now(), bar);
        QTRY_VERIFY(QFile::exists(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QStringList lines = QString::fromUtf8(file.readAll().mid(3)).split(QStringLiteral("\r\n"));
        QCOMPARE(lines.size(), 4); // a line's end after the last one, too
        // No "1/3" that a spreadsheet would take for a day.
        QCOMPARE(lines.at(0),
                 QStringLiteral(
                     "State,Service,Tier,Sites,Countries,Ready,Desired,Why,Seen (UTC),Region,Origin,as of (UTC)"));
        QCOMPARE(lines.at(1),
                 QStringLiteral("Restarting again and again at 1 of 2 sites,shop,1,\"dub1, fra1\",\"DE, IE\",4,6,"
                                "dub1: restarted 7 times,2026-11-22T09:14:30.000Z,Europe,,2026-11-22T09:14:32.000Z"));
        QVERIFY(p.page->closeLayer());
        QVERIFY(model->chosen().isEmpty());
    }

    void aPageIsFoundAsItWasLeft()
    {
        Desk p(QStringLiteral("data"));
        p.page->showOnly(QStringLiteral("class"), QStringLiteral("personal"));
        auto *sort = p.page->findChild<QComboBox *>(QStringLiteral("data.sort"));
        Q_EMIT sort->activated(8); // size
        p.table->setColumnHidden(9, true);
        const QVariantMap state = p.page->saveState();
        Desk again(QStringLiteral("data"));
        again.page->restoreState(state);
        QCOMPARE(again.page->saveState(), state);
        QVERIFY(again.table->isColumnHidden(9));
        QCOMPARE(again.page->findChild<QComboBox *>(QStringLiteral("data.sort"))->currentText(),
                 QStringLiteral("Size"));
    }

    void groupsFoldAndStayFolded()
    {
        Desk p(QStringLiteral("services"));
        const auto groupBy = [&p](const QString &title) {
            auto *box = p.page->findChild<QComboBox *>(QStringLiteral("services.group"));
            box->setCurrentIndex(box->findText(title));
            Q_EMIT box->activated(box->currentIndex());
            p.f.settle();
        };
        groupBy(QStringLiteral("Sites"));
        QCOMPARE(p.lines(), QStringLiteral("At several sites, shop, fra1, db"));
        const QPoint head = p.table->visualRect(p.table->model()->index(0, 3)).center();
        QTest::mouseClick(p.table->viewport(), Qt::LeftButton, {}, head);
        QCOMPARE(p.lines(), QStringLiteral("At several sites, fra1, db"));
        QCOMPARE(p.table->model()->index(0, 0).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("At several sites, 1 of 1 rows, 1 restarting again and again, folded"));
        const QVariantMap state = p.page->saveState();
        Desk again(QStringLiteral("services"));
        again.page->restoreState(state);
        QCOMPARE(again.lines(), QStringLiteral("At several sites, fra1, db"));
        groupBy(QStringLiteral("No groups"));
        QCOMPARE(p.lines(), QStringLiteral("shop, db"));
    }

    void aSitesDrawerLeadsToWhatIsThere()
    {
        WindowFixture f(QString::fromUtf8(kFleet));
        f.window->openSite(FleetScript::siteId(QStringLiteral("fra1")));
        auto *drawer = f.window->findChild<OverviewPage *>()->findChild<SiteDrawer *>();
        QTRY_VERIFY(drawer->isSettled());
        f.settle();
        const QList<DetailRows *> lists = drawer->findChildren<DetailRows *>();
        DetailRows *data = nullptr;
        for (DetailRows *list : lists) {
            if (list->accessibleName() == QLatin1String("Data held here"))
                data = list;
        }
        QVERIFY(data);
        data->setFocus();
        QTest::keyClick(data, Qt::Key_Return);
        QCOMPARE(f.window->currentPage(), QStringLiteral("data"));
        QCOMPARE(f.window->findChild<EntityPage *>(QStringLiteral("data.page"))->findChild<EntityDrawer *>()->entity(),
                 EntityId("asset/orders"));
    }

    void anEmptyFleetSaysSo()
    {
        Desk p(QStringLiteral("nodes"), "connection k8s-eu\nsite fra1 via=k8s-eu");
        QVERIFY(!p.table->isVisible());
        QVERIFY(p.page->findChild<ViewState *>()->isVisible());
        p.f.change("node fra1/n1");
        QVERIFY(p.table->isHidden()); // not in its place yet
        p.f.clock.advance(EntityTableModel::kSettle);
        QCOMPARE(p.lines(), QStringLiteral("n1"));
        QVERIFY(p.table->isVisible());
    }
};

QTEST_MAIN(TestEntityPages)
#include "tst_entitypages.moc"
