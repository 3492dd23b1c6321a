// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testing/test.h"
#include "tests/ui/rulesdesk.h"
#include "ui/rules/rulespage.h"

#include <QAbstractButton>
#include <QLabel>
#include <QPlainTextEdit>

using namespace graticule;
using testing::RulesDesk;

namespace {

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

} // namespace

/// The page of the label rules.
class TestRulesPage : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatTheRulesMatchNow()
    {
        RulesDesk desk;
        desk.rules.preview = racks();
        desk.rules.file.rules = {QStringLiteral("racks"), QStringLiteral("shops")};
        desk.open<RulesPage>();
        QCOMPARE(desk.text("rules.state"), QStringLiteral("2 rules in force"));
        QCOMPARE(desk.text("rules.sum"), QStringLiteral("As it is: 2 of 9 nodes, services and data match."));
        QCOMPARE(
            desk.rows("rules.counts"),
            QStringLiteral("All rules |  | 2 | 1\nracks | site: fra-2 on 2 nodes | 2 | 1\nshops | nothing | 1 | 0"));
        QCOMPARE(desk.rows("rules.things"),
                 QStringLiteral("n1 | Node | fra | dc=fra-2 | site: docker-1 | site: fra-2\n"
                                "web | Service | fra | dc=fra-2 | not by rules | Stays as it is"));
        auto *counts = desk.part<QTableView>("rules.counts");
        counts->setCurrentIndex(counts->model()->index(2, 0));
        QVERIFY(desk.rows("rules.things").startsWith(QStringLiteral("web |")));
    }

    void whatIsWrittenIsTriedAndThenSaved()
    {
        RulesDesk desk;
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
        RulesDesk desk;
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
        RulesDesk desk;
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
        RulesDesk desk;
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
        RulesDesk desk;
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
        RulesDesk desk;
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
        RulesDesk desk;
        desk.commands.description.permissions.removeAll(QStringLiteral("admin"));
        desk.facts->refresh();
        desk.settle();
        desk.open<RulesPage>();
        QCOMPARE(desk.part<QAbstractButton>("rules.save")->toolTip(), QStringLiteral("Needs the role admin"));
    }

    void aKeeperWithoutRulesSaysSo()
    {
        RulesDesk desk;
        desk.rules.refusal = {ErrorKind::Unsupported, Fault::Endpoint, QStringLiteral("None here."), {}};
        desk.open<RulesPage>();
        QVERIFY(desk.page->findChild<QWidget *>(QStringLiteral("rules.empty"))->isVisible());
        QVERIFY(!desk.part<QPlainTextEdit>("rules.text")->isVisible());
    }

    void aBrokenFileIsToldOfWherever()
    {
        RulesDesk desk;
        QCOMPARE(RulesPage::trouble(*desk.facts), QString());
        desk.commands.broken = {{QStringLiteral("/h/label-rules.yaml"), {QStringLiteral("label-rules.yaml:2: x")}}};
        for (int second = 0; second < 11; ++second) {
            desk.clock.advance(std::chrono::seconds(1));
            desk.settle();
        }
        QCOMPARE(RulesPage::trouble(*desk.facts),
                 QStringLiteral("label-rules.yaml:2: x. The rules that held before hold on."));
    }
};

QTEST_MAIN(TestRulesPage)
#include "tst_rulespage.moc"
