// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/manualclock.h"
#include "models/audit/acttext.h"
#include "tests/testing/fleetscript.h"
#include "tests/testing/test.h"
#include "ui/audit/actpanel.h"
#include "ui/audit/auditpage.h"
#include "widgets/basic/label.h"
#include "widgets/basic/undobar.h"
#include "widgets/basic/viewstate.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace graticule;
using testing::FleetScript;

namespace {

/// A record that the test writes; answers in the next turn of the event loop.
class FakeRecord : public ActCalls
{
public:
    QList<RecordedAct> all; ///< newest first
    Error refusal;
    ActRecord::State state;
    QList<ActQuery> asked;
    std::function<void(const CheckProgress &)> check; ///< of the check under way
    QPointer<QObject> checker;

    void acts(QObject *context, const ActQuery &query, std::function<void(const ActsPart &)> part) override
    {
        asked << query;
        QTimer::singleShot(0, context, [this, query, part] {
            ActsPart answer{{}, true, state, refusal};
            for (const RecordedAct &act : std::as_const(all)) {
                const bool isThen = query.until == kNever || act.at <= query.until;
                if (isThen && act.lastNumber > query.changedAfter && refusal.text.isEmpty())
                    answer.acts.append(act);
            }
            part(answer);
        });
    }
    void verify(QObject *context, std::function<void(const CheckProgress &)> progress) override
    {
        checker = context;
        check = std::move(progress);
    }

    RecordedAct add(const char *who, const char *verb, const char *target, ActOutcome outcome)
    {
        RecordedAct act;
        act.number = state.number + 1;
        act.lastNumber = state.number = act.number + 1;
        act.at = FleetScript::now() - std::chrono::seconds(3600 - qint64(act.number));
        act.who = QLatin1String(who);
        act.role = QStringLiteral("operator");
        act.way = QStringLiteral("certificate");
        act.act.verb = QLatin1String(verb);
        act.act.targetName = QLatin1String(target);
        act.act.place = QStringLiteral("https://%1:2376").arg(act.act.targetName);
        act.outcome = outcome;
        if (outcome == ActOutcome::Failed)
            act.fault = Fault::Network;
        act.ended = outcome == ActOutcome::Begun ? kNever : act.at + std::chrono::seconds(1);
        all.prepend(act);
        return act;
    }
};

/// The page by itself, seen.
struct Desk
{
    Desk()
        : clock(FleetScript::now())
        , themes(*qApp, Theme::Kind::Dark)
        , script(QStringLiteral("connection a\nsite x via=a\n"))
        , store(clock)
        , said(themes, &frame)
    {
        store.take(script.snapshot());
        record.add("alice", "connection.add", "fra", ActOutcome::Done);
        record.add("bob", "connection.pause", "iad", ActOutcome::Failed);
    }

    AuditPage &open()
    {
        page = std::make_unique<AuditPage>(themes, store, record, said);
        page->resize(1280, 700);
        page->show();
        page->wake();
        settle();
        return *page;
    }
    /// Rows as they are read, one a line.
    QString rows() const
    {
        const auto *model = page->findChild<QTableView *>(QStringLiteral("audit.table"))->model();
        QStringList lines;
        for (int row = 0; row < model->rowCount(); ++row) {
            QStringList cells;
            for (int column = ActsModel::Who; column < ActsModel::ColumnCount; ++column)
                cells << model->index(row, column).data().toString();
            lines << cells.join(QLatin1String(" | "));
        }
        return lines.join(QLatin1Char('\n'));
    }
    QString text(const char *name) const { return page->findChild<Label *>(QLatin1String(name))->text(); }
    void settle()
    {
        for (int round = 0; round < 3; ++round) {
            QCoreApplication::processEvents();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
    }
    void pass(int seconds)
    {
        clock.advance(std::chrono::seconds(seconds));
        settle();
    }

    ManualClock clock;
    ThemeSwitch themes;
    FleetScript script;
    FleetStore store;
    FakeRecord record;
    QWidget frame;
    UndoBar said;
    std::unique_ptr<AuditPage> page;
};

} // namespace

/// The page of what people did.
class TestAuditPage : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void listsWhoDidWhatWhereAndHowItEnded()
    {
        Desk desk;
        desk.open();
        QCOMPARE(desk.rows(),
                 QStringLiteral("bob | Pause connection | iad | https://iad:2376 | Failed: the network's fault\n"
                                "alice | Add connection | fra | https://fra:2376 | Done"));
        QCOMPARE(desk.text("audit.count"), QStringLiteral("2 acts"));
    }

