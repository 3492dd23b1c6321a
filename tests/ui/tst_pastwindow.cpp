// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/saying.h"
#include "models/sitedetailsloader.h"
#include "tests/models/fakepast.h"
#include "tests/testing/test.h"
#include "tests/ui/fakeincidentfiles.h"
#include "tests/ui/windowfixture.h"
#include "ui/compare/comparepage.h"
#include "ui/overview/overviewpage.h"
#include "ui/page/actionregistry.h"
#include "ui/past/exportdialog.h"
#include "ui/past/modeframe.h"
#include "ui/past/pastbanner.h"
#include "ui/shell/noticebar.h"
#include "widgets/basic/label.h"
#include "widgets/basic/segmentedcontrol.h"
#include "widgets/basic/viewstate.h"
#include "widgets/timeline/timebar.h"

#include <QFileInfo>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QMenu>
#include <QTableView>
#include <QTemporaryDir>
#include <QTranslator>

using namespace graticule;
using testing::FakeIncidentFiles;
using testing::FakePast;
using testing::FleetScript;
using testing::WindowFixture;

namespace {

constexpr Milliseconds kHour{3'600'000};

const char *const kNow = R"(
connection k8s-eu seen=-2s
connection lab type=lab seen=-2s origin=lab
site fra1 region=Europe city=Frankfurt country=DE at=50.1,8.7 via=k8s-eu
site lab1 region=Europe city=Dublin country=IE at=53.3,-6.3 via=lab origin=lab
)";

const char *const kThen = R"(
connection k8s-eu seen=-3h
connection lab type=lab seen=-3h origin=lab
site fra1 region=Europe city=Frankfurt country=DE at=50.1,8.7 via=k8s-eu state=down since=-4h reason="etcd quorum lost"
site lab1 region=Europe city=Dublin country=IE at=53.3,-6.3 via=lab origin=lab
)";

QString plain(QString text)
{
    return text.replace(QChar(0x202F), QLatin1Char(' '));
}

/// The window with a history behind it.
struct Desk : WindowFixture
{
    explicit Desk(bool keepsHistory = true)
        : WindowFixture(QString::fromUtf8(kNow))
        , then(QString::fromUtf8(kThen))
    {
        past.recorded.recorded = {FleetScript::now() - 24 * kHour, FleetScript::now()};
        past.sites = {
            {FleetScript::siteId(QStringLiteral("fra1")), FleetScript::now() - 4 * kHour, SiteState::Down, false},
            {FleetScript::siteId(QStringLiteral("fra1")), FleetScript::now() - kHour, SiteState::Healthy, false}};
        commands.description.capabilities = {QStringLiteral("lab")};
        if (keepsHistory)
            commands.description.capabilities << QStringLiteral("history");
        window->setPast(past);
        Q_EMIT past.opened();
        setLink(KeeperLink::State::Unknown);
        setLink(KeeperLink::State::Live); // the keeper is asked who it is
        settle();
        QApplication::setActiveWindow(window.get());
    }
    void enter()
    {
        window->showMoment(FleetScript::now() - 3 * kHour, kNever);
        past.tell(then.snapshot());
        settle();
    }
    TimeBar &bar() const { return *window->findChild<TimeBar *>(); }
    PastBanner &banner() const { return *window->findChild<PastBanner *>(); }
    QString whyNot(const char *action) const
    {
        const auto *entry = window->findChild<ActionRegistry *>()->find(QString::fromLatin1(action));
        return entry ? ActionRegistry::whyNot(entry->action) : QStringLiteral("no such action");
    }

    FleetScript then;
    FakePast past;
};

} // namespace

class TestPastWindow : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void wearsThePastAndTakesItOff()
    {
        Desk desk;
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
        Desk desk;
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
        Desk desk;
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
        Desk desk;
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
        Desk desk;
        desk.clock.advance(Milliseconds(1000));
        QTest::keyClick(desk.window.get(), Qt::Key_BracketLeft);
        QCOMPARE(desk.past.asked.last(), QStringLiteral("05:14:32"));
        desk.past.tell(desk.then.snapshot());
        QTest::keyClick(desk.window.get(), Qt::Key_BracketRight);
        QVERIFY(!desk.store.isPast()); // there is none after it but now
    }

    void aMomentKnownElsewhenIsNeitherNowNorThen()
    {
        Desk desk;
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

    void anIncidentFileSaysFirstWhatItsSignatureIsWorth()
    {
        Desk desk;
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
        struct Brackets : QTranslator
        {
            QString translate(const char *context, const char *source, const char *, int) const override
            {
                return QLatin1String(context) == QLatin1String("graticule::Saying")
                           ? QLatin1Char('[') + QString::fromUtf8(source) + QLatin1Char(']')
                           : QString();
            }
            bool isEmpty() const override { return false; }
        };
        Brackets brackets;
        Desk desk;
        QCoreApplication::installTranslator(&brackets);
        const Instant end = FleetScript::now() - kHour;
        const auto saysOf = [&](const QString &knownAs) {
            desk.window->showReplay(end, QStringLiteral("prod"), true, knownAs);
            desk.past.tell(desk.then.snapshot());
            return desk.banner().words().section(u':', 0, 0);
        };
        QCOMPARE(saysOf(phrase("phrase.signer-own")), QStringLiteral("Signed by [this home's own keeper]"));
        QCOMPARE(saysOf(phrase("phrase.signer-unnamed")), QStringLiteral("Signed by [a known keeper]"));
        QCOMPARE(saysOf(phrase("phrase.paused")), QStringLiteral("Signed by paused"));
        QCoreApplication::removeTranslator(&brackets);
    }

    /// What was left out is not taken for what did not happen.
    void anIncidentFileSaysWhatIsNotInIt()
    {
        Desk desk;
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
        Desk desk;
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
        Desk desk;
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
        Desk desk;
        FakeIncidentFiles files;
        desk.window->setIncidentFiles(files);
        const qint64 now = toMs(FleetScript::now());
        desk.bar().track().setMarked(TimeRange{now - 7'200'000, now - 3'600'000});
        Q_EMIT desk.bar().track().menuAsked(desk.window->mapToGlobal(QPoint(600, 600)), now - 5'000'000);
        auto *menu = desk.window->findChild<QMenu *>(QStringLiteral("timeMenu"));
        QVERIFY(menu);
        QCOMPARE(menu->actions().first()->text(), QStringLiteral("Export what is marked as an incident file…"));
        menu->actions().first()->trigger();
        menu->close();
        const auto *dialog = desk.window->findChild<ExportDialog *>();
        QVERIFY(dialog);
        QCOMPARE(dialog->findChild<QLineEdit *>(QStringLiteral("export.from"))->text(),
                 QStringLiteral("2026-11-22 07:14:32"));
    }

    void aDroppedIncidentFileOpensInAWindowOfItsOwn()
    {
        Desk desk;
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

    void twoMomentsStandSideBySide()
    {
        Desk desk;
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

    void aSiteThatCameLaterIsNotGone()
    {
        Desk desk;
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

    void whatALostKeeperToldLastIsNotNow()
    {
        Desk desk;
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
        Desk desk;
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

    void aKeeperWithoutHistoryOffersNone()
    {
        Desk desk(false);
        QVERIFY(!desk.bar().isVisible());
        QCOMPARE(desk.whyNot("time.goTo"), QStringLiteral("The keeper keeps no history"));
        QCOMPARE(desk.whyNot("time.live"), QStringLiteral("The window shows the present"));
    }

    void troubleWithRecordingIsSaid()
    {
        Desk desk;
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
