// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sitedetailsloader.h"
#include "tests/models/modeltext.h"
#include "tests/testing/test.h"
#include "tests/ui/pastdesk.h"
#include "ui/past/modeframe.h"
#include "ui/shell/noticebar.h"
#include "widgets/basic/segmentedcontrol.h"
#include "widgets/basic/viewstate.h"

#include <QLabel>
#include <QLineEdit>

using namespace graticule;
using testing::FleetScript;
using testing::kHour;
using testing::PastDesk;
using testing::plain;

class TestPastWindow : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void wearsThePastAndTakesItOff()
    {
        PastDesk desk;
        const auto *frame = desk.window->findChild<ModeFrame *>();
        QVERIFY(desk.bar().isVisible());
        QVERIFY(!desk.banner().isVisible());
        QVERIFY(!frame->isVisible());
        desk.enter();
        QVERIFY(desk.banner().isVisible());
        QVERIFY(frame->isVisible());
        QCOMPARE(frame->geometry(), desk.window->rect());
        QVERIFY(frame->testAttribute(Qt::WA_TransparentForMouseEvents));
        QCOMPARE(plain(desk.banner().words()),
                 QStringLiteral("The fleet on 22 Nov 2026 06:14:32 UTC, 3 h 00 ago, as known now."));
        QVERIFY(desk.bar().mode() == TimeMode::Past);
        QVERIFY(desk.store.isPast());

        QTest::keyClick(desk.window.get(), Qt::Key_Escape); // closes layers, not the past
        QTest::keyClick(desk.window.get(), Qt::Key_Escape);
        QVERIFY(desk.store.isPast());
        QTest::keyClick(desk.window.get(), Qt::Key_L);
        QVERIFY(!desk.store.isPast());
        QVERIFY(!desk.banner().isVisible());
        QVERIFY(!frame->isVisible());
        QVERIFY(desk.bar().mode() == TimeMode::Live);
    }

    void aLetterInATextFieldIsALetter()
    {
        PastDesk desk;
        desk.enter();
        QTest::keyClick(desk.window.get(), Qt::Key_Slash);
        auto *filter = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(filter);
        QTest::keyClicks(filter, QStringLiteral("l[]"));
        QCOMPARE(filter->text(), QStringLiteral("l[]"));
        QVERIFY(desk.store.isPast());
    }

    void actingIsLockedAndSaysSo()
    {
        PastDesk desk;
        const QString locked = QStringLiteral("Locked in PAST. Return to live to act.");
        QCOMPARE(desk.whyNot("lab.stop"), QString());
        desk.window->openSite(FleetScript::siteId(QStringLiteral("lab1")));
        QTRY_VERIFY(desk.window->isSettled());
        QVERIFY(desk.button(QStringLiteral("Heal"))->isEnabled());
        QCOMPARE(desk.whyNot("undo"), QStringLiteral("There is nothing to take back"));
        desk.enter();
        QTRY_VERIFY(desk.window->isSettled());
        QCOMPARE(desk.whyNot("lab.stop"), locked);
        QCOMPARE(desk.whyNot("lab.heal"), locked);
        QCOMPARE(desk.whyNot("undo"), locked);
        QVERIFY(!desk.button(QStringLiteral("Heal"))->isEnabled());
        QVERIFY(desk.texts<QLabel>().contains(locked));

        desk.window->showPage(QStringLiteral("connections"));
        desk.window->selectConnection(FleetScript::connectionId(QStringLiteral("k8s-eu")));
        desk.settle();
        for (const char *action : {"connections.pause", "connections.test", "connections.edit", "connections.remove"})
            QCOMPARE(desk.whyNot(action), locked);
        const QStringList before = desk.commands.asked;
        QTest::keyClick(desk.window.get(), Qt::Key_P);
        QTest::keyClick(desk.window.get(), Qt::Key_Delete);
        desk.settle();
        QCOMPARE(desk.commands.asked, before);

        QTest::keyClick(desk.window.get(), Qt::Key_L);
        desk.settle();
        QCOMPARE(desk.whyNot("lab.stop"), QString());
        QCOMPARE(desk.whyNot("connections.pause"), QString());
    }

    void theScreenIsNotTheLock()
    {
        PastDesk desk;
        CommandLock lock(desk.commands, desk.store);
        QStringList said;
        const auto told = [&](const Result<ConnectionConfig> &reply) { said << reply.error().text; };
        const auto lab = [&](const Result<LabStatus> &reply) { said << reply.error().text; };
        desk.enter();
        const QStringList before = desk.commands.asked;
        const ConnectionConfig config;
        lock.save(desk.window.get(), config, told);
        lock.replace(desk.window.get(), config, config, told);
        lock.remove(desk.window.get(), QStringLiteral("k8s-eu"), told);
        lock.pause(desk.window.get(), QStringLiteral("k8s-eu"), told);
        lock.resume(desk.window.get(), QStringLiteral("k8s-eu"), told);
        lock.retry(desk.window.get(), QStringLiteral("k8s-eu"), told);
        lock.startLab(desk.window.get(), lab);
        lock.stopLab(desk.window.get(), lab);
        lock.perform(desk.window.get(), {}, [&](const ActionProgress &progress) { said << progress.error.text; });
        lock.test(desk.window.get(), config, [&](const TestStep &step) { said << step.error.text; });
        QCOMPARE(said.size(), 10);
        QCOMPARE(said.count(CommandLock::words()), 10);
        QCOMPARE(desk.commands.asked, before);
    }

    void incidentsAreReachedByKeys()
    {
        PastDesk desk;
        desk.clock.advance(Milliseconds(1000));
        QTest::keyClick(desk.window.get(), Qt::Key_BracketLeft);
        QCOMPARE(desk.past.asked.last(), QStringLiteral("05:14:32"));
        desk.past.tell(desk.then.snapshot());
        QTest::keyClick(desk.window.get(), Qt::Key_BracketRight);
        QVERIFY(!desk.store.isPast()); // there is none after it but now
    }

    void aMomentKnownElsewhenIsNeitherNowNorThen()
    {
        PastDesk desk;
        desk.window->showMoment(FleetScript::now() - 3 * kHour, FleetScript::now() - kHour);
        desk.past.tell(desk.then.snapshot());
        desk.settle();
        auto *known = desk.banner().findChild<SegmentedControl *>(QStringLiteral("knownThen"));
        QCOMPARE(known->current(), -1);
        QVERIFY(plain(desk.banner().words()).contains(QStringLiteral("as known on 22 Nov 2026 08:14:32 UTC")));
        desk.button(QStringLiteral("Known now"))->click();
        QCOMPARE(desk.past.asked.last(), QStringLiteral("06:14:32"));
        desk.past.tell(desk.then.snapshot());
        QCOMPARE(known->current(), 0);
    }

    void aSiteThatCameLaterIsNotGone()
    {
        PastDesk desk;
        desk.change("site new1 region=Europe via=k8s-eu");
        desk.window->openSite(FleetScript::siteId(QStringLiteral("new1")));
        QTRY_VERIFY(desk.window->isSettled());
        desk.enter();
        desk.clock.advance(SiteDetailsLoader::kPause);
        const auto said = [&] {
            QStringList all;
            for (const auto *each : desk.window->findChildren<ViewState *>()) {
                if (each->isVisible())
                    all << each->accessibleName();
            }
            return all;
        };
        QTRY_VERIFY2(said().contains(QStringLiteral("This site is not known at this moment")),
                     qPrintable(said().join(u'\n')));
    }

    void aKeeperWithoutHistoryOffersNone()
    {
        PastDesk desk(false);
        QVERIFY(!desk.bar().isVisible());
        QCOMPARE(desk.whyNot("time.goTo"), QStringLiteral("The keeper keeps no history"));
        QCOMPARE(desk.whyNot("time.live"), QStringLiteral("The window shows the present"));
    }

    void troubleWithRecordingIsSaid()
    {
        PastDesk desk;
        desk.past.recorded.error.text = QStringLiteral("The disk is full.");
        desk.clock.advance(HistoryLog::kAskEvery);
        desk.settle();
        const auto *notice = desk.window->findChild<NoticeBar *>();
        QVERIFY(notice->isVisible());
        QCOMPARE(notice->accessibleName(),
                 QStringLiteral("History has a problem. Nothing is recorded just now: The disk is full."));
        desk.past.recorded.error = {};
        desk.clock.advance(HistoryLog::kAskEvery);
        QVERIFY(!notice->isVisible());
    }
};

QTEST_MAIN(TestPastWindow)
#include "tst_pastwindow.moc"
