// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/modeltext.h"
#include "tests/testing/test.h"
#include "tests/ui/windowfixture.h"
#include "ui/connections/teststeps.h"
#include "widgets/basic/label.h"
#include "widgets/basic/undobar.h"
#include "widgets/basic/viewstate.h"

#include <QClipboard>
#include <QLabel>
#include <QLineEdit>

using namespace graticule;
using testing::FleetScript;
using testing::WindowFixture;

namespace {

const char *const kFleet = R"(
connection docker-ams address=tcp://ams2:2376 seen=-2s
connection edge-jnb type=grpc address=gw:443 state=unreachable since=-6min error="No answer from gateway" fault=network
site ams1 via=docker-ams
)";

EntityId connection(const char *name)
{
    return FleetScript::connectionId(QString::fromLatin1(name));
}

} // namespace

class TestConnectionsPage : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void pausingIsAskedUntilItIsSeen()
    {
        WindowFixture f(QString::fromUtf8(kFleet));
        f.window->selectConnection(connection("docker-ams"));
        QTest::mouseClick(f.button(QStringLiteral("Pause")), Qt::LeftButton);
        QCOMPARE(f.commands.asked.last(), QStringLiteral("pause connection/docker-ams"));
        f.settle(); // the keeper has said yes, but that is not what the fleet is
        QVERIFY(f.button(QStringLiteral("Asked …")));
        QVERIFY(!f.button(QStringLiteral("Asked …"))->isEnabled());

        f.change("connection docker-ams address=tcp://ams2:2376 state=paused");
        QVERIFY(f.button(QStringLiteral("Resume"))->isEnabled());
        QTest::mouseClick(f.button(QStringLiteral("Resume")), Qt::LeftButton);
        QCOMPARE(f.commands.asked.last(), QStringLiteral("resume connection/docker-ams"));
    }

    void buttonsStayWhereTheyAre()
    {
        WindowFixture f(QString::fromUtf8(kFleet));
        f.window->selectConnection(connection("docker-ams"));
        f.settle();
        const auto places = [&f] {
            QList<QPoint> all;
            for (const char *name : {"Retry now", "Test", "Edit", "Duplicate", "Remove"})
                all << f.button(QString::fromLatin1(name))->mapToGlobal(QPoint());
            return all;
        };
        const QList<QPoint> before = places();
        f.change(
            "connection docker-ams address=tcp://ams2:2376 state=unreachable error=\"No answer from it, and the "
            "reason is so long that it takes three lines at least in a panel of this width: the gateway that stands "
            "before it says that it is not there, and so does the one behind it\" fault=network");
        QCOMPARE(places(), before);
        QTest::mouseClick(f.button(QStringLiteral("Pause")), Qt::LeftButton); // becomes "Asked …", and that is said
        f.settle();
        QCOMPARE(places(), before);
        f.change("connection docker-ams address=tcp://ams2:2376 state=paused");
        QVERIFY(f.button(QStringLiteral("Resume")));
        QCOMPARE(places(), before);
    }

    /// From wherever a place is in doubt, to where it is said.
    void aPlaceInDoubtLeadsToItsFields()
    {
        WindowFixture f(QString::fromUtf8(kFleet));
        ConnectionConfig config;
        config.id = connection("docker-ams");
        config.name = QStringLiteral("docker-ams");
        config.type = QStringLiteral("docker");
        f.commands.configs = {config};
        f.commands.types.first().fields = {OptionSchema{QStringLiteral("place.city")}};
        f.setLink(KeeperLink::State::Connecting);
        f.setLink(KeeperLink::State::Live);
        f.settle();
        f.window->openSite(FleetScript::siteId(QStringLiteral("ams1")));
        QTRY_VERIFY(f.button(QStringLiteral("Set its place")));
        QTest::mouseClick(f.button(QStringLiteral("Set its place")), Qt::LeftButton);
        f.settle();
        QCOMPARE(f.window->currentPage(), QStringLiteral("connections"));
        QTRY_COMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("field:place.city"));
    }

    /// Nothing connected, no lab: what can be done is offered, with what it is good for.
    void anEmptyOverviewOffersWhatToDo()
    {
        WindowFixture f(QString{});
        f.commands.description.capabilities = {QStringLiteral("lab")};
        f.commands.endpoints = {
            {QStringLiteral("docker"), QStringLiteral("unix:///x"), QStringLiteral("engine"), {}, true}};
        f.change("");
        f.setLink(KeeperLink::State::Connecting);
        f.setLink(KeeperLink::State::Live);
        f.settle();
        QVERIFY(f.texts<Label>().contains(QStringLiteral("Nothing is connected yet")));
        QVERIFY(f.button(QStringLiteral("Connect engine")));
        QTest::mouseClick(f.button(QStringLiteral("Try the lab")), Qt::LeftButton);
        QCOMPARE(f.commands.asked.last(), QStringLiteral("start lab"));
        QTest::mouseClick(f.window->findChild<QAbstractButton *>(QStringLiteral("startAdd")), Qt::LeftButton);
        QCOMPARE(f.window->currentPage(), QStringLiteral("connections"));
    }

    void aRefusalIsSaid()
    {
        WindowFixture f(QString::fromUtf8(kFleet));
        f.commands.refusal.text = QStringLiteral("Only an operator may do that");
        f.window->selectConnection(connection("docker-ams"));
        QTest::mouseClick(f.button(QStringLiteral("Pause")), Qt::LeftButton);
        QTRY_VERIFY(f.texts<QLabel>().contains(QStringLiteral("Only an operator may do that")));
        QVERIFY(f.button(QStringLiteral("Pause"))->isEnabled());
    }

    void removingCanBeUndone()
    {
        WindowFixture f(QString::fromUtf8(kFleet));
        ConnectionConfig config;
        config.id = connection("docker-ams");
        config.name = QStringLiteral("docker-ams");
        config.type = QStringLiteral("docker");
        config.address = QStringLiteral("tcp://ams2:2376");
        f.commands.configs = {config};
        f.window->selectConnection(connection("docker-ams"));
        QTest::mouseClick(f.button(QStringLiteral("Remove")), Qt::LeftButton);
        QTRY_VERIFY(f.window->findChild<UndoBar *>()->isVisible());
        f.change("remove connection docker-ams");
        QTest::keyClick(f.window.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(f.commands.asked.last(), QStringLiteral("save docker tcp://ams2:2376"));
    }

    /// The pause is what is taken back, not what was done before it.
    void pausingCanBeUndoneAndDoneAgain()
    {
        WindowFixture f(QString::fromUtf8(kFleet));
        f.window->selectConnection(connection("docker-ams"));
        QTest::mouseClick(f.button(QStringLiteral("Pause")), Qt::LeftButton);
        auto *bar = f.window->findChild<UndoBar *>();
        QTRY_VERIFY(bar->isVisible());
        f.change("connection docker-ams address=tcp://ams2:2376 state=paused");
        QTest::keyClick(f.window.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(f.commands.asked.last(), QStringLiteral("resume ") + connection("docker-ams").toString());
        f.change("connection docker-ams address=tcp://ams2:2376");
        QTRY_VERIFY(bar->canRedo());
        QTest::keyClick(f.window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(f.commands.asked.last(), QStringLiteral("pause ") + connection("docker-ams").toString());
    }

    /// A hand that presses once more finds nothing to press; the form comes when somebody wants it.
    void whereRemoveWasNoOtherButtonAppears()
    {
        WindowFixture f(QString::fromUtf8(kFleet));
        f.window->selectConnection(connection("docker-ams"));
        f.settle();
        QAbstractButton *remove = f.button(QStringLiteral("Remove"));
        const QPoint place = remove->mapTo(f.window.get(), remove->rect().center());
        QTest::mouseClick(remove, Qt::LeftButton);
        f.change("remove connection docker-ams");
        QVERIFY(!qobject_cast<QAbstractButton *>(f.window->childAt(place)));
        ViewState *gone = nullptr;
        for (ViewState *each : f.window->findChildren<ViewState *>()) {
            if (each->isVisible())
                gone = each;
        }
        QVERIFY(gone);
        QCOMPARE(gone->accessibleName(), QStringLiteral("docker-ams is removed"));

        f.change("connection docker-ams address=tcp://ams2:2376 seen=-2s"); // taken back
        QVERIFY(f.button(QStringLiteral("Remove")));
        f.change("remove connection docker-ams");
        QTest::keyClick(f.window.get(), Qt::Key_Escape);
        QVERIFY(f.button(QStringLiteral("Add connection")));
    }

    /// Where the only site of a connection is, and how that is known.
    void thePlaceIsSaidWithItsEvidence()
    {
        WindowFixture f(QStringLiteral("connection a\nconnection b\nsite dub1 city=Dublin country=IE at=53.33,-6.25 "
                                       "source=\"label graticule.dev/country\" via=a\nsite x via=b\nsite y via=b"));
        f.window->selectConnection(connection("a"));
        f.settle();
        const auto *place = f.window->findChild<QLabel *>(QStringLiteral("connectionPlace"));
        QVERIFY(place->isVisible());
        QCOMPARE(testing::plain(place->text()), QStringLiteral("Dublin · Ireland, IE\n53.33 N, 6.25 W\n"
                                                               "declared · label graticule.dev/country"));
        f.window->selectConnection(connection("b"));
        QVERIFY(!place->isVisible()); // two: their drawers say it
    }

    void whatATestSaysIsNotCut()
    {
        WindowFixture f(QString::fromUtf8(kFleet));
        TestSteps steps(f.themes);
        steps.add({QStringLiteral("List what it runs"), QStringLiteral("3 containers"), true, {}, false});
        const int one = steps.heightForWidth(300);
        steps.add({QStringLiteral("List what it runs"),
                   QStringLiteral("3 containers, 2 volumes, 1 node, and may not read the events of the engine"),
                   true,
                   {},
                   true});
        QVERIFY(steps.heightForWidth(300) >= 3 * one); // the words, and two lines of detail below
        QCOMPARE(steps.heightForWidth(900), 2 * one);
    }

    void aTestShowsItsSteps()
    {
        WindowFixture f(QString::fromUtf8(kFleet));
        ConnectionConfig config;
        config.id = connection("edge-jnb");
        config.address = QStringLiteral("gw:443");
        f.commands.configs = {config};
        TestStep reach{QStringLiteral("Reach and TLS"), QStringLiteral("41 ms"), true, {}, false};
        TestStep sign{QStringLiteral("Sign in"), {}, false, {}, true};
        sign.error.text = QStringLiteral("401: the token is unknown");
        f.commands.steps = {reach, sign};
        f.window->selectConnection(connection("edge-jnb"));
        QTest::mouseClick(f.button(QStringLiteral("Test")), Qt::LeftButton);
        TestSteps *steps = nullptr;
        const auto findSteps = [&] {
            for (TestSteps *each : f.window->findChildren<TestSteps *>()) {
                if (each->isVisible())
                    steps = each;
            }
            return steps;
        };
        QTRY_VERIFY(findSteps());
        QTRY_COMPARE(steps->copyText(), QStringLiteral("passed, Reach and TLS, 41 ms\n"
                                                       "failed, Sign in, 401: the token is unknown"));
        QVERIFY(f.texts<QLabel>().contains(QStringLiteral("The test failed")));
        QTest::mouseClick(f.button(QStringLiteral("Copy error")), Qt::LeftButton);
        QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("No answer from gateway")));
        QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("401: the token is unknown")));
    }

    void whatTheLabMadeCannotBeRemovedAndSaysWhy()
    {
        WindowFixture f(QStringLiteral("connection lab type=grpc origin=lab\nsite a via=lab origin=lab"));
        f.window->selectConnection(connection("lab"));
        QVERIFY(!f.button(QStringLiteral("Remove"))->isEnabled());
        QVERIFY(f.texts<QLabel>().contains(QStringLiteral("Made by the lab: it goes when the lab is stopped.")));
    }

    void anAddressIsTestedAndAdded()
    {
        WindowFixture f(QString::fromUtf8(kFleet));
        f.window->showPage(QStringLiteral("connections"));
        const auto field = [&](const char *name) -> QLineEdit * {
            for (QLineEdit *each : f.window->findChildren<QLineEdit *>(QLatin1String(name))) {
                if (each->isVisible())
                    return each;
            }
            return nullptr;
        };
        QLineEdit *address = field("field:address");
        QVERIFY(address);
        QTest::keyClicks(address, QStringLiteral(" host:2376 "));
        QTest::keyClicks(field("field:name"), QStringLiteral("far"));
        QTest::mouseClick(f.button(QStringLiteral("Add connection")), Qt::LeftButton);
        QCOMPARE(f.commands.asked.last(), QStringLiteral("save docker host:2376"));
        QTRY_VERIFY(address->text().isEmpty());
    }

    void brokenFilesAreNamedWithTheirMistakes()
    {
        WindowFixture f(QString::fromUtf8(kFleet));
        f.commands.broken = {
            {QStringLiteral("connections.d/old.yaml"), {QStringLiteral("line 4, adress: no such field")}}};
        f.setLink(KeeperLink::State::Connecting);
        f.setLink(KeeperLink::State::Live);
        f.settle();
        f.window->showPage(QStringLiteral("connections"));
        const QString all = f.texts<QLabel>().join(QLatin1Char('\n'));
        QVERIFY(all.contains(QStringLiteral("connections.d/old.yaml\n  line 4, adress: no such field")));
    }
};

QTEST_MAIN(TestConnectionsPage)
#include "tst_connectionspage.moc"
