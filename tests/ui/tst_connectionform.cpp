// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/commonfields.h"
#include "tests/testing/test.h"
#include "tests/ui/windowfixture.h"
#include "ui/connections/connectioneditor.h"
#include "ui/connections/testrun.h"
#include "widgets/basic/label.h"
#include "widgets/basic/undobar.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QCheckBox>
#include <QCompleter>
#include <QFileDialog>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>

using namespace graticule;
using testing::FleetScript;
using testing::WindowFixture;

namespace {

const char *const kFleet = R"(
connection docker-ams address=tcp://ams2:2376 seen=-2s
connection edge-jnb type=grpc address=gw:443 state=unreachable since=-6min error="No answer" fault=network retry=+9s
)";

OptionSchema option(const char *name, OptionKind kind, OptionGroup group = OptionGroup::Own)
{
    OptionSchema schema{QLatin1String(name)};
    schema.kind = kind;
    schema.group = group;
    return schema;
}

QList<OptionSchema> placeSchemas()
{
    const std::vector<OptionSchema> fields = placeFieldSchemas();
    return {fields.begin(), fields.end()};
}

QList<ConnectorTypeInfo> kinds()
{
    ConnectorTypeInfo docker{QStringLiteral("docker"), QStringLiteral("Docker Engine"), QStringLiteral("a socket"), {}};
    docker.fields = {option("tls.ca", OptionKind::File, OptionGroup::Tls),
                     option("token", OptionKind::Secret, OptionGroup::Credentials),
                     option("labels", OptionKind::Pairs, OptionGroup::Declared),
                     option("budget.requests-per-second", OptionKind::Number, OptionGroup::Budget)};
    docker.fields[0].title = QStringLiteral("CA");
    docker.fields << placeSchemas();
    OptionSchema stats = option("stats", OptionKind::Flag);
    stats.fallback = QStringLiteral("yes");
    OptionSchema proxy = option("proxy", OptionKind::Text);
    proxy.advanced = true;
    docker.options = {stats, proxy};
    ConnectorTypeInfo host{QStringLiteral("host"), QStringLiteral("This machine"), {}, {}};
    host.addressOptional = true;
    host.fields << placeSchemas() << option("labels", OptionKind::Pairs, OptionGroup::Declared);
    return {docker, host};
}

ConnectionConfig dockerAms()
{
    ConnectionConfig config;
    config.id = FleetScript::connectionId(QStringLiteral("docker-ams"));
    config.name = QStringLiteral("docker-ams");
    config.type = QStringLiteral("docker");
    config.address = QStringLiteral("tcp://ams2:2376");
    config.caFile = QStringLiteral("/etc/ca.pem");
    config.token = QStringLiteral("env:TOKEN");
    config.options = {{QStringLiteral("of-a-newer-keeper"), QStringLiteral("kept")}};
    return config;
}

/// The page of connections over a keeper that knows two kinds.
class Form : public WindowFixture
{
public:
    Form()
        : WindowFixture(QString::fromUtf8(kFleet))
    {
        commands.types = kinds();
        commands.configs = {dockerAms()};
        setLink(KeeperLink::State::Connecting);
        setLink(KeeperLink::State::Live);
        settle();
        window->showPage(QStringLiteral("connections"));
        settle();
    }

