// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/loglist.h"
#include "tests/models/modeltext.h"
#include "tests/testing/test.h"
#include "tests/ui/windowfixture.h"
#include "ui/logs/logpanel.h"
#include "ui/logs/logview.h"
#include "ui/logs/logwindow.h"

#include <QCheckBox>
#include <QClipboard>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace graticule;
using testing::WindowFixture;

namespace {

const char *const kFleet = R"(
connection k8s-eu type=kubernetes address=api.example:6443
site fra1 region=Europe city=Frankfurt country=DE at=50,8 via=k8s-eu
node fra1/n1 platform="Debian 12" cpu=2/8
placement shop@fra1 tier=1 ready=3/3
)";

/// Two containers, one of which was restarted.
class FakeLogs : public LogCalls
{
public:
    void logSources(QObject *, const EntityId &target, LogReply<QList<LogSource>> done) override
    {
        asked << target.toString();
        if (!refusal.text.isEmpty())
            done(refusal);
        else
            done(QList<LogSource>{{EntityId("c"), QStringLiteral("1"), QStringLiteral("shop-1/web"), true, 0, false},
                                  {EntityId("c"), QStringLiteral("2"), QStringLiteral("shop-2/web"), true, 3, true}});
    }
    std::shared_ptr<void> readLogs(QObject *, const LogOrder &order, std::function<void(const LogPart &)> taken,
                                   std::function<void(const Error &)>) override
    {
        orders << order;
        tell = std::move(taken);
        return {&open, [](int *count) { --*count; }};
    }
    void events(QObject *, const EventQuery &query, LogReply<EventAnswer> done) override
    {
        queries << query;
        FleetEvent event;
        event.at = instantFromMs(1'800'000'000'000);
        event.object = QStringLiteral("pod shop-2");
        event.kind = EventKind::Warning;
        event.reason = QStringLiteral("BackOff");
        event.text = QStringLiteral("Back-off restarting\u001b[31m failed container");
        event.count = 12;
        done(EventAnswer{{event}, instantFromMs(1'700'000'000'000), false});
    }
    void say(int from, int count, int source = 0)
    {
        LogPart part;
        for (int i = 0; i < count; ++i)
            part.lines.append(
                {source, kNever, QStringLiteral("\u001b[1mline %1").arg(from + i), LogChannel::Out, false});
        tell(part);
    }

    QStringList asked;
    QList<LogOrder> orders;
    QList<EventQuery> queries;
    std::function<void(const LogPart &)> tell;
    Error refusal;
    int open = 1;
};

/// A window of logs beside the main window.
struct Desk
{
    explicit Desk(LogWindow::Tab tab = LogWindow::Tab::Logs, bool hasLogs = true)
        : f(QString::fromUtf8(kFleet))
    {
        open(tab, hasLogs);
    }
    void open(LogWindow::Tab tab, bool hasLogs = true)
    {
        window = new LogWindow(f.themes, f.store, logs, {EntityId("service/shop"), QStringLiteral("shop"), hasLogs},
                               f.window.get());
        window->showTab(tab);
        window->show();
        f.settle();
    }
    template<class Widget> Widget *find(const char *name) const
    {
        return window->findChild<Widget *>(QLatin1String(name));
    }
    QString copied() const
    {
        find<QPushButton>("logs.copy")->click();
        return QApplication::clipboard()->text();
    }

    WindowFixture f;
    FakeLogs logs;
    LogWindow *window = nullptr;
};

} // namespace

