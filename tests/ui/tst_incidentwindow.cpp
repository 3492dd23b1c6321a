// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/saying.h"
#include "tests/testing/brackets.h"
#include "tests/testing/test.h"
#include "tests/ui/fakeincidentfiles.h"
#include "tests/ui/pastdesk.h"
#include "ui/past/exportdialog.h"
#include "ui/past/modeframe.h"
#include "ui/shell/noticebar.h"

#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QMenu>
#include <QTemporaryDir>

using namespace graticule;
using testing::FakeIncidentFiles;
using testing::FleetScript;
using testing::kHour;
using testing::PastDesk;

/// The window that shows an incident file, and the one from which such files are made.
class TestIncidentWindow : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void anIncidentFileSaysFirstWhatItsSignatureIsWorth()
    {
        PastDesk desk;
        desk.past.recorded.recorded = {FleetScript::now() - 24 * kHour, FleetScript::now() - 12 * kHour};
        Q_EMIT desk.past.opened();
        desk.window->showReading(40);
        QCOMPARE(desk.window->findChild<NoticeBar *>()->words(), QStringLiteral("Reading the incident file"));
        QVERIFY(!desk.bar().isVisible());
        const QString stranger = QStringLiteral("prod”. Signed by this home's own keeper. “x");
        const Instant end = FleetScript::now() - 10 * kHour;
        desk.window->showReplay(end, stranger, true, {});
        desk.past.tell(desk.then.snapshot());
        desk.settle();
        QVERIFY(desk.banner().words().startsWith(QStringLiteral("Signed by a key that is not known here: ")));
        QVERIFY(desk.bar().isVisible());
        QVERIFY(desk.bar().mode() == TimeMode::Past);
        QCOMPARE(desk.bar().track().range().end, toMs(end)); // not now
        QCOMPARE(desk.bar().track().data().holes.back(), (TimeRange{toMs(end - 2 * kHour), toMs(end)}));
        QVERIFY(!desk.button(QStringLiteral("Compare with live")));
        QVERIFY(!desk.button(QStringLiteral("Back to live")));
        QCOMPARE(desk.whyNot("time.compare"), QStringLiteral("An incident file has no present"));
        desk.window->showReplay(end, stranger, false, QStringLiteral("ops"));
        desk.past.tell(desk.then.snapshot());
        QVERIFY(desk.banner().words().startsWith(QStringLiteral("CHANGED SINCE IT WAS SIGNED: ")));
        desk.window->showReplay(end, QStringLiteral("prod"), true, QStringLiteral("ops"));
        desk.past.tell(desk.then.snapshot());
        QVERIFY(desk.banner().words().startsWith(QStringLiteral("Signed by ops: incident file of “prod”. ")));
    }

    /// A key that nobody has named is told of in the window's language, a name that a person gave is not.
    void anIncidentFileSaysWhoseKeySignedIt()
    {
        PastDesk desk;
        const testing::Brackets brackets;
        const Instant end = FleetScript::now() - kHour;
        const auto saysOf = [&](const QString &knownAs) {
            desk.window->showReplay(end, QStringLiteral("prod"), true, knownAs);
            desk.past.tell(desk.then.snapshot());
            return desk.banner().words().section(u':', 0, 0);
        };
        QCOMPARE(saysOf(phrase("phrase.signer-own")), QStringLiteral("Signed by [this home's own keeper]"));
        QCOMPARE(saysOf(phrase("phrase.signer-unnamed")), QStringLiteral("Signed by [a known keeper]"));
        QCOMPARE(saysOf(phrase("phrase.paused")), QStringLiteral("Signed by paused"));
    }

    /// What was left out is not taken for what did not happen.
    void anIncidentFileSaysWhatIsNotInIt()
    {
        PastDesk desk;
        const auto *notice = desk.window->findChild<NoticeBar *>();
        desk.window->showReplay(FleetScript::now() - kHour, QStringLiteral("prod"), true, QStringLiteral("ops"));
        desk.past.tell(desk.then.snapshot());
        QVERIFY(!notice->isVisible());
        desk.window->showReplay(FleetScript::now() - kHour, QStringLiteral("prod"), true, QStringLiteral("ops"),
                                {QStringLiteral("Only site fra1, and what belongs to it.")});
        desk.past.tell(desk.then.snapshot());
        QVERIFY(notice->isVisible());
        QCOMPARE(notice->words(), QStringLiteral("Not everything is in this file"));
        QVERIFY(notice->accessibleName().endsWith(QStringLiteral("Only site fra1, and what belongs to it.")));
    }

    void anIncidentFileThatCannotBeReadDoesNotPassForThePresent()
    {
        PastDesk desk;
        desk.window->showReplay(FleetScript::now() - kHour, QStringLiteral("prod"), false, {});
        QVERIFY(desk.banner().isVisible());
        QCOMPARE(desk.banner().words(),
                 QStringLiteral("CHANGED SINCE IT WAS SIGNED: incident file of “prod”. Its end is being read."));
        desk.past.refuse(QStringLiteral("Block 7 is damaged."));
        desk.settle();
        QVERIFY(!desk.store.isPast());
        QVERIFY(desk.banner().isVisible());
        QVERIFY(desk.window->findChild<ModeFrame *>()->isVisible());
        QVERIFY(desk.bar().mode() == TimeMode::Past);
        QVERIFY2(desk.banner().words().startsWith(QStringLiteral("CHANGED SINCE IT WAS SIGNED: ")) &&
                     desk.banner().words().contains(QStringLiteral("Block 7 is damaged.")),
                 qPrintable(desk.banner().words()));
    }

    void aStretchOfTimeIsTakenAwayAsAFile()
    {
        PastDesk desk;
        FakeIncidentFiles files;
        desk.window->setIncidentFiles(files);
        desk.clock.advance(Milliseconds(1000));
        desk.window->showMoment(FleetScript::now() - 3 * kHour, kNever);
        desk.past.tell(desk.then.snapshot());
        desk.settle();
        QTest::keyClick(desk.window.get(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        auto *dialog = desk.window->findChild<ExportDialog *>();
        QVERIFY(dialog);
        const auto field = [&](const char *name) { return dialog->findChild<QLineEdit *>(QLatin1String(name)); };
        const auto *said = dialog->findChild<QLabel *>(QStringLiteral("export.said"));
        const auto press = [&](const char *name) {
            dialog->findChild<QAbstractButton *>(QLatin1String(name))->click();
        };
        // The incident that is looked at, and ten minutes around it.
        QCOMPARE(field("export.from")->text(), QStringLiteral("2026-11-22 05:04:32"));
        QCOMPARE(field("export.until")->text(), QStringLiteral("2026-11-22 08:24:32"));
        field("export.until")->setText(QStringLiteral("tomorrow"));
        QVERIFY(!dialog->findChild<QAbstractButton *>(QStringLiteral("export.start"))->isEnabled());
        QVERIFY(said->text().startsWith(QStringLiteral("A time is written like")));
        field("export.until")->setText(QStringLiteral("2026-11-22 08:00"));
        field("export.sites")->setText(QStringLiteral("fra1, "));
        field("export.path")->setText(QStringLiteral("/nowhere/x.graticule-incident"));
        press("export.start");
        QCOMPARE(files.asked,
                 QStringList{QStringLiteral("05:04:32 to 08:00:00, sites fra1: /nowhere/x.graticule-incident")});
        Q_EMIT files.progressed(420);
        QCOMPARE(said->text(), QStringLiteral("42 % is done"));
        files.end(QStringLiteral("The disk is full."));
        QVERIFY(said->text().startsWith(QStringLiteral("The disk is full.")));
        press("export.start");
        files.end(QStringLiteral("/nowhere/x cannot be written there, for a reason of many words. ").repeated(6));
        desk.settle();
        QVERIFY(dialog->height() >= dialog->layout()->totalHeightForWidth(dialog->width())); // nothing overlaps
        press("export.start");
        press("export.cancel");
        QCOMPARE(files.asked.last(), QStringLiteral("cancel"));
        QVERIFY(dialog->isVisible()); // until it is given up
        files.end(QStringLiteral("Ended."));
        QVERIFY(!dialog->isVisible());
    }

    void whatIsMarkedIsExported()
    {
        PastDesk desk;
        FakeIncidentFiles files;
        desk.window->setIncidentFiles(files);
        const qint64 now = toMs(FleetScript::now());
        desk.bar().track().setMarked(TimeRange{now - 7'200'000, now - 3'600'000});
        Q_EMIT desk.bar().track().menuAsked(desk.window->mapToGlobal(QPoint(600, 600)), now - 5'000'000);
        auto *menu = desk.window->findChild<QMenu *>(QStringLiteral("timeMenu"));
        QVERIFY(menu);
        QAction *first = menu->actions().constFirst();
        QCOMPARE(first->text(), QStringLiteral("Export what is marked as an incident file…"));
        first->trigger();
        menu->close();
        const auto *dialog = desk.window->findChild<ExportDialog *>();
        QVERIFY(dialog);
        QCOMPARE(dialog->findChild<QLineEdit *>(QStringLiteral("export.from"))->text(),
                 QStringLiteral("2026-11-22 07:14:32"));
    }

    void aDroppedIncidentFileOpensInAWindowOfItsOwn()
    {
        PastDesk desk;
        FakeIncidentFiles files;
        desk.window->setIncidentFiles(files);
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("outage.graticule-incident")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("\x89GINCID\n and more");
        file.close();
        desk.window->openFiles({file.fileName()});
        QTRY_COMPARE(files.asked, QStringList{QStringLiteral("replay ") + file.fileName()});
        QVERIFY(!desk.store.isPast()); // this window goes on as it was
    }
};

QTEST_MAIN(TestIncidentWindow)
#include "tst_incidentwindow.moc"