    /// The visible one: each form has its own.
    template<class Widget> Widget *find(const char *name) const
    {
        for (Widget *each : window->findChildren<Widget *>(QLatin1String(name))) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    }
    QAbstractButton *named(const char *name) const { return find<QAbstractButton>(name); }
    QString text(const char *name) const
    {
        return find<QLabel>(name) ? find<QLabel>(name)->text() : QString();
    }
    void type(const char *field, const char *words)
    {
        auto *line = find<QLineEdit>(field);
        QVERIFY2(line, field);
        line->setFocus(); // suggestions are taken by who has it
        line->selectAll();
        QTest::keyClicks(line, QLatin1String(words));
    }
    void click(const char *name)
    {
        auto *clicked = find<QAbstractButton>(name);
        QVERIFY2(clicked, name);
        QTest::mouseClick(clicked, Qt::LeftButton);
        settle();
    }
    void unfold(const char *section) { click((QByteArray("fold:") + section).constData()); }
    void editDockerAms()
    {
        window->selectConnection(dockerAms().id);
        settle();
        QTest::mouseClick(button(QStringLiteral("Edit")), Qt::LeftButton);
        settle();
    }
};

} // namespace

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

    void aPlaceHasItsFields()
    {
        Form f;
        f.type("field:address", "unix:///run/x.sock");
        f.type("field:name", "far");
        f.type("field:place.city", "Dublin");
        f.type("field:place.country", "IE");
        f.type("field:place.position", "53.3,-6.2");
        f.type("field:place.site", "dub1");
        f.type("field:place.region", "Europe");
        f.click("save");
        const Labels &labels = f.commands.saved.labels;
        QCOMPARE(labels.keys(),
                 QStringList({QStringLiteral("graticule.dev/city"), QStringLiteral("graticule.dev/country"),
                              QStringLiteral("graticule.dev/position"), QStringLiteral("graticule.dev/region"),
                              QStringLiteral("graticule.dev/site")}));
        QCOMPARE(labels.value(QStringLiteral("graticule.dev/city")), QStringLiteral("Dublin"));
    }

    void aPlaceIsCheckedWhileItIsTyped()
    {
        Form f;
        f.type("field:place.city", "Franfurt");
        QTRY_COMPARE(f.text("error:place.city"),
                     QStringLiteral("City is not known; did you mean \"Frankfurt am Main\"? Any "
                                    "other town needs its position"));
        f.type("field:place.city", "Frankfurt am Main");
        QTRY_COMPARE(f.text("error:place.city"), QString());
        f.type("field:place.position", "91,8");
        QTRY_COMPARE(f.text("error:place.position"), QStringLiteral("Position has a latitude outside -90..90"));
        f.type("field:address", "host:1");
        f.click("testButton"); // is not asked
        QCOMPARE(f.text("said"), QStringLiteral("1 field needs a look"));
        QVERIFY(!f.commands.asked.join(QLatin1Char(' ')).contains(QStringLiteral("test")));
        f.type("field:place.position", "");
        f.type("field:place.country", "Germany");
        f.type("field:name", "n");
        f.click("save");
        QCOMPARE(f.text("error:place.country"),
                 QStringLiteral("Country is no code of a country; did you mean DE (Germany)?"));
        QVERIFY(!f.commands.asked.join(QLatin1Char(' ')).contains(QStringLiteral("save")));
    }

    void citiesAndCountriesAreCompleted()
    {
        Form f;
        const auto offered = [&f](const char *field) {
            const auto *line = f.find<QLineEdit>(field);
            QStringList all;
            for (int row = 0; row < line->completer()->model()->rowCount(); ++row)
                all << line->completer()->model()->index(row, 0).data().toString();
            return all.join(QStringLiteral("; "));
        };
        QTRY_VERIFY([&] {
            f.type("field:place.city", "montr");
            return offered("field:place.city") == QStringLiteral("Montréal, CA");
        }());
        QTest::keyClick(f.find<QLineEdit>("field:place.city")->completer()->popup(), Qt::Key_Down);
        QTest::keyClick(f.find<QLineEdit>("field:place.city")->completer()->popup(), Qt::Key_Return);
        QCOMPARE(f.find<QLineEdit>("field:place.city")->text(), QStringLiteral("Montréal"));
        f.type("field:place.country", "canad");
        QCOMPARE(offered("field:place.country"), QStringLiteral("CA · Canada"));
    }

    void labelsThatSayAnotherPlaceAreObjectedTo()
    {
        Form f;
        f.type("field:address", "a");
        f.type("field:name", "n");
        f.type("field:place.city", "Dublin");
        f.unfold("Labels");
        auto *labels = f.find<QPlainTextEdit>("field:labels");
        const int one = labels->height();
        labels->setPlainText(QStringLiteral("tier=1\ngraticule.dev/city=Cork"));
        f.settle();
        QVERIFY(labels->height() > one); // grows by what is written
        QVERIFY2(one < 40, qPrintable(QString::number(one)));
        f.click("save");
        QCOMPARE(f.text("error:labels"),
                 QStringLiteral("labels give another place than the field City; leave one of them out"));
        labels->setPlainText(QStringLiteral("tier=1"));
        f.click("save");
        QCOMPARE(f.commands.saved.labels.size(), 2);
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

    void whatWasSavedIsSaidAndCanBeTakenBack()
    {
        Form f;
        f.change("site dub1 via=edge-jnb");
        f.editDockerAms();
        f.type("field:address", "tcp://ams3:2376");
        f.click("save");
        QVERIFY(f.texts<Label>().contains(QStringLiteral("docker-ams saved")));
        QTest::keyClick(f.window.get(), Qt::Key_Z, Qt::ControlModifier);
        f.settle();
        QCOMPARE(f.commands.asked.last(), QStringLiteral("replace docker tcp://ams2:2376 (was tcp://ams3:2376)"));

        QTest::mouseClick(f.button(QStringLiteral("Duplicate")), Qt::LeftButton);
        f.settle();
        QVERIFY(f.texts<Label>().contains(QStringLiteral("A copy of docker-ams is in the form; nothing is saved yet")));
        QCOMPARE(f.find<QLineEdit>("field:name")->text(), QStringLiteral("docker-ams copy"));
        QTest::keyClick(f.window.get(), Qt::Key_Z, Qt::ControlModifier);
        f.settle();
        QVERIFY(f.button(QStringLiteral("Duplicate"))); // back at the one that it was of
    }

    void whatBecomesOneSiteIsSaid()
    {
        Form f;
        FleetSnapshot declared = *f.script.apply(QStringLiteral("site dub1 via=edge-jnb"));
        Site site = *declared.tables.sites.find(FleetScript::siteId(QStringLiteral("dub1")));
        site.id = EntityId::declared("site", QStringLiteral("dub1"));
        declared.tables.sites.insert(site);
        f.store.take(std::make_shared<const FleetSnapshot>(declared));
        f.clock.advance(FleetStore::kFrame);
        f.settle();
        f.type("field:address", "unix:///x");
        f.type("field:name", "far");
        f.type("field:place.site", "dub1");
        f.click("save");
        QVERIFY2(f.texts<Label>().contains(QStringLiteral("far added; it is one site, dub1, with edge-jnb")),
                 qPrintable(f.texts<Label>().join(QLatin1Char('|'))));
        QTest::keyClick(f.window.get(), Qt::Key_Z, Qt::ControlModifier);
        f.settle();
        QVERIFY(f.commands.asked.last().startsWith(QStringLiteral("remove ")));
    }

    void editingSaysWhatWillChange()
    {
        Form f;
        f.editDockerAms();
        QCOMPARE(f.find<QLineEdit>("field:tls.ca")->text(), QStringLiteral("/etc/ca.pem")); // unfolded: it is set
        QCOMPARE(f.find<QLineEdit>("field:token")->text(), QStringLiteral("env:TOKEN"));    // a reference
        QVERIFY(!f.find<QAbstractButton>("save")->isEnabled());                             // nothing is changed
        QVERIFY(!f.find<QWidget>("kind:docker"));
        f.type("field:address", "tcp://ams3:2376");
        f.type("field:token", "env:OTHER");
        QCOMPARE(f.text("changes"), QStringLiteral("Will be changed:\n"
                                                   "Address: tcp://ams2:2376 → tcp://ams3:2376\n"
                                                   "token: env:TOKEN → env:OTHER"));
        f.click("save");
        QCOMPARE(f.commands.asked.last(), QStringLiteral("replace docker tcp://ams3:2376 (was tcp://ams2:2376)"));
        QCOMPARE(f.commands.saved.options, dockerAms().options);
        QVERIFY(f.button(QStringLiteral("Edit"))); // back to the connection
    }

    void whatChangedMeanwhileIsToldAndNothingIsLost()
    {
        Form f;
        f.editDockerAms();
        f.type("field:address", "tcp://mine:1");
        f.commands.configs[0].address = QStringLiteral("tcp://theirs:1");
        f.commands.refusal = {
            ErrorKind::Conflict, Fault::Input, QStringLiteral("It was changed meanwhile (address)."), {}};
        f.click("save");
        f.settle();
        QVERIFY(f.find<QWidget>("conflict"));
        QVERIFY(f.texts<QLabel>().contains(QStringLiteral("Address: tcp://ams2:2376 → tcp://theirs:1")));
        QVERIFY(!f.find<QAbstractButton>("save")->isEnabled());
        QCOMPARE(f.find<QLineEdit>("field:address")->text(), QStringLiteral("tcp://mine:1"));
        f.commands.refusal = {};
        QTest::mouseClick(f.button(QStringLiteral("Keep mine")), Qt::LeftButton);
        QVERIFY(f.text("changes").contains(QStringLiteral("tcp://theirs:1 → tcp://mine:1")));
        f.click("save");
        QCOMPARE(f.commands.asked.last(), QStringLiteral("replace docker tcp://mine:1 (was tcp://theirs:1)"));
    }

    void whatWasRemovedMeanwhileCanBeKeptAsANewOne()
    {
        Form f;
        f.editDockerAms();
        f.type("field:address", "tcp://mine:1");
        f.commands.configs.clear();
        f.commands.refusal = {ErrorKind::Conflict, Fault::Input, QStringLiteral("It was removed meanwhile."), {}};
        f.click("save");
        f.settle();
        f.commands.refusal = {};
        QTest::mouseClick(f.button(QStringLiteral("Keep it as a new one")), Qt::LeftButton);
        f.click("save");
        QCOMPARE(f.commands.asked.last(), QStringLiteral("save docker tcp://mine:1"));
        QVERIFY(f.commands.saved.id.isEmpty());
    }

    void aFormThatIsClosedCanBeHadBack()
    {
        Form f;
        f.editDockerAms();
        f.type("field:address", "tcp://mine:1");
        QTest::keyClick(f.window.get(), Qt::Key_Escape);
        f.settle();
        QVERIFY(!f.find<QLineEdit>("field:address"));
        QVERIFY(f.window->findChild<UndoBar *>()->isVisible());
        QTest::keyClick(f.window.get(), Qt::Key_Z, Qt::ControlModifier);
        f.settle();
        QCOMPARE(f.find<QLineEdit>("field:address")->text(), QStringLiteral("tcp://mine:1"));
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
        QTest::keyClicks(words, QStringLiteral("nothing"));
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