    void tellsWhatWasStoppedFromWhatFailed()
    {
        Desk desk;
        desk.record.add("bob", "drain", "n1", ActOutcome::Failed);
        RecordedAct &stopped = desk.record.all.first();
        stopped.error = ErrorKind::Cancelled;
        stopped.outcome = outcomeOf(stopped.outcome, stopped.error, stopped.code);
        desk.record.add("bob", "action.stop", "n1", ActOutcome::Done);
        desk.open();
        QVERIFY(desk.rows().startsWith(QLatin1String("bob | Stop act | n1 | https://n1:2376 | Done\n"
                                                     "bob | Drain | n1 | https://n1:2376 | Stopped\n")));
        auto *outcome = desk.page->findChild<QComboBox *>(QStringLiteral("audit.outcome"));
        outcome->setCurrentIndex(outcome->findText(QStringLiteral("Stopped")));
        QCOMPARE(desk.rows(), QStringLiteral("bob | Drain | n1 | https://n1:2376 | Stopped"));
    }

    void whatWasRefusedIsCounted()
    {
        Desk desk;
        for (const quint64 times : {1, 400}) {
            desk.record.add("bob", "drain", "n1", ActOutcome::Refused);
            RecordedAct &act = desk.record.all.first();
            act.fault = Fault::NotAllowed;
            act.code = QStringLiteral("act.not-permitted");
            act.times = times;
            act.act.kind = QStringLiteral("kubernetes");
            act.act.place = QStringLiteral("context:");
            act.act.arguments = {{QStringLiteral("deleteLocal"), QStringLiteral("true")},
                                 {QStringLiteral("timeout"), QStringLiteral("60")}};
        }
        desk.open();
        QVERIFY2(desk.rows().startsWith(QLatin1String(
                     "bob | Drain | n1 | a context of a kubeconfig | Refused 400 times more: not permitted\n"
                     "bob | Drain | n1 | a context of a kubeconfig | Refused: not permitted\n")),
                 qPrintable(desk.rows()));
        auto *table = desk.page->findChild<QTableView *>(QStringLiteral("audit.table"));
        const QAbstractItemView &view = *table;
        desk.page->resize(1800, 900);
        desk.settle();
        QVERIFY2(table->columnWidth(ActsModel::Outcome) >= view.sizeHintForColumn(ActsModel::Outcome),
                 "how it ended is cut");
        QStringList details;
        for (const auto &[name, value] : ActText::details(desk.record.all.first()))
            details << name + QStringLiteral(": ") + value;
        for (const char *line : {"Delete data that exists only on this node: yes", "Give up after: 60 s",
                                 "Where: a context of a kubeconfig",
                                 "Address: context:", "Why: The rights at the platform do not permit it."})
            QVERIFY2(details.contains(QLatin1String(line)), qPrintable(details.join(QLatin1Char('\n'))));
    }

    void filters()
    {
        Desk desk;
        AuditPage &page = desk.open();
        auto *words = page.findChild<QLineEdit *>(QStringLiteral("audit.words"));
        words->setText(QStringLiteral("ALICE add"));
        QCOMPARE(desk.rows(), QStringLiteral("alice | Add connection | fra | https://fra:2376 | Done"));
        QCOMPARE(desk.text("audit.count"), QStringLiteral("1 of 2"));
        words->setText(QStringLiteral("carol"));
        QCOMPARE(desk.rows(), QString());
        QVERIFY(page.closeLayer());
        auto *outcome = page.findChild<QComboBox *>(QStringLiteral("audit.outcome"));
        outcome->setCurrentIndex(outcome->findText(QStringLiteral("Failed")));
        QVERIFY(desk.rows().startsWith(QLatin1String("bob")));
    }