/// Logs and events on the screen.
class TestLogWindow : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void linesOfAllContainersWithTheirNames()
    {
        Desk d;
        QCOMPARE(d.logs.orders.size(), 1);
        QCOMPARE(d.logs.orders.first().sources.size(), 2);
        QVERIFY(d.logs.orders.first().follow);
        d.logs.say(1, 1);
        d.logs.say(2, 1, 1);
        QCOMPARE(d.copied(), QStringLiteral("[shop-1/web] line 1\n[shop-2/web] line 2"));
        QCOMPARE(d.find<QPushButton>("logs.sources")->text(), QStringLiteral("2 of 2 logs"));
        QCOMPARE(testing::plain(d.find<QLabel>("logs.state")->text()), QStringLiteral("following \u00b7 2 lines"));
    }

    void onlyLinesWithAWord()
    {
        Desk d;
        d.logs.say(1, 20);
        d.find<QLineEdit>("logs.find")->setText(QStringLiteral("LINE 2"));
        d.find<QCheckBox>("logs.only")->setChecked(true);
        QCOMPARE(d.copied(), QStringLiteral("[shop-1/web] line 2\n[shop-1/web] line 20"));
        QCOMPARE(testing::plain(d.find<QLabel>("logs.state")->text()),
                 QStringLiteral("following \u00b7 2 lines \u00b7 of 20"));
    }

    void whoReadsAboveStaysThere()
    {
        Desk d;
        d.logs.say(1, 1000);
        auto *view = d.find<LogView>("logs.view");
        QTRY_VERIFY(view->accessibleDescription().contains(QStringLiteral("1")));
        QVERIFY(view->isFollowing());
        QTest::keyClick(view, Qt::Key_Home);
        QTRY_VERIFY(!view->isFollowing());
        QVERIFY(!d.find<QCheckBox>("logs.follow")->isChecked());
        QVERIFY(d.find<QLabel>("logs.state")->text().startsWith(QStringLiteral("paused here")));
        QTest::keyClick(view, Qt::Key_Down);
        QTest::keyClick(view, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(view->copyText(), QStringLiteral("[shop-1/web] line 2\n[shop-1/web] line 3"));
        QTest::keyClick(view, Qt::Key_End);
        QVERIFY(view->isFollowing());
    }

    void theNextLineWithTheWord()
    {
        Desk d;
        d.logs.say(1, 300);
        auto *find = d.find<QLineEdit>("logs.find");
        find->setText(QStringLiteral("line 15"));
        QTest::keyClick(find, Qt::Key_Return);
        QCOMPARE(d.find<LogView>("logs.view")->copyText(), QStringLiteral("[shop-1/web] line 15"));
        QTest::keyClick(find, Qt::Key_Return);
        QCOMPARE(d.find<LogView>("logs.view")->copyText(), QStringLiteral("[shop-1/web] line 150"));
    }

    void thePreviousRunIsReadToItsEnd()
    {
        Desk d;
        d.find<QCheckBox>("logs.previous")->setChecked(true);
        QCOMPARE(d.logs.orders.size(), 2);
        QVERIFY(d.logs.orders.last().previous && !d.logs.orders.last().follow);
        QCOMPARE(d.logs.open, 0); // the first reading has ended
    }

    void oneOfSeveral()
    {
        Desk d;
        d.find<QMenu>("logs.sourceMenu")->actions().first()->setChecked(false);
        QCOMPARE(d.logs.orders.last().sources.size(), 1);
        QCOMPARE(d.find<QPushButton>("logs.sources")->text(), QStringLiteral("shop-2/web"));
        d.logs.say(7, 1);
        QCOMPARE(d.copied(), QStringLiteral("line 7"));
    }

    void theListNeverGrowsBeyondItsBound()
    {
        LogList list;
        list.begin({QStringLiteral("a")});
        LogPart part;
        for (int i = 0; i < 60'000; ++i)
            part.lines.append({0, kNever, QString::number(i), LogChannel::Out, false});
        list.add(part);
        QCOMPARE(size_t(list.kept()), LogList::kMostLines);
        QCOMPARE(list.at(0).text, QStringLiteral("10000"));
        list.setFilter(QStringLiteral("5999"));
        QCOMPARE(list.size(), 15); // five, and the ten last ones
        list.add({{}, {}, 5});
        QCOMPARE(list.lost(), quint64(5));
    }

    void whatCannotBeReadIsSaid()
    {
        Desk d;
        d.window->close();
        d.f.settle();
        d.logs.refusal = {ErrorKind::Refused, Fault::NotAllowed, QStringLiteral("This needs the role operator."), {}};
        d.open(LogWindow::Tab::Logs);
        QCOMPARE(d.find<QWidget>("logs.notice")->accessibleName(),
                 QStringLiteral("Logs cannot be read. This needs the role operator."));
    }

    void eventsInTheirPlatformsWords()
    {
        const Desk d(LogWindow::Tab::Events);
        QVERIFY(!d.logs.queries.isEmpty());
        QCOMPARE(testing::rows(*d.find<QTableView>("events.table")->model()),
                 QStringList(QStringLiteral("15 Jan 2027 08:00:00 | warning | pod shop-2 | BackOff | 12 | "
                                            "Back-off restarting failed container")));
    }

    void aSiteHasEventsOnly()
    {
        const Desk d(LogWindow::Tab::Events, false);
        QVERIFY(!d.find<LogView>("logs.view"));
        QVERIFY(d.find<QTableView>("events.table")->isVisible());
    }
};

QTEST_MAIN(TestLogWindow)
#include "tst_logwindow.moc"
