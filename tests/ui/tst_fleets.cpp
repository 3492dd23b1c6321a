// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testing/test.h"
#include "tests/ui/fakefleets.h"
#include "tests/ui/windowfixture.h"
#include "ui/page/actionregistry.h"
#include "ui/shell/fleetbutton.h"

#include <QDialog>
#include <QLineEdit>
#include <QMenu>
#include <QTest>

using namespace graticule;
using testing::FakeFleets;
using testing::WindowFixture;

/// Which fleet the window shows: its name in the top bar opens the list of all, and the palette knows each.
class TestFleets : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fleets = std::make_unique<FakeFleets>();
        m_desk = std::make_unique<WindowFixture>(QStringLiteral("site fra1 state=healthy\n"));
        FleetChoice own;
        own.state = FleetChoice::State::Resting;
        FleetChoice emea;
        emea.key = emea.name = QStringLiteral("emea");
        emea.place = QStringLiteral("keeper.example:7443");
        emea.caller = QStringLiteral("alice");
        emea.expires = m_desk->clock.now() + std::chrono::days(200);
        emea.state = FleetChoice::State::Answers;
        FleetChoice apac;
        apac.key = apac.name = QStringLiteral("R&D apac");
        apac.state = FleetChoice::State::Silent;
        apac.why = QStringLiteral("apac.example:7443 refuses connections: nothing listens there.");
        FleetChoice old;
        old.key = old.name = QStringLiteral("old");
        old.expires = m_desk->clock.now() + std::chrono::days(12);
        old.state = FleetChoice::State::Answers;
        m_fleets->all = {own, emea, apac, old};
        m_fleets->shown = QStringLiteral("emea");
        m_desk->window->setFleets(*m_fleets);
        m_desk->settle();
    }
    void cleanup()
    {
        m_desk.reset();
        m_fleets.reset();
    }

    void theNameOpensTheList()
    {
        QCOMPARE(button()->accessibleName(), QStringLiteral("Fleet: Halyard production"));
        QCOMPARE(button()->focusPolicy(), Qt::TabFocus);
        button()->click();
        QCOMPARE(list(), QStringLiteral("  This computer | not running\n"
                                        "* emea | answers\n"
                                        "  R&&D apac | does not answer\n"
                                        "  old | certificate expires in 12 days\n"
                                        "Add a fleet …\n"
                                        "Forget\n"));
        QCOMPARE(m_fleets->asked, QStringList(QStringLiteral("refresh")));
        QCOMPARE(tipOf(QStringLiteral("R&&D apac")),
                 QStringLiteral("apac.example:7443 refuses connections: nothing listens there."));
        QVERIFY(tipOf(QStringLiteral("emea")).contains(QLatin1String("as alice")));
    }

    void theKeyboardReachesIt()
    {
        button()->setFocus();
        QTest::keyClick(button(), Qt::Key_Down);
        QVERIFY(menu()->isVisible());
        QCOMPARE(menu()->activeAction()->text().section(QLatin1Char('\t'), 0, 0), QStringLiteral("emea"));
        QTest::keyClick(menu(), Qt::Key_Up);
        QTest::keyClick(menu(), Qt::Key_Return);
        QCOMPARE(m_fleets->asked.last(), QStringLiteral("choose "));
        QVERIFY(!menu()->isVisible());
        QTest::keyClick(m_desk->window.get(), Qt::Key_J, Qt::ControlModifier);
        QVERIFY(menu()->isVisible());
        menu()->close();
    }

    void whatIsToldWhileItIsOpenIsShown()
    {
        button()->click();
        m_fleets->all[2].state = FleetChoice::State::Answers;
        Q_EMIT m_fleets->changed();
        QVERIFY(list().contains(QLatin1String("R&&D apac | answers\n")));
        menu()->close();
    }

    void aCertificateThatEndsSoonIsMarkedInTheBar()
    {
        QCOMPARE(button()->accessibleDescription(), QString());
        m_fleets->choose(QStringLiteral("old"));
        QCOMPARE(button()->accessibleDescription(), QStringLiteral("Your certificate expires in 12 days"));
        QVERIFY(button()->toolTip().startsWith(QLatin1String("Your certificate expires in 12 days")));
        m_fleets->all[3].expires = m_desk->clock.now() - std::chrono::hours(1);
        Q_EMIT m_fleets->changed();
        QCOMPARE(button()->accessibleDescription(),
                 QStringLiteral("Your certificate has expired: have yourself enrolled again"));
    }

    void thePaletteKnowsEachFleet()
    {
        auto *actions = m_desk->window->findChild<ActionRegistry *>();
        QVERIFY(actions);
        QStringList titles;
        for (const ActionRegistry::Entry &entry : actions->entries()) {
            if (entry.action.id.startsWith(QLatin1String("fleet.")))
                titles << entry.action.title + QStringLiteral(": ") + ActionRegistry::whyNot(entry.action);
        }
        QCOMPARE(titles.join(QLatin1Char('\n')), QStringLiteral("Show another fleet: \n"
                                                                "Add a fleet: \n"
                                                                "Show the fleet This computer: \n"
                                                                "Show the fleet emea: It is shown\n"
                                                                "Show the fleet R&D apac: \n"
                                                                "Show the fleet old: "));
        QCOMPARE(actions->collisions(), QStringList());
        actions->run(QStringLiteral("fleet.show.old"));
        QCOMPARE(m_fleets->asked.last(), QStringLiteral("choose old"));
        m_fleets->remove(QStringLiteral("emea"), this, [](const auto &) {});
        QCOMPARE(ActionRegistry::whyNot(actions->find(QStringLiteral("fleet.show.emea"))->action),
                 QStringLiteral("It was forgotten"));
    }

    void oneIsAddedAndShown()
    {
        m_desk->window->findChild<ActionRegistry *>()->run(QStringLiteral("fleet.add"));
        auto *dialog = m_desk->window->findChild<QDialog *>(QStringLiteral("addFleet"));
        QVERIFY(dialog && dialog->isVisible());
        auto *add = dialog->findChild<QAbstractButton *>(QStringLiteral("addFleet.add"));
        QVERIFY(!add->isEnabled());
        QCOMPARE(add->toolTip(), QStringLiteral("Give a file, an address or a folder"));
        field(dialog, "addFleet.file")->setText(QStringLiteral("keys/bob.enrolment"));
        field(dialog, "addFleet.name")->setText(QStringLiteral("two"));
        m_fleets->refusal = {ErrorKind::NotFound, Fault::Input, QStringLiteral("Cannot read it."), std::nullopt};
        add->click();
        auto *trouble = dialog->findChild<QLabel *>(QStringLiteral("addFleet.trouble"));
        QVERIFY(dialog->isVisible());
        QVERIFY(trouble->isVisible());
        QCOMPARE(trouble->text(), QStringLiteral("Cannot read it."));
        m_fleets->refusal = {};
        field(dialog, "addFleet.file")->setText(QStringLiteral("keys/alice.enrolment"));
        QVERIFY(!trouble->isVisible());
        add->click();
        m_desk->settle();
        QCOMPARE(m_fleets->asked.mid(1),
                 (QStringList{QStringLiteral("add keys/alice.enrolment||two"), QStringLiteral("choose two")}));
        QVERIFY(!m_desk->window->findChild<QDialog *>(QStringLiteral("addFleet")));
    }

    void nothingOfTheFleetBeforeStays()
    {
        QVERIFY(m_desk->store.hasSnapshot());
        m_desk->store.forget();
        m_desk->settle();
        QVERIFY(!m_desk->store.hasSnapshot());
        QCOMPARE(m_desk->store.tables().sites.size(), 0);
        QCOMPARE(button()->accessibleName(), QStringLiteral("Fleet: emea")); // until its keeper says its name
        m_desk->setLink(KeeperLink::State::Live);
        m_desk->settle();
        QCOMPARE(button()->accessibleName(), QStringLiteral("Fleet: Halyard production"));
    }

    void rolesAreNamed_data()
    {
        QTest::addColumn<QString>("permissions");
        QTest::addColumn<QString>("role");
        QTest::addColumn<QString>("whyNot");
        QTest::newRow("viewer") << "view"
                                << "Viewer"
                                << "Needs role Operator; you are Viewer";
        QTest::newRow("operator") << "view operate"
                                  << "Operator"
                                  << "";
        QTest::newRow("approver") << "view approve"
                                  << "Approver"
                                  << "Needs role Operator; you are Approver";
        QTest::newRow("both") << "view operate approve"
                              << "Operator and approver"
                              << "";
        QTest::newRow("admin") << "view operate approve admin"
                               << "Administrator"
                               << "";
    }
    void rolesAreNamed()
    {
        QFETCH(QString, permissions);
        m_desk->commands.description.permissions = permissions.split(QLatin1Char(' '));
        KeeperFacts facts(m_desk->store, m_desk->commands);
        m_desk->settle();
        QTEST(facts.role(), "role");
        QTEST(facts.whyNotOperate(), "whyNot");
    }