    void anIncidentFileHasNoRecord()
    {
        Desk desk;
        desk.record.refusal = {ErrorKind::Refused, Fault::NotAllowed, QStringLiteral("Needs role compliance."), {}};
        AuditPage &page = desk.open();
        const auto *empty = page.findChild<ViewState *>(QStringLiteral("audit.empty"));
        QCOMPARE(empty->accessibleName(), QStringLiteral("You may not read the record"));
        page.setReplay([] { return true; });
        desk.pass(12); // it is asked for again
        QCOMPARE(empty->accessibleName(), QStringLiteral("An incident file has no record of acts"));
    }

    void showsTheTimeThatIsAskedFor()
    {
        Desk desk; // it is 09:14 of a Sunday
        desk.record.add("carol", "lab.start", "", ActOutcome::Done);
        desk.record.all.last().at = FleetScript::now() - std::chrono::hours(10);
        AuditPage &page = desk.open();
        auto *within = page.findChild<QComboBox *>(QStringLiteral("audit.within"));
        const auto count = [&](const char *words) {
            within->setCurrentIndex(within->findText(QLatin1String(words)));
            return desk.text("audit.count");
        };
        QCOMPARE(count("Today (UTC)"), QStringLiteral("2 of 3"));
        QCOMPARE(count("Last 24 h"), QStringLiteral("3 acts"));
        desk.pass(15 * 3600);
        QCOMPARE(desk.text("audit.count"), QStringLiteral("2 of 3")); // it has become older than that
        QCOMPARE(count("Last 7 days"), QStringLiteral("3 acts"));
        QCOMPARE(count("Any time"), QStringLiteral("3 acts"));
    }

    void followsTheRecordAndKeepsWhatIsChosen()
    {
        Desk desk;
        AuditPage &page = desk.open();
        auto *table = page.findChild<QTableView *>(QStringLiteral("audit.table"));
        table->setCurrentIndex(table->model()->index(1, 0));
        QCOMPARE(desk.text("audit.panelTitle"), QStringLiteral("Add connection"));
        desk.record.add("carol", "lab.start", "", ActOutcome::Begun);
        desk.pass(3);
        QVERIFY(desk.record.asked.last().changedAfter > 0); // only what is new is asked for
        QVERIFY(desk.rows().startsWith(QLatin1String("carol | Start lab | ")));
        QCOMPARE(table->currentIndex().row(), 2);
        QCOMPARE(page.copyText().section(QLatin1String(", "), 1), QStringLiteral("alice: Add connection fra, Done"));
        page.sleep();
        const auto before = desk.record.asked.size();
        desk.pass(10);
        QCOMPARE(desk.record.asked.size(), before); // nobody looks
    }

    /// It is shown with places to break at, and compared by who copies it.
    void aHashIsCopiedAsItIs()
    {
        Desk desk;
        desk.record.all.first().hash = QByteArray(32, '\xab');
        desk.record.all.first().act.target = QStringLiteral("1fa1cc91-7fd7-4b1a-b9dc-0ff453044ad3/node/") +
                                             QStringLiteral("d9a5c422-ce3a-4df6-b3b4-296ff70b1278");
        AuditPage &page = desk.open();
        auto *table = page.findChild<QTableView *>(QStringLiteral("audit.table"));
        table->setCurrentIndex(table->model()->index(0, 0));
        const auto labels = page.findChild<ActPanel *>()->findChildren<QLabel *>();
        QLabel *hash = nullptr;
        for (QLabel *label : labels) {
            if (label->accessibleName() == QLatin1String("SHA-256"))
                hash = label;
            if (label->accessibleName() == QLatin1String("Id"))
                QCOMPARE(label->text(), desk.record.all.first().act.target);
        }
        QVERIFY(hash);
        hash->setSelection(0, int(hash->text().size()));
        QTest::keySequence(hash, QKeySequence::Copy);
        QCOMPARE(QGuiApplication::clipboard()->text(), QString(QStringLiteral("ab")).repeated(32));
    }

