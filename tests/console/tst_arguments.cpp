// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/verbs/arguments.h"
#include "tests/testing/test.h"

using namespace graticule;
using namespace Qt::Literals::StringLiterals;

namespace {

VerbSpec verb(const QString &words, const QString &operands = {}, QList<OptionSpec> options = {})
{
    VerbSpec spec;
    spec.words = words.split(u' ', Qt::SkipEmptyParts);
    spec.operands = operands.split(u' ', Qt::SkipEmptyParts);
    spec.options = std::move(options);
    return spec;
}

const QList<OptionSpec> kGlobals{
    {u"help"_s, {}, {}, {}, false}, {u"home"_s, u"DIR"_s, {}, {}, false}, {u"token"_s, u"REF"_s, {}, {}, false}};

const QList<VerbSpec> kVerbs{
    verb({}, {}, {{u"no-lab"_s, {}, {}, {}, false}}),
    verb(u"sites"_s, {}, {{u"json"_s, {}, {}, {}, false}, {u"wait"_s, u"SECONDS"_s, {}, {}, false}}),
    verb(u"connections"_s),
    verb(u"connections pause"_s, u"NAME"_s),
    verb(u"connections remove"_s, u"NAME"_s),
    verb(u"connect"_s, u"TYPE ADDRESS"_s,
         {{u"label"_s, u"K=V"_s, {}, {}, true}, {u"token"_s, u"REF"_s, {}, {}, false}}),
    verb(u"keeper start"_s),
    verb(u"keeper stop"_s),
    verb(u"snapshot"_s, {}, {{u"output"_s, u"FILE"_s, {}, u'o', false}}),
};

/// "verb words | operands | option=value option", or "refused: why".
QString parse(const QString &line)
{
    const auto parsed = parseArguments(kVerbs, kGlobals, line.split(u' ', Qt::SkipEmptyParts));
    if (!parsed)
        return u"refused: "_s + parsed.error().text;
    QStringList options;
    for (auto it = parsed->options.cbegin(); it != parsed->options.cend(); ++it) {
        for (const QString &value : it.value())
            options << (value.isEmpty() ? it.key() : it.key() + u'=' + value);
    }
    return QStringList{parsed->words.join(u' '), parsed->operands.join(u' '), options.join(u' ')}.join(u" | ");
}

} // namespace

class TestArguments : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void understands_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("meaning");
        const auto row = [](const char *line, const char *meaning) {
            QTest::newRow(line) << QString(line) << QString(meaning);
        };
        row("", " |  | ");
        row("--no-lab", " |  | no-lab");
        row("sites --json", "sites |  | json");
        row("--json sites", "sites |  | json");
        row("--home /x sites --wait 3", "sites |  | home=/x wait=3");
        row("sites --wait=3", "sites |  | wait=3");
        row("--wait 3 sites", "sites |  | wait=3");
        row("connections", "connections |  | ");
        row("connections pause dub", "connections pause | dub | ");
        row("connections --home /x pause dub", "connections pause | dub | home=/x");
        row("connect docker unix:///a --label a=1 --label b=2", "connect | docker unix:///a | label=a=1 label=b=2");
        row("connect docker unix:///a --token env:T", "connect | docker unix:///a | token=env:T");
        row("connect -- --docker -", "connect | --docker - | ");
        row("snapshot -o f.png", "snapshot |  | output=f.png");
        row("snapshot -o -", "snapshot |  | output=-");
        row("connections pause --help", "connections pause |  | help");
        row("--help", " |  | help");
        row("keeper --help", "keeper |  | help");
        row("keeper --home /x stop", "keeper stop |  | home=/x");
    }
    void understands()
    {
        QFETCH(QString, line);
        QTEST(parse(line), "meaning");
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *line, const char *why) {
            QTest::newRow(line) << QString(line) << QString(why);
        };
        row("site", "There is no verb \"site\". Did you mean sites?");
        row("frobnicate", "There is no verb \"frobnicate\".");
        row("sites --jsn", "There is no option --jsn here. Did you mean --json?");
        row("sites -j", "There is no option -j here.");
        row("sites --no-lab", "There is no option --no-lab here.");
        row("sites --json=yes", "--json takes no value.");
        row("sites --wait", "--wait needs a value: --wait SECONDS.");
        row("sites --wait 1 --wait 2", "--wait is given twice.");
        row("sites fra1", "sites: \"fra1\" is one word too many.");
        row("connections puase dub", "connections: \"puase\" is not one of pause, remove. Did you mean pause?");
        row("connections pause", "connections pause needs NAME.");
        row("connections pause a b", "connections pause: \"b\" is one word too many.");
        row("--home= sites", "--home is given an empty value; say --home DIR, or leave it out.");
        row("sites --wait=", "--wait is given an empty value; say --wait SECONDS, or leave it out.");
        row("keeper", "keeper needs one of start, stop.");
        row("keeper stpo", "keeper: \"stpo\" is not one of start, stop. Did you mean stop?");
        row("keepr", "There is no verb \"keepr\". Did you mean keeper?");
        row("connect", "connect needs TYPE ADDRESS.");
        row("connect docker", "connect needs ADDRESS.");
    }
    void refuses()
    {
        QFETCH(QString, line);
        QFETCH(QString, why);
        QCOMPARE(parse(line), u"refused: "_s + why);
    }

    void readsPairs()
    {
        Arguments arguments;
        arguments.options = {{u"label"_s, {u"a=1"_s, u"b="_s, u"c=x=y"_s}}, {u"bad"_s, {u"=1"_s}}};
        QCOMPARE(*arguments.pairs(u"label"_s), (QMap<QString, QString>{{"a", "1"}, {"b", ""}, {"c", "x=y"}}));
        QCOMPARE(arguments.pairs(u"bad"_s).error().text, u"--bad: \"=1\" is not of the form key=value."_s);
        QVERIFY(arguments.pairs(u"none"_s)->isEmpty());
    }

    void readsNumbers()
    {
        Arguments arguments;
        arguments.options = {{u"wait"_s, {u"5"_s}}, {u"bad"_s, {u"5 s"_s}}, {u"far"_s, {u"99999999999999999999"_s}}};
        QCOMPARE(*arguments.number(u"wait"_s, 1, 0, 10), 5);
        QCOMPARE(*arguments.number(u"none"_s, 1, 0, 10), 1);
        QCOMPARE(arguments.number(u"bad"_s, 1, 0, 10).error().text,
                 u"--bad: \"5 s\" is not a whole number from 0 to 10."_s);
        QVERIFY(!arguments.number(u"far"_s, 1, 0, 10));
        QVERIFY(!arguments.number(u"wait"_s, 1, 6, 10));
    }
};

QTEST_GUILESS_MAIN(TestArguments)
#include "tst_arguments.moc"
