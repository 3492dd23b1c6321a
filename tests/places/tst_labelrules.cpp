// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/places/labelrules.h"
#include "tests/testing/processortimer.h"
#include "tests/testing/test.h"

using namespace graticule;

class TestLabelRules : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void setsLabels();
    void previewSaysWhatEachRuleDoes();
    void namesEveryMistake_data();
    void namesEveryMistake();
    void keepsTheRulesWithoutMistake();
    void survivesHostileFiles();
    void aliasesMultiplyNothing_data();
    void aliasesMultiplyNothing();
    void valuesFilledInAreBounded();
    void globs_data();
    void globs();
    void globsAreNotDear();
};

namespace {

constexpr char kRules[] = R"yaml(rules:
  - name: racks
    match: { com.example/dc: "fra-*", com.example/env: prod }
    set:
      graticule.dev/site: "${com.example/dc}"
      graticule.dev/country: DE
  - name: owners
    match: { team: "*" }
    set: { graticule.dev/owner: "${team} (${cost-centre})", graticule.dev/region: "EMEA" }
  - name: late
    match: { team: "*" }
    set: { graticule.dev/region: "World" }
)yaml";

LabelRules rules()
{
    return LabelRules::parse(kRules, QStringLiteral("rules.yaml")).rules;
}

/// "racks: graticule.dev/country=DE | note"
QStringList text(const std::vector<LabelRules::Outcome> &outcomes)
{
    QStringList lines;
    for (const LabelRules::Outcome &outcome : outcomes) {
        QStringList parts;
        for (auto it = outcome.set.begin(); it != outcome.set.end(); ++it)
            parts.append(it.key() + u'=' + it.value());
        parts.append(outcome.notes);
        lines.append(outcome.rule + (outcome.matched ? ": " : " (no match): ") + parts.join(QStringLiteral(" | ")));
    }
    return lines;
}

} // namespace

void TestLabelRules::setsLabels()
{
    const Labels labels{{"com.example/dc", "fra-2"}, {"com.example/env", "prod"}, {"graticule.dev/country", "AT"}};
    Labels expected = labels;
    expected.insert("graticule.dev/site", "fra-2"); // the country was there already and stays
    QCOMPARE(rules().applied(labels), expected);
    QCOMPARE(rules().applied({}), Labels());
    QCOMPARE(LabelRules().applied(labels), labels);
}

void TestLabelRules::previewSaysWhatEachRuleDoes()
{
    QCOMPARE(text(rules().preview({{"com.example/dc", "muc-1"}, {"team", "data"}})),
             (QStringList{
                 "racks (no match): ",
                 "owners: graticule.dev/region=EMEA | graticule.dev/owner is not set: there is no label cost-centre",
                 "late: graticule.dev/region is set already"}));
}

void TestLabelRules::namesEveryMistake_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *title, const char *yaml, const QStringList &expected) {
        QTest::newRow(title) << QByteArray(yaml) << expected;
    };
    row("empty", "", {});
    row("no rules", "rules: []", {});
    row("no YAML", "rules: [", {"r.yaml:1: YAML: end of sequence flow not found"});
    row("a list", "- a", {"r.yaml:1: file: must be a map with the list \"rules\""});
    row("other key", "rulez: []", {"r.yaml:1: rulez: is not known here; the file has one list, \"rules\""});
    row("rules are a map", "rules: {a: b}", {"r.yaml:1: rules: must be a list"});
    row("a rule is a text", "rules:\n- hello", {"r.yaml:2: rules[0]: must be a map with name, match and set"});
    row("unknown field", "rules:\n- name: a\n  match: {a: b}\n  sets: {}",
        {"r.yaml:4: rules[0].sets: is not known; a rule has name, match and set"});
    row("all missing", "rules:\n- {}",
        {"r.yaml:2: rules[0].name: is missing", "r.yaml:2: rules[0].match: names no label",
         "r.yaml:2: rules[0].set: sets nothing"});
    row("foreign key", "rules:\n- name: a\n  match: {a: b}\n  set: {site: x}",
        {"r.yaml:4: rules[0].set: \"site\" is not below graticule.dev/"});
    row("a label that nobody reads", "rules:\n- name: a\n  match: {a: b}\n  set: {graticule.dev/sight: x}",
        {"r.yaml:4: rules[0].set: \"graticule.dev/sight\" is no label that is read here"});
    row("nested", "rules:\n- name: a\n  match: {a: [b]}\n  set: {graticule.dev/site: x}",
        {"r.yaml:3: rules[0].match[\"a\"]: must be a text"});
    row("match is a text", "rules:\n- name: a\n  match: b\n  set: {graticule.dev/site: x}",
        {"r.yaml:3: rules[0].match: must be a map of label and text"});
    row("two rules, two mistakes", "rules:\n- 1\n- 2",
        {"r.yaml:2: rules[0]: must be a map with name, match and set",
         "r.yaml:3: rules[1]: must be a map with name, match and set"});
}

