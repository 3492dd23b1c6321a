// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testing/test.h"
#include "tests/ui/pastdesk.h"
#include "ui/compare/comparepage.h"
#include "ui/overview/overviewpage.h"
#include "widgets/basic/label.h"
#include "widgets/basic/viewstate.h"

#include <QFileInfo>
#include <QTableView>
#include <QTemporaryDir>

using namespace graticule;
using testing::FleetScript;
using testing::kHour;
using testing::PastDesk;

/// Two moments side by side.
class TestCompareWindow : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void twoMomentsStandSideBySide()
    {
        PastDesk desk;
        QCOMPARE(desk.whyNot("time.compare"), QStringLiteral("The window shows the present"));
        desk.enter();
        QTest::keyClick(desk.window.get(), Qt::Key_C);
        auto &page = *desk.window->findChild<ComparePage *>();
        QTRY_VERIFY(page.isSettled());
        QVERIFY(page.isVisible());
        QCOMPARE(page.findChild<Label *>(QStringLiteral("compare.title"))->text(),
                 QStringLiteral("What differs between 22 Nov 2026 06:14:32 UTC and now"));
        auto *table = page.findChild<QTableView *>();
        QCOMPARE(table->model()->index(0, DifferenceModel::Name).data().toString(), QStringLiteral("fra1"));

        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("d.csv"));
        page.exportTo(path);
        QTRY_VERIFY(QFileInfo(path).size() > 0);

        table->setCurrentIndex(table->model()->index(0, 0));
        Q_EMIT table->activated(table->model()->index(0, 0));
        QCOMPARE(desk.window->currentPage(), QStringLiteral("overview"));
        QCOMPARE(desk.window->findChild<OverviewPage *>()->openedSite(), FleetScript::siteId(QStringLiteral("fra1")));

        QTest::keyClick(desk.window.get(), Qt::Key_C);
        QCOMPARE(desk.window->currentPage(), QStringLiteral("compare"));
        QVERIFY(!desk.window->pages().contains(QStringLiteral("compare")));
        QTest::keyClick(desk.window.get(), Qt::Key_Escape);
        QCOMPARE(desk.window->currentPage(), QStringLiteral("overview"));
        QVERIFY(desk.store.isPast());
    }

    void whatALostKeeperToldLastIsNotNow()
    {
        PastDesk desk;
        desk.enter();
        desk.setLink(KeeperLink::State::Lost);
        desk.clock.advance(kHour);
        QTest::keyClick(desk.window.get(), Qt::Key_C);
        auto &page = *desk.window->findChild<ComparePage *>();
        const auto *title = page.findChild<Label *>(QStringLiteral("compare.title"));
        QTRY_VERIFY(page.isSettled());
        QCOMPARE(title->text(),
                 QStringLiteral("What differs between 22 Nov 2026 06:14:32 UTC and 22 Nov 2026 09:14:32 UTC"));
    }

    /// While two moments are compared, what the two before differed in is not theirs.
    void theComparisonBeforeIsNotShownForTheNext()
    {
        PastDesk desk;
        desk.enter();
        QTest::keyClick(desk.window.get(), Qt::Key_C);
        auto &page = *desk.window->findChild<ComparePage *>();
        QTRY_VERIFY(page.isSettled());
        page.model().compare({desk.store.snapshot(), desk.store.now()}, {desk.store.snapshot(), desk.store.now()});
        QVERIFY(!page.findChild<QTableView *>()->isVisible());
        QCOMPARE(page.findChild<Label *>(QStringLiteral("compare.count"))->text(), QString());
        QVERIFY(page.findChild<ViewState *>()->accessibleName().contains(QStringLiteral("Comparing")));
        QTRY_VERIFY(page.isSettled());
        QVERIFY(page.findChild<ViewState *>()->accessibleName().contains(QStringLiteral("Nothing differs")));
    }
};

QTEST_MAIN(TestCompareWindow)
#include "tst_comparewindow.moc"
