// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testing/test.h"
#include "tests/ui/windowfixture.h"
#include "ui/overview/overviewpage.h"
#include "ui/shell/noticebar.h"
#include "ui/shell/screenfit.h"
#include "widgets/basic/kpitile.h"
#include "widgets/basic/navrail.h"
#include "widgets/basic/undobar.h"

#include <QAccessible>
#include <QClipboard>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTableView>

using namespace graticule;
using testing::FleetScript;
using testing::WindowFixture;

namespace {

const char *const kFleet = R"(
connection k8s-eu seen=-2s
connection jnb-gw state=unreachable since=-6min
site fra1 region=Europe city=Frankfurt country=DE at=50.1,8.7 via=k8s-eu state=down since=-12min reason="etcd quorum lost"
site dub1 region=Europe city=Dublin country=IE at=53.3,-6.3 via=k8s-eu
site jnb1 region=Africa at=-26.2,28 via=jnb-gw state=unreachable
)";

EntityId site(const char *name)
{
    return FleetScript::siteId(QString::fromLatin1(name));
}

} // namespace

class TestWindow : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void keysLeadEverywhere()
    {
        WindowFixture f(QString::fromUtf8(kFleet));
        QCOMPARE(f.window->currentPage(), QStringLiteral("overview"));
        QTest::keyClick(f.window.get(), Qt::Key_2, Qt::AltModifier);
        QCOMPARE(f.window->currentPage(), QStringLiteral("sites"));
        QTest::keyClick(f.window.get(), Qt::Key_3, Qt::AltModifier);
        QCOMPARE(f.window->currentPage(), QStringLiteral("latency"));
        QTest::keyClick(f.window.get(), Qt::Key_7, Qt::AltModifier);
        QCOMPARE(f.window->currentPage(), QStringLiteral("connections"));
        QTest::keyClick(f.window.get(), Qt::Key_1, Qt::AltModifier);
        QCOMPARE(f.window->currentPage(), QStringLiteral("overview"));

        const auto *rail = f.window->findChild<NavRail *>();
        QVERIFY(rail->isCollapsed()); // 1280 is narrow
        QTest::keyClick(f.window.get(), Qt::Key_B, Qt::ControlModifier);
        QVERIFY(!rail->isCollapsed());
        f.window->resize(1300, 800);
        QVERIFY(!rail->isCollapsed()); // the person's wish stays

        QSignalSpy quit(f.window.get(), &MainWindow::quitAsked);
        QTest::keyClick(f.window.get(), Qt::Key_Q, Qt::ControlModifier);
        QCOMPARE(quit.size(), 1);
    }

    void f6GoesThroughTheRegionsAndBack()
    {
        WindowFixture f(QString::fromUtf8(kFleet));
        QApplication::setActiveWindow(f.window.get());
        QStringList names;
        for (int i = 0; i < 5; ++i) {
            QTest::keyClick(f.window.get(), Qt::Key_F6);
            names << (QApplication::focusWidget() ? QApplication::focusWidget()->accessibleName()
                                                  : QStringLiteral("-"));
        }
        QVERIFY2(names.contains(QStringLiteral("World map")), qPrintable(names.join(u'|')));
        QVERIFY(names.contains(QStringLiteral("Regions")));
        QVERIFY(names.contains(QStringLiteral("What needs a person, worst first")));
        const QString last = names.last();
        QTest::keyClick(f.window.get(), Qt::Key_F6);
        QTest::keyClick(f.window.get(), Qt::Key_F6, Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget()->accessibleName(), last);
    }

    void escClosesOneLayer()
    {
        WindowFixture f(QString::fromUtf8(kFleet));
        QApplication::setActiveWindow(f.window.get());
        auto *page = f.window->findChild<OverviewPage *>();
        QTest::keyClick(f.window.get(), Qt::Key_Slash); // the list of all sites, its filter focused
        auto *filter = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(filter);
        QTest::keyClicks(filter, QStringLiteral("du/"));
        QCOMPARE(filter->text(), QStringLiteral("du/")); // there a slash is a slash
        f.window->openSite(site("dub1"));
        QCOMPARE(page->openedSite(), site("dub1"));

        QTest::keyClick(f.window.get(), Qt::Key_Escape);
        QVERIFY(page->openedSite().isEmpty());
        QVERIFY(filter->isVisible());
        QTest::keyClick(f.window.get(), Qt::Key_Escape);
        QVERIFY(!filter->isVisible());
        QTest::keyClick(f.window.get(), Qt::Key_Escape); // the selection on the map
        QVERIFY(!page->closeLayer());
    }

    void enterOpensTheSiteThatWasLookedFor()
    {
        WindowFixture f(QString::fromUtf8(kFleet));
        QApplication::setActiveWindow(f.window.get());
        QTest::keyClick(f.window.get(), Qt::Key_Slash);
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("dublin"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(f.window->findChild<OverviewPage *>()->openedSite(), site("dub1"));
    }

    void longNamesTakeNoFigureAway()
    {
        WindowFixture f(QStringLiteral("connection %1 state=refused error=no\nsite fra1 via=%1 region=%1")
                            .arg(QString(60, QLatin1Char('x'))));
        int shown = 0;
        for (const KpiTile *tile : f.window->findChildren<KpiTile *>())
            shown += tile->isVisible();
        QCOMPARE(shown, 6);
    }

    void theDrawerTellsAndCopies()
    {
        WindowFixture f(QString::fromUtf8(kFleet));
        f.window->openSite(site("fra1"));
        QTRY_VERIFY(f.window->isSettled());
        QTest::keyClick(f.window.get(), Qt::Key_C, Qt::ControlModifier);
        const QString text = QApplication::clipboard()->text();
        QVERIFY2(text.startsWith(QStringLiteral("fra1 · Frankfurt")), qPrintable(text));
        QVERIFY(text.contains(QStringLiteral("etcd quorum lost")));
        QVERIFY(text.contains(QStringLiteral("Identity: site/fra1")));
    }

    void whatIsNotNewestIsSaid()
    {
        WindowFixture f(QString::fromUtf8(kFleet));
        const auto *notice = f.window->findChild<NoticeBar *>();
        QVERIFY(!notice->isVisible());
        f.setLink(KeeperLink::State::Lost);
        f.clock.advance(Milliseconds(6000));
        QVERIFY(notice->isVisible());
        QCOMPARE(QString(notice->words()).replace(QChar(0x202F), QLatin1Char(' ')),
                 QStringLiteral("Keeper not answering for 6 s"));
        QTest::mouseClick(f.button(QStringLiteral("Try now")), Qt::LeftButton);
        QVERIFY(f.commands.asked.contains(QStringLiteral("retry")));
        f.setLink(KeeperLink::State::Connecting);
        QVERIFY(notice->words().startsWith(QStringLiteral("Last seen")));
        f.setLink(KeeperLink::State::Live);
        QVERIFY(!notice->isVisible());
    }

    void theLabIsMarkedAndOffersWhatIsReal()
    {
        WindowFixture f(QStringLiteral("connection lab origin=lab type=grpc\nsite l1 at=1,2 via=lab origin=lab"));
        f.commands.endpoints = {{QStringLiteral("docker"),
                                 QStringLiteral("unix:///var/run/docker.sock"),
                                 QStringLiteral("local"),
                                 {},
                                 true,
                                 false}};
        f.setLink(KeeperLink::State::Connecting);
        f.setLink(KeeperLink::State::Live); // asks again
        f.settle();
        const auto lab = [&] {
            for (QWidget *each : f.window->findChildren<QWidget *>()) {
                if (each->isVisible() && each->accessibleName().startsWith(QStringLiteral("LAB")))
                    return true;
            }
            return false;
        };
        QVERIFY(lab());
        auto *connectButton = f.button(QStringLiteral("Connect local"));
        QVERIFY(connectButton && connectButton->isEnabled());
        QTest::mouseClick(connectButton, Qt::LeftButton);
        QCOMPARE(f.commands.asked.last(), QStringLiteral("save docker unix:///var/run/docker.sock"));
        f.settle();
        QVERIFY(!f.button(QStringLiteral("Connect local"))->isEnabled()); // asked; done when the snapshot shows it
        QVERIFY(f.button(QStringLiteral("Stop the lab")));

        f.change("connection local origin=real type=docker");
        QVERIFY(!f.button(QStringLiteral("Stop the lab")));
        QVERIFY(lab());
        f.window->showPage(QStringLiteral("connections"));
        QVERIFY(lab());
        f.change("remove connection lab\nremove site l1");
        QVERIFY(!lab());
    }

    void theMarkOfTheLabOffersToStopIt()
    {
        WindowFixture f(QStringLiteral("connection lab origin=lab type=grpc\nsite l1 at=1,2 via=lab origin=lab"));
        f.settle();
        auto *badge = f.window->findChild<QAbstractButton *>(QStringLiteral("lab.badge"));
        QVERIFY(badge && badge->isVisible());
        QTest::mouseClick(badge, Qt::LeftButton);
        auto *menu = f.window->findChild<QMenu *>(QStringLiteral("lab.menu"));
        QVERIFY(menu && menu->isVisible());
        QVERIFY(!f.commands.asked.contains(QStringLiteral("stop lab")));
        menu->findChild<QMenu *>(QStringLiteral("lab.confirm"))->actions().first()->trigger();
        QCOMPARE(f.commands.asked.last(), QStringLiteral("stop lab"));
        menu->close();
        auto *bar = f.window->findChild<UndoBar *>();
        QTRY_VERIFY(bar->canUndo());
        QVERIFY(bar->undo());
        QCOMPARE(f.commands.asked.last(), QStringLiteral("start lab"));
    }

    void faultsAreInjectedAndAnswersSaid()
    {
        WindowFixture f(QStringLiteral("connection lab origin=lab type=grpc\nsite l1 at=1,2 via=lab origin=lab\n"
                                       "site real1 at=1,2"));
        f.window->openSite(site("real1"));
        QTRY_VERIFY(f.window->isSettled());
        QVERIFY(!f.button(QStringLiteral("Heal"))); // nothing to inject into what is real
        f.window->openSite(site("l1"));
        QTRY_VERIFY(f.window->isSettled());
        f.commands.refusal.text = QStringLiteral("No fault at l1");
        QTest::mouseClick(f.button(QStringLiteral("Heal")), Qt::LeftButton);
        QCOMPARE(f.commands.asked.last(), QStringLiteral("lab.heal  site/l1"));
        QTRY_VERIFY(f.texts<QLabel>().contains(QStringLiteral("No fault at l1")));
    }

    void aViewerSeesWhyNot()
    {
        WindowFixture f(QStringLiteral("connection lab origin=lab type=grpc\nsite l1 at=1,2 via=lab origin=lab"));
        f.commands.description.permissions = {QStringLiteral("view")};
        f.setLink(KeeperLink::State::Connecting);
        f.setLink(KeeperLink::State::Live);
        f.window->openSite(site("l1"));
        QTRY_VERIFY(f.window->isSettled());
        f.settle();
        QVERIFY(!f.button(QStringLiteral("Heal"))->isEnabled());
        QVERIFY(f.texts<QLabel>().contains(QStringLiteral("Needs role Operator; you are Viewer")));
    }

    void theLayoutIsRemembered()
    {
        QVariantMap layout;
        {
            WindowFixture f(QString::fromUtf8(kFleet), {1500, 900});
            f.window->showPage(QStringLiteral("connections"));
            QTest::keyClick(f.window.get(), Qt::Key_B, Qt::ControlModifier);
            Settings light = f.window->settings().settings();
            light.appearance = Settings::Appearance::Light;
            f.window->settings().set(light);
            layout = f.window->saveLayout();
        }
        WindowFixture f(QString::fromUtf8(kFleet));
        f.window->restoreLayout(layout);
        QCOMPARE(f.window->size(), QSize(1500, 900));
        QCOMPARE(f.window->currentPage(), QStringLiteral("connections"));
        QVERIFY(f.window->findChild<NavRail *>()->isCollapsed());
        QCOMPARE(f.themes.theme().name(), QStringLiteral("light"));
        f.window->restoreLayout(
            {{QStringLiteral("size"), QSize(10, 10)}, {QStringLiteral("page"), 7}}); // from a wrong file
        QCOMPARE(f.window->size(), QSize(1280, 800));
    }

    /// Scaled, the size that it had is more than there is.
    void itIsNoLargerThanTheScreen()
    {
        WindowFixture f(QString{});
        f.window->restoreLayout({{QStringLiteral("size"), QSize(1600, 1000)}});
        fitInto(*f.window, {1536, 864});
        QCOMPARE(f.window->size(), QSize(1536, 864));
        fitInto(*f.window, {1024, 640}); // less than its least size
        QCOMPARE(f.window->size(), QSize(1024, 640));
    }

    void everythingHasANameForAssistiveTools()
    {
        WindowFixture f(QString::fromUtf8(kFleet), {1600, 1000});
        f.window->openSite(site("fra1"));
        QTRY_VERIFY(f.window->isSettled());
        nameEverything(*f.window);
        f.window->showPage(QStringLiteral("connections"));
        nameEverything(*f.window);
        f.window->selectConnection(FleetScript::connectionId(QStringLiteral("jnb-gw")));
        nameEverything(*f.window);
    }

private:
    static void nameEverything(const QWidget &window)
    {
        for (QWidget *each : window.findChildren<QWidget *>()) {
            if (!each->isVisible() || each->focusPolicy() == Qt::NoFocus || each->focusProxy())
                continue;
            if (const auto *label = qobject_cast<QLabel *>(each); label && label->text().isEmpty())
                continue; // says nothing just now
            QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(each);
            QVERIFY(interface);
            const QString name = interface->text(QAccessible::Name);
            const QByteArray what =
                QByteArray(each->metaObject()->className()) + " in " + each->parentWidget()->metaObject()->className();
            QVERIFY2(!name.isEmpty(), what.constData());
            if (qobject_cast<QAbstractButton *>(each))
                QVERIFY2(each->width() >= 24 && each->height() >= 22, what.constData());
        }
    }
};

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