    void leadsFromAnActToItsNewestRecord()
    {
        Desk desk;
        AuditPage &page = desk.open();
        for (const char *who : {"alice", "bob"}) {
            desk.record.add(who, "drain", "n1", ActOutcome::Done);
            desk.record.all.first().act.target = QStringLiteral("id-of-n1");
        }
        desk.record.add("carol", "drain", "n10", ActOutcome::Done);
        page.showAct(QStringLiteral("drain"), QStringLiteral("id-of-n1"), QStringLiteral("n1"));
        desk.settle();
        QCOMPARE(desk.text("audit.panelTitle"), QStringLiteral("Drain"));
        QVERIFY(page.copyText().contains(QLatin1String("bob: Drain n1,")));
        QVERIFY(!desk.rows().contains(QLatin1String("alice | Add connection")));
    }

    void hasWhatWasKnownAtTheMomentThatIsShown()
    {
        Desk desk;
        desk.open();
        desk.store.showPast(desk.store.snapshot(), desk.record.all.last().at);
        desk.settle();
        QCOMPARE(desk.rows(), QStringLiteral("alice | Add connection | fra | https://fra:2376 | Done"));
        desk.store.showLive();
        desk.settle();
        QCOMPARE(desk.rows().count(QLatin1Char('\n')), 1);
    }

    void checksTheRecord()
    {
        Desk desk;
        AuditPage &page = desk.open();
        page.findChild<QAbstractButton *>(QStringLiteral("audit.verify"))->click();
        QVERIFY(desk.record.check);
        desk.record.check({500'000'000, 1'000'000'000, false, {}, {}});
        QVERIFY(desk.text("audit.check").startsWith(QLatin1String("Checking the record: 50")));
        CheckProgress last;
        last.finished = true;
        last.verdict.flaw = RecordFlawKind::Altered;
        last.verdict.number = 17;
        last.verdict.at = FleetScript::now();
        desk.record.check(last);
        QCOMPARE(desk.text("audit.check"), QStringLiteral("Record 17 of 22 Nov 2026 09:14:32 UTC was altered."));
        QVERIFY(page.closeLayer());
    }

    void aCheckCanBeEnded()
    {
        Desk desk;
        AuditPage &page = desk.open();
        page.findChild<QAbstractButton *>(QStringLiteral("audit.verify"))->click();
        QVERIFY(desk.record.checker);
        page.findChild<QAbstractButton *>(QStringLiteral("audit.cancel"))->click();
        desk.settle();
        QVERIFY(!desk.record.checker); // which ends it at the keeper
        QCOMPARE(desk.text("audit.check"), QStringLiteral("The check was ended; nothing was found out."));
    }

    void saysWhyNothingIsShown()
    {
        Desk desk;
        desk.record.refusal = {ErrorKind::Refused,
                               Fault::NotAllowed,
                               QStringLiteral("This needs the role compliance; on this keeper you are viewer."),
                               {}};
        AuditPage &page = desk.open();
        const auto *empty = page.findChild<QWidget *>(QStringLiteral("audit.empty"));
        QVERIFY(empty->isVisible());
        QVERIFY2(empty->accessibleName().contains(QLatin1String("You may not read the record")) ||
                     empty->accessibleDescription().contains(QLatin1String("You may not read the record")),
                 qPrintable(empty->accessibleName() + empty->accessibleDescription()));
        QVERIFY(!page.findChild<QAbstractButton *>(QStringLiteral("audit.verify"))->isEnabled());
    }

    void saysThatNothingCanBeDone()
    {
        Desk desk;
        desk.record.state.trouble = QStringLiteral("No space left on device.");
        desk.open();
        QCOMPARE(desk.text("audit.trouble"),
                 QStringLiteral("Nothing can be done at this keeper: No space left on device."));
    }

    void exports()
    {
        Desk desk;
        AuditPage &page = desk.open();
        const QTemporaryDir directory;
        for (const char *name : {"acts.csv", "acts.json"}) {
            const QString path = directory.filePath(QLatin1String(name));
            page.exportTo(path);
            QTRY_VERIFY(QFile(path).size() > 0);
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            QVERIFY(bytes.contains("alice") && bytes.contains("connection.add") && bytes.contains("network"));
        }
    }
};

QTEST_MAIN(TestAuditPage)
#include "tst_auditpage.moc"
