// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/fakepast.h"
#include "tests/testing/test.h"
#include "tests/ui/windowfixture.h"
#include "ui/compare/comparepage.h"
#include "ui/overview/overviewpage.h"
#include "ui/page/actionregistry.h"
#include "ui/past/modeframe.h"
#include "ui/past/pastbanner.h"
#include "ui/shell/noticebar.h"
#include "widgets/basic/label.h"
#include "widgets/timeline/timebar.h"

#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTemporaryDir>

using namespace graticule;
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
