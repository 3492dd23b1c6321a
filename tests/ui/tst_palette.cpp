// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testing/test.h"
#include "tests/ui/windowfixture.h"
#include "ui/entities/entitydrawer.h"
#include "ui/overview/overviewpage.h"
#include "ui/palette/commandpalette.h"
#include "ui/palette/palettedelegate.h"
#include "ui/site/siteslist.h"

#include <QAccessible>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>

using namespace graticule;
using testing::FleetScript;
using testing::WindowFixture;

namespace {

const char *const kFleet = R"(
connection k8s-eu type=kubernetes seen=-2s
connection jnb-gw state=unreachable since=-6min
site fra1 region=Europe city=Frankfurt country=DE at=50.1,8.7 via=k8s-eu state=down since=-12min
site fra2 region=Europe city=Frankfurt country=DE at=50.1,8.7 via=k8s-eu
site dub1 region=Europe city=Dublin country=IE at=53.3,-6.3 via=k8s-eu
site jnb1 region=Africa at=-26.2,28 via=jnb-gw state=unreachable
placement payments-eu@fra1 ready=2/2
placement payments-eu@dub1 ready=2/2
replica payroll@jnb1 role=primary
)";

/// The window with its palette, used by keys.
class Fixture : public WindowFixture
{
public:
    explicit Fixture(QSize size = {1280, 800})
        : WindowFixture(QString::fromUtf8(kFleet), size)
    {
        QApplication::setActiveWindow(window.get());
    }

    CommandPalette *palette() const { return find<CommandPalette>("palette"); }
    QLineEdit *words() const { return find<QLineEdit>("paletteWords"); }
    QListView *list() const { return find<QListView>("paletteList"); }
    OverviewPage *overview() const { return window->findChild<OverviewPage *>(); }

    /// Ctrl+K where the focus is, and until the names have been read.
    void open()
    {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(!find<QWidget>("paletteCount")->accessibleName().contains(QStringLiteral("reading")));
    }
    void type(const char *text) { QTest::keyClicks(words(), QString::fromUtf8(text)); }
    void key(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }
    QString chosen() const { return list()->currentIndex().data().toString(); }
    QStringList titles() const
    {
        QStringList all;
        for (int row = 0; row < list()->model()->rowCount(); ++row)
            all << list()->model()->index(row, 0).data().toString();
        return all;
    }

private:
    template<class Widget> Widget *find(const char *name) const
    {
        return window->findChild<Widget *>(QLatin1String(name));
    }
};

} // namespace

