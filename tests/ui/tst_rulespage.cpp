// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/manualclock.h"
#include "models/format.h"
#include "tests/testing/fleetscript.h"
#include "tests/testing/test.h"
#include "tests/ui/windowfixture.h"
#include "ui/page/actionregistry.h"
#include "ui/page/keeperfacts.h"
#include "ui/rules/rulespage.h"
#include "ui/rules/samepage.h"
#include "widgets/basic/label.h"
#include "widgets/basic/navrail.h"
#include "widgets/basic/undobar.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTimer>

using namespace graticule;
using testing::FleetScript;

namespace {

/// A keeper with rules; answers in the next turn of the event loop.
class FakeRules : public RuleQueries
{
public:
    void readRules(QObject *context, RuleReply<RulesFile> done) override
    {
        QTimer::singleShot(0, context, [this, done] {
            done(refusal.text.isEmpty() ? Result<RulesFile>(file) : Result<RulesFile>(refusal));
        });
    }
    void previewRules(QObject *context, const QString &text, RuleReply<RulePreview> done) override
    {
        asked << text;
        QTimer::singleShot(0, context, [this, done] { done(preview); });
    }
    void saveRules(QObject *context, const QString &text, const QString &before, RuleReply<RulesFile> done) override
    {
        QTimer::singleShot(0, context, [this, text, before, done] {
            if (before != file.text)
                return done(Error{ErrorKind::Conflict, Fault::Input, QStringLiteral("changed meanwhile"), {}});
            file.text = text;
            done(file);
        });
    }
    void sameServices(QObject *context, RuleReply<SameServices> done) override
    {
        QTimer::singleShot(0, context, [this, done] { done(same); });
    }
    void decideSame(QObject *context, const EntityId &one, const EntityId &other, bool areSame,
                    RuleReply<SameDecision> done) override
    {
        said << QStringLiteral("%1 %2 %3")
                    .arg(one.toString(), areSame ? QStringLiteral("=") : QStringLiteral("!="), other.toString());
        SameDecision decision{same.suggestions[0].one,    same.suggestions[0].other, areSame,
                              QStringLiteral("shop/web"), QStringLiteral("ines"),    FleetScript::now()};
        same.suggestions.clear();
        decision.waiting = same.waiting;
        same.decisions = {decision};
        QTimer::singleShot(0, context, [decision, done] { done(decision); });
    }
    void undecideSame(QObject *context, const EntityId &one, const EntityId &other,
                      RuleReply<SameDecision> done) override
    {
        said << QStringLiteral("%1 ? %2").arg(one.toString(), other.toString());
        const SameDecision decision = same.decisions.takeFirst();
        QTimer::singleShot(0, context, [decision, done] { done(decision); });
    }

    RulesFile file{QStringLiteral("/h/label-rules.yaml"), QStringLiteral("rules: []"), {}, {}};
    RulePreview preview;
    SameServices same;
    Error refusal;
    QStringList asked;
    QStringList said;
};

RulePreview racks()
{
    RulePreview preview;
    preview.rules = {
        {QStringLiteral("racks"), 2, 1, {{QStringLiteral("graticule.dev/site"), QStringLiteral("fra-2"), 2, 0, 0}}, 1},
        {QStringLiteral("shops"), 1, 0, {}, 0}};
    RuledThing node;
    node.kind = QStringLiteral("node");
    node.name = QStringLiteral("n1");
    node.connection = QStringLiteral("fra");
    node.place = QStringLiteral("docker-1");
    node.rules = {0};
    node.matched = {{QStringLiteral("dc"), QStringLiteral("fra-2")}};
    node.changes = {{QStringLiteral("graticule.dev/site"), {}, QStringLiteral("fra-2")}};
    RuledThing service = node;
    service.kind = QStringLiteral("service");
    service.name = QStringLiteral("web");
    service.rules = {0, 1};
    service.changes.clear();
    service.notes = {QStringLiteral("graticule.dev/service is set already")};
    preview.things = {node, service};
    preview.looked = preview.all = 9;
    preview.matched = 2;
    preview.changed = 1;
    return preview;
}

struct Desk
{
    Desk()
        : clock(FleetScript::now())
        , themes(*qApp, Theme::Kind::Dark)
        , script(QStringLiteral("connection a\nsite x via=a\n"))
        , store(clock)
        , said(themes, &frame)
    {
        KeeperLink link;
        link.state = KeeperLink::State::Live;
        store.setLink(link);
        store.take(script.snapshot());
        frame.show(); // or nothing is offered
        commands.description.permissions << QStringLiteral("admin");
        facts = std::make_unique<KeeperFacts>(store, commands);
        settle();
    }