private:
    FleetButton *button() const { return m_desk->window->findChild<FleetButton *>(QStringLiteral("fleet")); }
    QMenu *menu() const { return m_desk->window->findChild<QMenu *>(QStringLiteral("fleetMenu")); }
    static QLineEdit *field(const QDialog *dialog, const char *name)
    {
        return dialog->findChild<QLineEdit *>(QString::fromLatin1(name));
    }

    QString list() const
    {
        QString lines;
        for (const QAction *row : menu()->actions()) {
            if (row->isSeparator())
                continue;
            const QString mark = !row->isCheckable() ? QString()
                                 : row->isChecked()  ? QStringLiteral("* ")
                                                     : QStringLiteral("  ");
            lines += mark + QString(row->text()).replace(QLatin1Char('\t'), QStringLiteral(" | ")) + QLatin1Char('\n');
        }
        return lines;
    }

    QString tipOf(const QString &name) const
    {
        for (const QAction *row : menu()->actions()) {
            if (row->text().section(QLatin1Char('\t'), 0, 0) == name)
                return row->toolTip();
        }
        return {};
    }

    std::unique_ptr<FakeFleets> m_fleets;
    std::unique_ptr<WindowFixture> m_desk;
};

QTEST_MAIN(TestFleets)
#include "tst_fleets.moc"
