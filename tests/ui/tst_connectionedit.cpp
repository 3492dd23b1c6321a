// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testing/test.h"
#include "tests/ui/connectionforms.h"
#include "widgets/basic/label.h"
#include "widgets/basic/undobar.h"

using namespace graticule;
using testing::dockerAms;
using testing::FleetScript;
using testing::Form;

class TestConnectionEdit : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
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
        QCOMPARE(f.find<QLineEdit>("field:address")->text(), QStringLiteral("tcp://mine:1")); // asked first
        QVERIFY2(f.find<QLabel>("said")->text().startsWith(QStringLiteral("Nothing of this is saved.")),
                 qPrintable(f.find<QLabel>("said")->text()));
        f.type("field:address", "tcp://mine:2"); // who goes on is asked again
        QTest::keyClick(f.window.get(), Qt::Key_Escape);
        f.type("field:address", "tcp://mine:1");
        QTest::keyClick(f.window.get(), Qt::Key_Escape);
        QVERIFY(f.find<QLineEdit>("field:address"));
        QTest::keyClick(f.window.get(), Qt::Key_Escape);
        f.settle();
        QVERIFY(!f.find<QLineEdit>("field:address"));
        QVERIFY(f.window->findChild<UndoBar *>()->isVisible());
        QTest::keyClick(f.window.get(), Qt::Key_Z, Qt::ControlModifier);
        f.settle();
        QCOMPARE(f.find<QLineEdit>("field:address")->text(), QStringLiteral("tcp://mine:1"));
    }
};

QTEST_MAIN(TestConnectionEdit)
#include "tst_connectionedit.moc"
