// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/format.h"
#include "tests/testing/test.h"
#include "tests/ui/rulesdesk.h"
#include "ui/page/actionregistry.h"
#include "ui/rules/samepage.h"
#include "widgets/basic/navrail.h"

#include <QAbstractButton>
#include <QLabel>

using namespace graticule;
using testing::FakeRules;
using testing::RulesDesk;

/// The page of what may be the same.
class TestSamePage : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void whatMayBeTheSameIsDecidedAndTakenBack()
    {
        using Reason = SameSuggestion::Reason;
        RulesDesk desk;
        desk.rules.same.suggestions = {{{EntityId("a"), QStringLiteral("shop/web"), QStringLiteral("dock")},
                                        {EntityId("b"), QStringLiteral("shop/web"), QStringLiteral("kube")},
                                        {{Reason::Name, QStringLiteral("web")}, {Reason::Image, QStringLiteral("i")}}}};
        desk.open<SamePage>();
        QCOMPARE(desk.text("same.state"), QStringLiteral("1 suggested"));
        QCOMPARE(desk.rows("same.table"), QStringLiteral("Suggested: same service? | shop/web | dock | shop/web | kube "
                                                         "| both called web, both run i"));
        QVERIFY(!desk.part<QAbstractButton>("same.nothing")->isEnabled());
        desk.part<QAbstractButton>("same.same")->click();
        desk.settle();
        QCOMPARE(desk.rules.said, QStringList{QStringLiteral("a = b")});
        QVERIFY(desk.rows("same.table").startsWith(QStringLiteral("The same: shop/web | shop/web | dock")));
        QVERIFY(!desk.part<QAbstractButton>("same.same")->isEnabled());
        QVERIFY(desk.said.undo());
        desk.settle();
        QCOMPARE(desk.rules.said.last(), QStringLiteral("a ? b"));
    }

    void whatIsLeftOutAndPutOffIsSaid()
    {
        RulesDesk desk;
        desk.rules.same.suggestions = {{{EntityId("a"), QStringLiteral("web"), QStringLiteral("dock")},
                                        {EntityId("b"), QStringLiteral("web"), QStringLiteral("kube")},
                                        {}}};
        desk.rules.same.more = 1233;
        desk.open<SamePage>();
        QCOMPARE(desk.text("same.state"), format::number(1234) + QStringLiteral(" suggested, the first 1 are listed"));
        QCOMPARE(desk.part<QTableView>("same.table")->model()->headerData(0, Qt::Horizontal).toString(),
                 QStringLiteral("State"));
        QVERIFY(!desk.part<QLabel>("same.waiting")->isVisible());
        desk.rules.same.waiting = {
            {QStringLiteral("dock"), desk.clock.now(), QStringLiteral("drain"), QStringLiteral("n1"), 1}};
        desk.part<QAbstractButton>("same.same")->click();
        desk.settle();
        QStringList words;
        for (const Label *label : desk.said.findChildren<Label *>())
            words.append(label->text());
        QVERIFY(words.contains(QStringLiteral("They become one, shop/web, once what is done through dock has ended")));
        QCOMPARE(desk.part<QLabel>("same.waiting")->text(),
                 QStringLiteral("Still as before, until what is done through them has ended: dock since 09:14:32 UTC "
                                "(Drain n1)"));
        desk.rules.same.waiting.clear();
        desk.clock.advance(std::chrono::seconds(5));
        desk.settle();
        QVERIFY(!desk.part<QLabel>("same.waiting")->isVisible());
    }

    void whatIsChosenIsNeverAnotherPair()
    {
        RulesDesk desk;
        const auto pair = [](const char *one, const char *other) {
            return SameSuggestion{{EntityId(one), QLatin1String(one), QStringLiteral("dock")},
                                  {EntityId(other), QLatin1String(other), QStringLiteral("kube")},
                                  {}};
        };
        desk.rules.same.suggestions = {pair("a", "b"), pair("c", "d"), pair("e", "f")};
        auto &page = desk.open<SamePage>();
        auto *table = desk.part<QTableView>("same.table");
        QCOMPARE(page.copyText().count(QStringLiteral("a of dock")), 1);
        table->setCurrentIndex(table->model()->index(1, 0));
        desk.rules.same.suggestions = {pair("0", "1"), pair("a", "b"), pair("c", "d"), pair("e", "f")};
        page.wake();
        desk.settle();
        QCOMPARE(table->currentIndex().row(), 2);
        desk.rules.same.suggestions.remove(2); // somebody else decided
        page.wake();
        desk.settle();
        QVERIFY(!table->currentIndex().isValid());
        QVERIFY(!table->selectionModel()->hasSelection());
        auto *same = desk.part<QAbstractButton>("same.same");
        QVERIFY(!same->isEnabled());
        QCOMPARE(same->toolTip(), QStringLiteral("Nothing is chosen"));
        page.wake();
        desk.settle();
        QVERIFY(!same->isEnabled());
    }

    void bothPagesBelongToOneOfTheRail()
    {
        FakeRules rules;
        testing::WindowFixture f(QStringLiteral("connection a\nsite x via=a\n"));
        f.window->setRules(rules);
        auto *actions = f.window->findChild<ActionRegistry *>();
        const auto lit = [&] { // of the rail
            for (QAbstractButton *item : f.window->findChild<NavRail *>()->findChildren<QAbstractButton *>()) {
                if (item->isChecked())
                    return item;
            }
            return static_cast<QAbstractButton *>(nullptr);
        };
        for (const auto &[page, rail] :
             {std::pair("rules", "connections"), std::pair("same", "services"), std::pair("rules", "connections")}) {
            actions->run(QStringLiteral("page.") + QLatin1String(page));
            f.settle();
            QCOMPARE(f.window->currentPage(), QLatin1String(page));
            lit()->click();
            f.settle();
            QCOMPARE(f.window->currentPage(), QLatin1String(rail));
        }
    }

    void whoOnlyLooksDecidesNothing()
    {
        RulesDesk desk;
        desk.commands.description.permissions = {QStringLiteral("view")};
        desk.facts->refresh();
        desk.settle();
        desk.open<SamePage>();
        QVERIFY(desk.part<QAbstractButton>("same.same")->toolTip().startsWith(QStringLiteral("Needs role Operator")));
        QVERIFY(desk.page->findChild<QWidget *>(QStringLiteral("same.empty"))->isVisible());
    }
};

QTEST_MAIN(TestSamePage)
#include "tst_samepage.moc"
