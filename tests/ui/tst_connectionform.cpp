// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testing/test.h"
#include "tests/ui/connectionforms.h"
#include "ui/connections/connectioneditor.h"
#include "ui/connections/testrun.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QCheckBox>
#include <QCompleter>
#include <QFileDialog>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QTemporaryDir>

using namespace graticule;
using testing::dockerAms;
using testing::FleetScript;
using testing::Form;

class TestConnectionForm : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void asksWhatTheKindHasAndNothingElse()
    {
        Form f;
        QVERIFY(f.find<QLineEdit>("field:address"));
        QVERIFY(f.find<QCheckBox>("field:options.stats"));
        QVERIFY(!f.find<QLineEdit>("field:tls.ca")); // folded
        f.unfold("TLS");
        QVERIFY(f.find<QLineEdit>("field:tls.ca"));
        QVERIFY(!f.find<QLineEdit>("field:options.proxy"));
        f.unfold("Advanced");
        QVERIFY(f.find<QLineEdit>("field:options.proxy"));
        f.type("field:address", "local");
        f.click("kind:host");
        QCOMPARE(f.find<QLineEdit>("field:address")->text(), QStringLiteral("local")); // what was entered stays
        QVERIFY(!f.find<QWidget>("field:options.stats"));
        f.unfold("Labels");
        QVERIFY(f.find<QPlainTextEdit>("field:labels"));
        QVERIFY(!f.find<QWidget>("field:tls.ca"));
    }

    void kindsAreChosenByArrowKeysToo()
    {
        Form f;
        auto *docker = f.find<QAbstractButton>("kind:docker");
        docker->setFocus();
        QTest::keyClick(docker, Qt::Key_Right);
        f.settle();
        QVERIFY(f.find<QAbstractButton>("kind:host")->isChecked());
        QVERIFY(!f.find<QWidget>("field:options.stats"));
        QAccessibleInterface *tile = QAccessible::queryAccessibleInterface(docker);
        QCOMPARE(tile->role(), QAccessible::RadioButton);
        QCOMPARE(tile->text(QAccessible::Name), QStringLiteral("Docker"));
    }

    void savesWhatWasEntered()
    {
        Form f;
        f.type("field:address", "unix:///run/x.sock");
        f.type("field:name", "far");
        QTest::mouseClick(f.find<QCheckBox>("field:options.stats"), Qt::LeftButton, {}, {8, 12});
        f.unfold("Labels");
        f.find<QPlainTextEdit>("field:labels")->setPlainText(QStringLiteral("graticule.dev/region=Europe"));
        f.unfold("Load budget");
        f.type("field:budget.requests-per-second", "5");
        QTest::keyClick(f.find<QLineEdit>("field:name"), Qt::Key_Return, Qt::ControlModifier);
        f.settle();
        const ConnectionConfig &saved = f.commands.saved;
        QCOMPARE(saved.name, QStringLiteral("far"));
        QCOMPARE(saved.type, QStringLiteral("docker"));
        QCOMPARE(saved.options.value(QStringLiteral("stats")), QStringLiteral("no"));
        QCOMPARE(saved.labels.value(QStringLiteral("graticule.dev/region")), QStringLiteral("Europe"));
        QCOMPARE(saved.budgetRequests, 5.0);
        QVERIFY(saved.id.isEmpty());
        QCOMPARE(f.text("said"), QStringLiteral("Saved as far, not tested"));
        QVERIFY(f.find<QLineEdit>("field:name")->text().isEmpty());
    }

    /// Who writes the path of a kubeconfig need not know by heart what it calls its clusters.
    void aTypedKubeconfigOffersItsContexts()
    {
        QTemporaryDir home;
        QFile file(home.filePath(QStringLiteral("config")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("current-context: admin@rig\nclusters:\n- {name: rig, cluster: {server: 'https://rig:6443'}}\n"
                   "contexts:\n- {name: admin@rig, context: {cluster: rig}}\n"
                   "- {name: viewer@rig, context: {cluster: rig}}\n- {name: far, context: {cluster: rig}}\n");
        file.close();
        Form f;
        f.click("kind:kubernetes");
        QVERIFY(f.text("note:options.context").isEmpty());
        f.type("field:address", qPrintable(file.fileName()));
        QTRY_COMPARE(f.text("note:options.context"),
                     QStringLiteral("In that file: admin@rig, far, viewer@rig. Without a name: admin@rig."));
        const auto offered = [&] {
            QStringList all;
            const auto *completer = f.find<QLineEdit>("field:options.context")->completer();
            for (int row = 0; row < completer->model()->rowCount(); ++row)
                all << completer->model()->index(row, 0).data().toString();
            return all.join(QLatin1Char(' '));
        };
        f.type("field:options.context", "rig");
        QCOMPARE(offered(), QStringLiteral("admin@rig viewer@rig"));
        auto *line = f.find<QLineEdit>("field:options.context");
        line->completer()->popup()->hide();
        QTest::keyClick(line, Qt::Key_Down);
        QCOMPARE(offered(), QStringLiteral("admin@rig far viewer@rig"));
        QVERIFY(line->completer()->popup()->isVisible());
        QTest::keyClick(line->completer()->popup(), Qt::Key_Down);
        QTest::keyClick(line->completer()->popup(), Qt::Key_Down);
        QTest::keyClick(line->completer()->popup(), Qt::Key_Return);
        QCOMPARE(line->text(), QStringLiteral("far"));

        f.type("field:address", "https://rig:6443"); // nothing of that file is known of it
        QVERIFY(f.text("note:options.context").isEmpty());
    }

    void saysAtTheFieldWhatIsWrong()
    {
        Form f;
        f.click("save");
        QCOMPARE(f.text("error:address"), QStringLiteral("Address is missing"));
        QCOMPARE(f.text("error:name"), QStringLiteral("Name is missing"));
        QVERIFY(f.find<QLineEdit>("field:address")->hasFocus());
        f.unfold("TLS");
        f.type("field:tls.ca", "ca.pem");
        QVERIFY(f.text("error:tls.ca").startsWith(QStringLiteral("CA must be an absolute path")));
        f.type("field:tls.ca", "/ca.pem");
        QCOMPARE(f.text("error:tls.ca"), QString());
        QVERIFY(!f.commands.asked.join(QLatin1Char(' ')).contains(QStringLiteral("save")));
    }

    void theKeepersComplaintsStandAtTheirFields()
    {
        Form f;
        f.type("field:address", "x");
        f.type("field:name", "n");
        f.commands.refusal = {
            ErrorKind::Invalid,
            Fault::Input,
            QStringLiteral("address: x; y is no address; token: must say where; options.proxy: is odd"),
            {}};
        f.click("save");
        QCOMPARE(f.text("error:address"), QStringLiteral("Address x; y is no address"));
        QCOMPARE(f.text("error:token"), QStringLiteral("token must say where")); // unfolded for it
        QCOMPARE(f.text("error:options.proxy"), QStringLiteral("proxy is odd"));
        f.commands.refusal.text = QStringLiteral("The disk is full.");
        f.click("save");
        QCOMPARE(f.text("said"), QStringLiteral("The disk is full."));
        QCOMPARE(f.find<QLineEdit>("field:name")->text(), QStringLiteral("n"));
    }

    void aTestSaysHowItGoesAndCanBeCancelled()
    {
        Form f;
        QCOMPARE(f.text("testOutcome"), QStringLiteral("Not tested; a test only reads"));
        f.type("field:address", "host:1");
        f.commands.steps = {{QStringLiteral("Reach it"), QStringLiteral("4 ms"), true, {}, false}};
        f.click("testButton");
        QCOMPARE(f.commands.asked.last(), QStringLiteral("test host:1"));
        QCOMPARE(f.text("testOutcome"), QStringLiteral("Testing …"));
        f.click("testButton"); // says Cancel test now
        QCOMPARE(f.text("testOutcome"), QStringLiteral("Cancelled: not tested"));
        f.commands.steps.append({QStringLiteral("Sign in"), {}, true, {}, true});
        f.click("testButton");
        QCOMPARE(f.text("testOutcome"), QStringLiteral("It answers."));
        f.type("field:name", "n"); // changes nothing of what was tested
        QCOMPARE(f.text("testOutcome"), QStringLiteral("It answers."));
        f.type("field:address", "host:2");
        QCOMPARE(f.text("testOutcome"), QStringLiteral("Changed since it was tested: not tested"));
        f.type("field:address", "host:1");
        f.click("save");
        QCOMPARE(f.text("said"), QStringLiteral("Saved as n"));
    }

    void aFailedTestMovesNothingAndIsForgotten()
    {
        Form f;
        f.type("field:address", "host:1");
        TestStep failed{QStringLiteral("Reach it"), {}, false, {}, true};
        failed.error.text = QStringLiteral("No answer, and this is a long story of why there was none in the end.");
        f.commands.steps = {failed};
        auto *address = f.find<QLineEdit>("field:address");
        const QPoint field = address->mapToGlobal(QPoint());
        const QPoint save = f.named("save")->mapToGlobal(QPoint());
        f.click("testButton");
        QTRY_COMPARE(f.text("testOutcome"), QStringLiteral("The test failed"));
        QTRY_VERIFY(f.find<QWidget>("test")->height() > 40);
        QCOMPARE(address->mapToGlobal(QPoint()), field);
        QCOMPARE(f.named("save")->mapToGlobal(QPoint()), save);

        f.commands.steps = {}; // the next one takes its time
        f.click("testButton");
        QCOMPARE(f.text("testOutcome"), QStringLiteral("Testing …"));
        QVERIFY(f.window->findChild<ConnectionEditor *>());
        for (const TestRun *run : f.window->findChildren<TestRun *>())
            QVERIFY2(!run->isVisible() || run->copyText().isEmpty(), qPrintable(run->copyText()));

        f.click("testButton");
        f.type("field:address", "");
        f.click("save");
        QCOMPARE(f.text("said"), QStringLiteral("1 field needs a look"));
        f.type("field:address", "host:2");
        QCOMPARE(f.text("said"), QString());
        QCOMPARE(f.text("error:address"), QString());
    }

    void aFileIsChosenWhereTheKeeperIs()
    {
        Form f;
        f.unfold("TLS");
        f.click("choose:tls.ca");
        auto *dialog = f.window->findChild<QFileDialog *>(QStringLiteral("chooseFile"));
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(QStringLiteral("/etc/ca.pem"));
        dialog->close();
        QCOMPARE(f.find<QLineEdit>("field:tls.ca")->text(), QStringLiteral("/etc/ca.pem"));
        f.commands.description.mode = QStringLiteral("team");
        f.setLink(KeeperLink::State::Connecting);
        f.setLink(KeeperLink::State::Live);
        f.settle();
        QVERIFY(!f.named("choose:tls.ca")->isEnabled());
        QVERIFY(f.named("choose:tls.ca")->toolTip().contains(QStringLiteral("on the keeper's computer")));
    }

    void keysDoWhatTheButtonsDo()
    {
        Form f;
        auto *list = f.find<QListView>("connections");
        list->setFocus();
        const auto press = [&](int key) {
            QTest::keyClick(list, Qt::Key(key));
            f.settle();
        };
        press(Qt::Key_J); // the worst one
        QCOMPARE(list->currentIndex().data().toString(), QStringLiteral("edge-jnb"));
        press(Qt::Key_R);
        QCOMPARE(f.commands.asked.last(), QStringLiteral("retry connection/edge-jnb"));
        press(Qt::Key_J);
        QCOMPARE(list->currentIndex().data().toString(), QStringLiteral("docker-ams"));
        press(Qt::Key_P);
        QCOMPARE(f.commands.asked.last(), QStringLiteral("pause connection/docker-ams"));
        press(Qt::Key_D);
        QCOMPARE(f.find<QLineEdit>("field:name")->text(), QStringLiteral("docker-ams copy"));
        QCOMPARE(f.find<QLineEdit>("field:tls.ca")->text(), QStringLiteral("/etc/ca.pem"));
        list->setFocus();
        press(Qt::Key_Slash);
        QVERIFY(f.find<QLineEdit>("filterWords")->hasFocus());
        QTest::keyClicks(f.find<QLineEdit>("filterWords"), QStringLiteral("jnb"));
        QCOMPARE(list->model()->rowCount(), 1);
        QTest::keyClick(f.window.get(), Qt::Key_Escape);
        QCOMPARE(list->model()->rowCount(), 2);
    }

    void aFilterThatHidesAllSaysSo()
    {
        Form f;
        auto *words = f.find<QLineEdit>("filterWords");
        QTest::keyClicks(words, QStringLiteral("nothing")); // as may be said of the last day, which is not looked at
        f.settle();
        QVERIFY(!f.find<QListView>("connections"));
        QTest::mouseClick(f.button(QStringLiteral("Show all")), Qt::LeftButton);
        f.settle();
        QCOMPARE(f.find<QListView>("connections")->model()->rowCount(), 2);
        QVERIFY(words->text().isEmpty());
    }

    void theMenuHasTheSameWordsAndSaysWhyNot()
    {
        Form f;
        auto *list = f.find<QListView>("connections");
        f.window->selectConnection(dockerAms().id);
        QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, list->mapToGlobal(QPoint(20, 20)));
        QCoreApplication::sendEvent(list, &event);
        auto *menu = f.window->findChild<QMenu *>(QStringLiteral("connectionMenu"));
        QVERIFY(menu);
        QStringList words;
        for (const QAction *action : menu->actions()) {
            if (!action->isSeparator())
                words << action->text() + QLatin1Char(' ') + action->shortcut().toString();
        }
        QCOMPARE(words, (QStringList{QStringLiteral("Pause P"),
                                     QStringLiteral("Retry now (It is not waiting for another attempt) R"),
                                     QStringLiteral("Test T"), QStringLiteral("Edit E"), QStringLiteral("Rename F2"),
                                     QStringLiteral("Duplicate D"), QStringLiteral("Remove Del"),
                                     QStringLiteral("What the figures mean ")}));
        menu->close();
        f.settle();
    }

    void theComputerOfATeamKeeperIsSetInItsConfiguration()
    {
        Form f;
        f.change("connection this-host type=host address=local");
        f.window->selectConnection(FleetScript::connectionId(QStringLiteral("this-host")));
        f.settle();
        QVERIFY(f.button(QStringLiteral("Remove"))->isEnabled()); // a person has added it
        f.commands.description.mode = QStringLiteral("team");
        f.setLink(KeeperLink::State::Connecting);
        f.setLink(KeeperLink::State::Live);
        f.settle();
        QVERIFY(!f.button(QStringLiteral("Remove"))->isEnabled());
        QCOMPARE(f.text("connectionSaid"), QStringLiteral("Set in the keeper's own configuration: change it there"));
    }

    void hostileValuesBreakNothing()
    {
        Form f;
        f.commands.configs[0].name = QString(10'000, QLatin1Char('n'));
        f.commands.configs[0].address = QStringLiteral("tcp://a\n<b>x</b>") + QString(10'000, QChar(0x7d71));
        f.commands.configs[0].labels = {{QString(10'000, QLatin1Char('k')), QStringLiteral("v\nw")}};
        f.commands.configs[0].options = {{QStringLiteral("proxy"), QStringLiteral("\u202e../../etc/passwd")}};
        f.editDockerAms();
        QVERIFY(f.find<QLineEdit>("field:address"));
        f.type("field:name", "plain");
        QVERIFY(f.text("changes").size() < 1000);
        QVERIFY(f.window->width() <= 1280);
        f.click("save"); // refused by the form's own rules
        QVERIFY(!f.text("error:address").isEmpty());
    }
};

QTEST_MAIN(TestConnectionForm)
#include "tst_connectionform.moc"