class TestPalette : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void itOpensInTheTopThirdAndGivesTheFocusBack()
    {
        Fixture f({1600, 1000});
        QWidget *before = QApplication::focusWidget();
        QVERIFY(before);
        f.open();
        QVERIFY(f.palette()->isVisible());
        QCOMPARE(f.palette()->width(), 640);
        QVERIFY(f.palette()->y() < 1000 / 3);
        QCOMPARE(f.palette()->geometry().center().x(), f.window->rect().center().x());
        QCOMPARE(f.list()->height() / PaletteDelegate::kRow, 9);
        QCOMPARE(QApplication::focusWidget(), f.words());
        f.key(Qt::Key_Escape);
        QVERIFY(!f.palette()->isVisible());
        QCOMPARE(QApplication::focusWidget(), before);

        f.open(); // its key closes it as well
        QTest::keyClick(f.words(), Qt::Key_K, Qt::ControlModifier);
        QVERIFY(!f.palette()->isVisible());
    }

    void itOpensFromAFieldThatHasWords()
    {
        Fixture f;
        f.key(Qt::Key_Slash);
        auto *filter = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(filter);
        QTest::keyClicks(filter, QStringLiteral("dub"));
        f.key(Qt::Key_Home);
        f.open(); // elsewhere the same key deletes to the end of the line
        QVERIFY(f.palette()->isVisible());
        QCOMPARE(filter->text(), QStringLiteral("dub"));
        f.key(Qt::Key_Escape);
        QCOMPARE(QApplication::focusWidget(), filter);
        QVERIFY(filter->isVisible()); // Esc closed one layer
    }

    void theSearchBoxOpensIt()
    {
        Fixture f({1600, 1000});
        auto *box = f.window->findChild<QAbstractButton *>(QStringLiteral("searchBox"));
        QCOMPARE(box->size(), QSize(236, 28));
        QCOMPARE(box->accessibleName(), QStringLiteral("Find or run a command"));
        QTest::mouseClick(box, Qt::LeftButton);
        QVERIFY(f.palette()->isVisible());
        QTest::mouseClick(f.overview(), Qt::LeftButton); // beside it
        QVERIFY(!f.palette()->isVisible());
    }

    void whereThereIsLittleRoomTheSearchBoxIsShort()
    {
        Fixture f;
        f.change("site l1 via=k8s-eu origin=lab"); // the badge needs room too
        auto *box = f.window->findChild<QAbstractButton *>(QStringLiteral("searchBox"));
        QVERIFY(box->width() < 236);
        QCOMPARE(box->accessibleName(), QStringLiteral("Find or run a command"));
        QVERIFY(f.window->rect().contains(QRect(box->mapTo(f.window.get(), QPoint()), box->size())));
    }

    void aSiteOpensItsDrawer()
    {
        Fixture f;
        f.window->showPage(QStringLiteral("connections"));
        f.open();
        f.type("fra");
        QCOMPARE(f.titles().mid(0, 2), (QStringList{QStringLiteral("fra1"), QStringLiteral("fra2")}));
        f.key(Qt::Key_Down);
        QCOMPARE(f.chosen(), QStringLiteral("fra2"));
        f.key(Qt::Key_Return);
        QVERIFY(!f.palette()->isVisible());
        QCOMPARE(f.window->currentPage(), QStringLiteral("overview"));
        QCOMPARE(f.overview()->openedSite(), FleetScript::siteId(QStringLiteral("fra2")));
    }

    void servicesAndDataOpenTheirDrawers()
    {
        Fixture f;
        const auto opened = [&](const char *page) {
            const auto *drawer =
                f.window->findChild<EntityDrawer *>(QString::fromLatin1(page) + QStringLiteral(".drawer"));
            return f.window->currentPage() == QLatin1String(page) && drawer->isVisible() ? drawer->entity()
                                                                                         : EntityId();
        };
        f.open();
        f.type("pay eu");
        QCOMPARE(f.chosen(), QStringLiteral("payments-eu"));
        f.key(Qt::Key_Return);
        QCOMPARE(opened("services"), EntityId("service/payments-eu"));
        f.open();
        f.type("payroll");
        f.key(Qt::Key_Return);
        QCOMPARE(opened("data"), EntityId("asset/payroll"));
    }

    void regionsListTheirSites()
    {
        Fixture f;
        const auto listed = [&] {
            const auto *list = f.window->findChild<SitesList *>();
            const auto *table = list->findChild<QAbstractItemView *>();
            return list->isVisible() ? table->model()->rowCount() : -1;
        };
        f.open();
        f.type("europe");
        QCOMPARE(f.chosen(), QStringLiteral("Europe"));
        f.key(Qt::Key_Return);
        QCOMPARE(listed(), 3);
    }

    void aConnectionShowsItsPanel()
    {
        Fixture f;
        f.open();
        f.type("jnb-gw");
        f.key(Qt::Key_Return);
        QCOMPARE(f.window->currentPage(), QStringLiteral("connections"));
        QVERIFY(f.button(QStringLiteral("Pause")));
    }

    void pagesAndCommandsRun()
    {
        Fixture f;
        f.open();
        f.type("connections");
        QCOMPARE(f.chosen(), QStringLiteral("Connections"));
        f.key(Qt::Key_Return);
        QCOMPARE(f.window->currentPage(), QStringLiteral("connections"));
        const bool wasDark = f.themes.theme().name() == QLatin1String("dark");
        f.open();
        f.type("dark and");
        QCOMPARE(f.chosen(), QStringLiteral("Switch between dark and light"));
        f.key(Qt::Key_Return);
        QVERIFY(wasDark != (f.themes.theme().name() == QLatin1String("dark")));
        f.open();
        QCOMPARE(f.titles().mid(0, 2), // what was picked lately
                 (QStringList{QStringLiteral("Switch between dark and light"), QStringLiteral("Connections")}));
    }

    void settingsAreFoundByNameAndByChoice()
    {
        Fixture f;
        f.open();
        f.type("contrast");
        QCOMPARE(f.chosen(), QStringLiteral("Contrast"));
        f.key(Qt::Key_Return);
        QCOMPARE(f.window->currentPage(), QStringLiteral("settings"));
        const auto *row = f.window->findChild<QWidget *>(QStringLiteral("setting.contrast"));
        QVERIFY(row && row->isAncestorOf(QApplication::focusWidget()));
        f.open();
        f.type("reduced");
        QCOMPARE(f.chosen(), QStringLiteral("Motion"));
    }

    void whatCannotBeDoneSaysWhyAndIsNotDone()
    {
        Fixture f;
        f.open();
        f.type("stop the lab");
        QCOMPARE(f.chosen(), QStringLiteral("Stop the lab"));
        QCOMPARE(f.list()->currentIndex().data(PaletteModel::WhyNotRole).toString(),
                 QStringLiteral("No lab is running"));
        QVERIFY(f.words()->accessibleDescription().contains(QStringLiteral("not now: No lab is running")));
        f.key(Qt::Key_Return);
        QVERIFY(f.palette()->isVisible());
        QVERIFY(!f.commands.asked.contains(QStringLiteral("stop lab")));
    }

    void theKeyboardIsAllOneNeeds()
    {
        Fixture f;
        f.open();
        const int last = f.list()->model()->rowCount() - 1;
        const auto row = [&] { return f.list()->currentIndex().row(); };
        QVERIFY(last > 18);
        QCOMPARE(row(), 0);
        f.key(Qt::Key_End);
        QCOMPARE(row(), last);
        f.key(Qt::Key_Down);
        QCOMPARE(row(), 0);
        f.key(Qt::Key_Up);
        QCOMPARE(row(), last);
        f.key(Qt::Key_Home);
        f.key(Qt::Key_PageDown);
        QCOMPARE(row(), 9);
        f.key(Qt::Key_PageUp);
        QCOMPARE(row(), 0);
        f.key(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), f.list());
        f.key(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), f.words());
        f.key(Qt::Key_Backtab);
        QTest::keyClicks(f.list(), QStringLiteral("d")); // meant for the line
        QCOMPARE(f.words()->text(), QStringLiteral("d"));
        // The window's own keys rest meanwhile.
        QTest::keyClick(f.words(), Qt::Key_2, Qt::AltModifier);
        QCOMPARE(f.window->currentPage(), QStringLiteral("overview"));
        f.key(Qt::Key_F6);
        QCOMPARE(QApplication::focusWidget(), f.words());
    }

    void theMouseChoosesToo()
    {
        Fixture f;
        f.open();
        f.type("dub");
        QTest::mouseClick(f.list()->viewport(), Qt::LeftButton, {}, QPoint(60, PaletteDelegate::kRow / 2));
        QCOMPARE(f.overview()->openedSite(), FleetScript::siteId(QStringLiteral("dub1")));
    }

    void nothingFoundSaysWhatWasLookedAt()
    {
        Fixture f;
        f.open();
        f.type("qqqqqq");
        QVERIFY(!f.list()->isVisible());
        QVERIFY(f.window->findChild<QWidget *>(QStringLiteral("paletteNothing"))->isVisible());
        f.key(Qt::Key_Down);
        f.key(Qt::Key_Return);
        QVERIFY(f.palette()->isVisible());
    }

    void assistiveToolsAreToldWhatItIsAndWhatIsChosen()
    {
        Fixture f;
        f.open();
        QCOMPARE(QAccessible::queryAccessibleInterface(f.palette())->role(), QAccessible::Dialog);
        QCOMPARE(QAccessible::queryAccessibleInterface(f.palette())->text(QAccessible::Name),
                 QStringLiteral("Find or run a command"));
        QCOMPARE(QAccessible::queryAccessibleInterface(f.list())->role(), QAccessible::List);
        f.type("fra1");
        QCOMPARE(f.words()->accessibleDescription(), QStringLiteral("Down, fra1, Frankfurt, DE · Europe, Site"));
    }

    void whatWasPickedIsRemembered()
    {
        QVariantMap layout;
        {
            Fixture f;
            f.open();
            f.type("dub1");
            f.key(Qt::Key_Return);
            layout = f.window->saveLayout();
        }
        Fixture f;
        f.window->restoreLayout(layout);
        f.open();
        QCOMPARE(f.titles().first(), QStringLiteral("dub1"));
    }

    void longWordsAndMirroredWindowsFit()
    {
        Fixture f;
        f.change("site a-very-long-name-of-a-site-that-nobody-would-choose-but-somebody-did-all-the-same-here "
                 "region=The-longest-region-there-is city=Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch "
                 "via=k8s-eu");
        for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
            f.window->setLayoutDirection(direction);
            f.open();
            f.type("very");
            QVERIFY(f.window->rect().contains(f.palette()->geometry()));
            QVERIFY(!f.palette()->grab().isNull());
            QCOMPARE(f.words()->geometry().center().x() < f.palette()->width() / 2, direction == Qt::LeftToRight);
            f.key(Qt::Key_Escape);
        }
    }
};

QTEST_MAIN(TestPalette)
#include "tst_palette.moc"