    template<class P> P &open()
    {
        auto made = std::make_unique<P>(themes, store, rules, *facts, said);
        P &it = *made;
        page = std::move(made);
        page->resize(1280, 700);
        page->show();
        page->wake();
        settle();
        return it;
    }
    void settle()
    {
        for (int round = 0; round < 4; ++round) {
            QCoreApplication::processEvents();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
    }
    template<class W> W *part(const char *name) const { return page->findChild<W *>(QLatin1String(name)); }
    QString text(const char *name) const { return part<Label>(name)->text(); }
    QString rows(const char *name) const
    {
        const QAbstractItemModel *model = part<QTableView>(name)->model();
        QStringList lines;
        for (int row = 0; row < model->rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < model->columnCount(); ++column)
                cells << model->index(row, column).data().toString();
            lines << cells.join(QLatin1String(" | "));
        }
        return lines.join(QLatin1Char('\n'));
    }

    ManualClock clock;
    ThemeSwitch themes;
    FleetScript script;
    FleetStore store;
    testing::FakeCommands commands;
    std::unique_ptr<KeeperFacts> facts;
    FakeRules rules;
    QWidget frame;
    UndoBar said;
    std::unique_ptr<Page> page;
};

} // namespace

/// The pages of the label rules, and of what may be the same.
class TestRulesPage : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatTheRulesMatchNow()
    {
        Desk desk;
        desk.rules.preview = racks();
        desk.rules.file.rules = {QStringLiteral("racks"), QStringLiteral("shops")};
        desk.open<RulesPage>();
        QCOMPARE(desk.text("rules.state"), QStringLiteral("2 rules in force"));
        QCOMPARE(desk.text("rules.sum"), QStringLiteral("As it is: 2 of 9 nodes, services and data match."));
        QCOMPARE(
            desk.rows("rules.counts"),
            QStringLiteral("All rules |  | 2 | 1\nracks | site: fra-2 on 2 nodes | 2 | 1\nshops | nothing | 1 | 0"));
        QCOMPARE(desk.rows("rules.things"), QStringLiteral("n1 | Node | fra | dc=fra-2 | site: docker-1 | site: fra-2\n"
                                                           "web | Service | fra | dc=fra-2 | – | Stays as it is"));
        auto *counts = desk.part<QTableView>("rules.counts");
        counts->setCurrentIndex(counts->model()->index(2, 0));
        QVERIFY(desk.rows("rules.things").startsWith(QStringLiteral("web |")));
    }

    void whatIsWrittenIsTriedAndThenSaved()
    {
        Desk desk;
        auto &page = desk.open<RulesPage>();
        auto *save = desk.part<QAbstractButton>("rules.save");
        QVERIFY(!save->isEnabled());
        desk.rules.preview = racks();
        desk.part<QPlainTextEdit>("rules.text")->setPlainText(QStringLiteral("rules: [] # new"));
        QTRY_COMPARE(desk.rules.asked.last(), QStringLiteral("rules: [] # new"));
        QTRY_COMPARE(desk.text("rules.sum"),
                     QStringLiteral("If this were saved: 2 of 9 nodes, services and data match, 1 would change."));
        QVERIFY(!page.closeLayer()); // Esc takes nothing away
        QVERIFY(save->isEnabled());
        desk.rules.file.waiting = {{QStringLiteral("fra"), desk.clock.now(), QStringLiteral("drain"),
                                    QStringLiteral("n1"), 3}}; // somebody is at it there
        page.save();
        desk.settle();
        QStringList words;
        for (const Label *label : desk.said.findChildren<Label *>())
            words.append(label->text());
        QVERIFY(words.contains(
            QStringLiteral("Label rules saved. Read again once what is done through them has ended: fra")));
        QCOMPARE(desk.rules.file.text, QStringLiteral("rules: [] # new"));
        QVERIFY(!save->isEnabled());
        QVERIFY(page.closeLayer());
        // And so it stands there, until they follow.
        auto *waiting = desk.part<QLabel>("rules.waiting");
        QVERIFY(waiting->isVisible());
        QCOMPARE(waiting->text(),
                 QStringLiteral("Still as before, until what is done through them has ended: fra since "
                                "09:14:32 UTC (Drain n1, and 2 more)"));
        desk.clock.advance(std::chrono::seconds(5));
        desk.settle();
        QVERIFY(waiting->isVisible());
        const qsizetype asked = desk.rules.asked.size();
        desk.rules.file.waiting.clear();
        desk.clock.advance(std::chrono::seconds(5));
        desk.settle();
        QVERIFY(!waiting->isVisible());
        QCOMPARE(desk.rules.asked.size(), asked); // nothing else has changed
    }

    void aMistakeIsNamedAndNotSaved()
    {
        Desk desk;
        desk.open<RulesPage>();
        desk.rules.preview.mistakes = {QStringLiteral("label-rules.yaml:2: rules[0]: must be a map")};
        desk.part<QPlainTextEdit>("rules.text")->setPlainText(QStringLiteral("rules:\n- 1"));
        QTRY_VERIFY(desk.part<QLabel>("rules.mistakes")->text().contains(QStringLiteral("rules[0]: must be a map")));
        QCOMPARE(desk.part<QPlainTextEdit>("rules.text")->extraSelections().size(), 1);
        QVERIFY(!desk.part<QAbstractButton>("rules.save")->isEnabled());
        QCOMPARE(desk.part<QAbstractButton>("rules.save")->toolTip(), QStringLiteral("There is a mistake in it"));
        // No YAML: there is nothing to count, which is not zero.
        QCOMPARE(desk.text("rules.sum"), QStringLiteral("Nothing is counted until the mistake is mended."));
        QCOMPARE(desk.rows("rules.counts"), QStringLiteral("All rules |  | – | –"));
        const QStringList mistakes = desk.rules.preview.mistakes;
        desk.rules.preview = racks(); // the others are counted
        desk.rules.preview.mistakes = mistakes;
        desk.part<QPlainTextEdit>("rules.text")->setPlainText(QStringLiteral("rules:\n- 1\n- ..."));
        QTRY_COMPARE(desk.text("rules.sum"), QStringLiteral("Without what is mistaken: 2 of 9 nodes, services and data "
                                                            "match, 1 would change."));
    }

    void whatSomebodyElseSavedMeanwhileIsNotOverwritten()
    {
        Desk desk;
        auto &page = desk.open<RulesPage>();
        auto *text = desk.part<QPlainTextEdit>("rules.text");
        text->setPlainText(QStringLiteral("rules: [] # mine"));
        QTRY_COMPARE(desk.rules.asked.last(), QStringLiteral("rules: [] # mine"));
        desk.settle();
        desk.rules.file.text = QStringLiteral("rules: [] # theirs");
        page.save();
        desk.settle();
        QCOMPARE(desk.rules.file.text, QStringLiteral("rules: [] # theirs"));
        QCOMPARE(text->toPlainText(), QStringLiteral("rules: [] # mine"));
        page.revert();
        desk.settle();
        QCOMPARE(text->toPlainText(), QStringLiteral("rules: [] # theirs"));
    }

    void aFileFromElsewhereIsNotEditedYet()
    {
        const QString windows = QStringLiteral("rules:\r\n- name: a\u00a0b\r\n");
        Desk desk;
        desk.rules.file.text = windows;
        auto &page = desk.open<RulesPage>();
        QVERIFY(!desk.text("rules.state").contains(QStringLiteral("changed here")));
        QVERIFY(!desk.part<QAbstractButton>("rules.revert")->isEnabled());
        QCOMPARE(desk.rules.asked.last(), windows);
        QVERIFY(page.closeLayer());
        desk.rules.file.text = QStringLiteral("rules: [] # by somebody else");
        page.wake();
        desk.settle();
        QCOMPARE(desk.part<QPlainTextEdit>("rules.text")->toPlainText(), desk.rules.file.text);
        desk.rules.file.text = windows;
        page.wake();
        desk.settle();
        desk.part<QPlainTextEdit>("rules.text")->appendPlainText(QStringLiteral("# mine"));
        page.save();
        desk.settle();
        QCOMPARE(desk.rules.file.text, QStringLiteral("rules:\n- name: a\u00a0b\n\n# mine"));
        QVERIFY(page.closeLayer());
    }

    void mistakesWithoutEndAreBounded()
    {
        Desk desk;
        desk.open<RulesPage>();
        for (int i = 0; i < 10'000; ++i)
            desk.rules.preview.mistakes << QStringLiteral("label-rules.yaml:%1: ").arg(i + 1) + QString(5000, u'k');
        desk.part<QPlainTextEdit>("rules.text")->setPlainText(QString(20'000, u'\n'));
        QTRY_VERIFY(desk.part<QLabel>("rules.mistakes")->text().contains(QStringLiteral("and 9995 more")));
        QVERIFY(desk.part<QLabel>("rules.mistakes")->text().size() < 3000);
        QCOMPARE(desk.part<QPlainTextEdit>("rules.text")->extraSelections().size(), 100);
    }

    void onlyWhatIsLeftOutIsSaidToBe()
    {
        Desk desk;
        desk.rules.preview = racks();
        const RuledThing thing = desk.rules.preview.things.last();
        desk.rules.preview.things = QList<RuledThing>(RulePreview::kMostThings, thing);
        desk.rules.preview.matched = RulePreview::kMostThings;
        auto &page = desk.open<RulesPage>();
        QVERIFY(!desk.text("rules.sum").contains(QStringLiteral("are listed")));
        ++desk.rules.preview.matched;
        desk.rules.preview.all = 9000; // it took too long as well
        page.wake();
        desk.settle();
        QVERIFY(desk.text("rules.sum")
                    .endsWith(QStringLiteral("Only 9 could be looked at in time. The first 500 are listed.")));
    }

    void onlyAnAdminSaves()
    {
        Desk desk;
        desk.commands.description.permissions.removeAll(QStringLiteral("admin"));
        desk.facts->refresh();
        desk.settle();
        desk.open<RulesPage>();
        QCOMPARE(desk.part<QAbstractButton>("rules.save")->toolTip(), QStringLiteral("Needs the role admin"));
    }

    void aKeeperWithoutRulesSaysSo()
    {
        Desk desk;
        desk.rules.refusal = {ErrorKind::Unsupported, Fault::Endpoint, QStringLiteral("None here."), {}};
        desk.open<RulesPage>();
        QVERIFY(desk.page->findChild<QWidget *>(QStringLiteral("rules.empty"))->isVisible());
        QVERIFY(!desk.part<QPlainTextEdit>("rules.text")->isVisible());
    }

    void aBrokenFileIsToldOfWherever()
    {
        Desk desk;
        QCOMPARE(RulesPage::trouble(*desk.facts), QString());
        desk.commands.broken = {{QStringLiteral("/h/label-rules.yaml"), {QStringLiteral("label-rules.yaml:2: x")}}};
        for (int second = 0; second < 11; ++second) {
            desk.clock.advance(std::chrono::seconds(1));
            desk.settle();
        }
        QCOMPARE(RulesPage::trouble(*desk.facts),
                 QStringLiteral("label-rules.yaml:2: x. The rules that held before hold on."));
    }

    void whatMayBeTheSameIsDecidedAndTakenBack()
    {
        using Reason = SameSuggestion::Reason;
        Desk desk;
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
        Desk desk;
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
        Desk desk;
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
        Desk desk;
        desk.commands.description.permissions = {QStringLiteral("view")};
        desk.facts->refresh();
        desk.settle();
        desk.open<SamePage>();
        QVERIFY(desk.part<QAbstractButton>("same.same")->toolTip().startsWith(QStringLiteral("Needs role Operator")));
        QVERIFY(desk.page->findChild<QWidget *>(QStringLiteral("same.empty"))->isVisible());
    }
};

QTEST_MAIN(TestRulesPage)
#include "tst_rulespage.moc"