void TestLabelRules::namesEveryMistake()
{
    QFETCH(QByteArray, yaml);
    QTEST(LabelRules::parse(yaml, QStringLiteral("r.yaml")).mistakes, "expected");
}

void TestLabelRules::keepsTheRulesWithoutMistake()
{
    const auto parsed = LabelRules::parse("rules:\n- 1\n- {name: a, match: {b: c}, set: {graticule.dev/site: d}}",
                                          QStringLiteral("r.yaml"));
    QCOMPARE(parsed.mistakes.size(), 1);
    QCOMPARE(parsed.rules.rules().size(), size_t(1));
    QCOMPARE(parsed.rules.rules().front().name, QStringLiteral("a"));
}

void TestLabelRules::survivesHostileFiles()
{
    const auto mistakes = [](const QByteArray &yaml) {
        return LabelRules::parse(yaml, QStringLiteral("r.yaml")).mistakes;
    };
    QCOMPARE(mistakes(QByteArray(1'000'001, 'a')), QStringList{"r.yaml: larger than 1 MB; split it"});
    const QByteArray nodes = "{" + QByteArray("a,").repeated(400'000) + "}"; // took 500 MB
    QCOMPARE(mistakes(nodes), QStringList{"r.yaml:1: YAML: more than 200000 keys and values; split it"});
    QVERIFY(!mistakes(QByteArray(100'000, '[')).isEmpty());
    QVERIFY(!mistakes(QByteArray("\0\xff\xfe\x80", 4)).isEmpty());
    QVERIFY(!mistakes("rules: &a [*a]").isEmpty());
    QVERIFY(!mistakes("rules:\n- name: " + QByteArray(2000, 'n')).isEmpty());
    QVERIFY(!mistakes("? {a: b}\n: c").isEmpty());
    // A rule that stands for thousands by its alias, and labels without end.
    QByteArray many = "rules:\n- &a {name: n, match: {b: c}, set: {graticule.dev/site: d}}\n";
    for (int i = 0; i < 10'000; ++i)
        many += "- *a\n";
    QCOMPARE(mistakes(many), QStringList{"r.yaml:2: rules: has more than 500; those beyond are not read"});
    QByteArray wide = "rules:\n- name: n\n  set: {graticule.dev/site: d}\n  match:\n";
    for (int i = 0; i < 65; ++i)
        wide += "    k" + QByteArray::number(i) + ": v\n";
    QCOMPARE(mistakes(wide), QStringList{"r.yaml:5: rules[0].match: has more than 64 labels"});
    // Values of labels may be anything at all.
    const Labels huge{{"team", QString(5'000'000, u'x')}, {"cost-centre", QString(QChar(0xD800))}};
    QVERIFY(rules().applied(huge).value("graticule.dev/owner").size() < 2000);
}

void TestLabelRules::aliasesMultiplyNothing_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QString>("last");
    const QString many = QStringLiteral(" too many mistakes; what follows was not read");
    const QString vast = QStringLiteral(" stands for more than 1 MB by its aliases");
    const auto labels = [](int count, qsizetype length) {
        QByteArray text;
        for (int i = 0; i < count; ++i)
            text += "\n    ? k" + QByteArray::number(i) + QByteArray(length, 'k') + "\n    : v";
        return text;
    };
    QTest::newRow("long keys of labels") << "name: n\n  match:" + labels(30, 14'000) + "\n  set:" + labels(30, 14'000)
                                         << vast;
    QTest::newRow("one vast key") << "? " + QByteArray(900'000, 'k') + "\n  : 1" << vast;
    QTest::newRow("a mistake each") << QByteArray("x: 1") << many;
    QTest::newRow("long and many values")
        << "name: n\n  set: {graticule.dev/site: x}\n  match:" + labels(60, 300) << vast;
    QTest::newRow("the same field without end") << "name: n" + QByteArray("\n  match: {}").repeated(20'000) << vast;
}

void TestLabelRules::aliasesMultiplyNothing()
{
    QFETCH(QByteArray, rule);
    QFETCH(QString, last);
    const QByteArray yaml =
        "rules:\n- &a\n  " + rule + '\n' + QByteArray("- *a\n").repeated(LabelRules::kMostRules - 1);
    const LabelRules::Parsed parsed = LabelRules::parse(yaml, QStringLiteral("r.yaml"));
    qsizetype said = 0;
    for (const QString &mistake : parsed.mistakes)
        said += mistake.size();
    QVERIFY2(said < 100'000, qPrintable(QString::number(said)));
    QVERIFY(parsed.mistakes.size() <= 101);
    QCOMPARE(parsed.mistakes.last().section(u':', -1), last);
}

void TestLabelRules::valuesFilledInAreBounded()
{
    const QByteArray pattern = QByteArray("${v}").repeated(250);
    const auto parsed =
        LabelRules::parse("rules:\n- name: n\n  match: {v: '*'}\n  set: {graticule.dev/site: '" + pattern + "'}",
                          QStringLiteral("r.yaml"));
    QCOMPARE(parsed.mistakes, QStringList());
    const Labels vast{{"v", QString(1'000'000, u'x')}};
    QCOMPARE(parsed.rules.added(vast).value("graticule.dev/site").size(), 1000);
    QCOMPARE(parsed.rules.added({{"v", "ab"}}).value("graticule.dev/site").size(), 500);
}

void TestLabelRules::globs_data()
{
    QTest::addColumn<QString>("glob");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("matches");
    const auto row = [](const char *glob, const char *text, bool matches) {
        QTest::addRow("%s on %s", glob, text) << QString::fromLatin1(glob) << QString::fromLatin1(text) << matches;
    };
    row("", "", true);
    row("", "a", false);
    row("*", "", true);
    row("a", "a", true);
    row("a", "A", false);
    row("a", "ab", false);
    row("fra-*", "fra-", true);
    row("fra-?", "fra-", false);
    row("*-prod", "web-prod", true);
    row("*-prod", "web-prod-2", false);
    row("a*b*c", "axxbyyc", true);
    row("a*b*c", "axxcyyb", false);
    row("**", "x", true);
    row("[a]", "a", false);
}

void TestLabelRules::globs()
{
    QFETCH(QString, glob);
    QFETCH(QString, text);
    QTEST(globMatches(glob, text), "matches");
}

void TestLabelRules::globsAreNotDear()
{
    testing::ProcessorTimer timer;
    timer.start();
    QVERIFY(!globMatches(QStringLiteral("*a").repeated(50) + u'b', QString(1000, u'a')));
    QVERIFY2(timer.elapsed() < 1000, "the classic bad case of backtracking");
}

QTEST_GUILESS_MAIN(TestLabelRules)
#include "tst_labelrules.moc"
