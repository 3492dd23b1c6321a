// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testing/test.h"
#include "tests/ui/windowfixture.h"
#include "ui/connections/teststeps.h"
#include "widgets/basic/label.h"
#include "widgets/basic/undobar.h"

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
