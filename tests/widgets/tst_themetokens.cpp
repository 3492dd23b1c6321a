// SPDX-License-Identifier: GPL-3.0-or-later
// What the build's graticule-tokens makes of good files, and says of bad ones.
#include "tests/testing/test.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

using namespace graticule;

namespace {

const char *const good = R"({
 "themes": {"dark": {"text": "#E6EBF0", "heat": ["#1A2128"], "series": {"p50": "#FFFFFF"}},
            "light": {"text": "#151B21", "heat": ["#F3F5F7"], "series": {"p50": "#000000"}}},
 "space": {"unit": 4}, "radius": {"chip": 4}, "line": {"icon": 1.5}, "size": {"control": 28},
 "motion": {"fast": 120, "easing": "OutCubic"}, "freshness": {"freshSeconds": 30},
 "font": {"ui": "Roboto", "fallback": ["Noto Sans"], "mono": "JetBrains Mono",
          "scale": {"body": {"px": 13, "line": 20, "weight": 400}}}
})";

struct Outcome
{
    int code = -1;
    QString words;  ///< what it said, without the folder's name
    QString header; ///< tokens.h
    QString dark;   ///< dark.qss
};

} // namespace

class TestThemeTokens : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void coloursGetOneFlatNameAndNumbersTheirType()
    {
        const Outcome made = run(good, "QWidget { color: {{text}}; }");
        QCOMPARE(made.code, 0);
        for (const char *line : {"    Heat0,\n    SeriesP50,\n    Text,\n", "0xe6ebf0, // text", "0x151b21, // text",
                                 "inline constexpr int control = 28;", "inline constexpr double icon = 1.5;",
                                 "inline constexpr Font body{13, 20, 400};", "ui[] = {\"Roboto\", \"Noto Sans\"}"})
            QVERIFY2(made.header.contains(QLatin1String(line)), line);
        QVERIFY(!made.header.contains(QStringLiteral("OutCubic")));
    }

    void templatesAreFilledIn()
    {
        const Outcome made = run(good, "a { color: {{text}}; min-height: {{below:size.control:2}}px; }\n"
                                       "b { image: url({{icon:dot:heat0:2}}); }");
        QCOMPARE(made.dark, QStringLiteral("a { color: #e6ebf0; min-height: 26px; }\n"
                                           "b { image: url(:/graticule/style/dot-2-1a2128.svg); }\n"));
    }

    void highContrastExchangesColours()
    {
        const Outcome made =
            run(QByteArray(good).replace("\"space\"", "\"contrast\": {\"heat0\": \"text\"}, \"space\""), {});
        QCOMPARE(made.code, 0);
        QVERIFY(made.header.contains(QStringLiteral("darkContrast{\n    0xe6ebf0, // heat0\n")));
        QVERIFY(made.header.contains(QStringLiteral("dark{\n    0x1a2128, // heat0\n")));
    }

    void mistakesAreNamed_data()
    {
        QTest::addColumn<QByteArray>("tokens");
        QTest::addColumn<QByteArray>("style");
        QTest::addColumn<QString>("words");
        const QByteArray fine(good);
        const QByteArray no;
        QTest::newRow("not JSON") << QByteArray("{\"themes\": ") << no
                                  << QStringLiteral("tokens.json: byte 11: unterminated object");
        QTest::newRow("empty") << QByteArray("{}") << no << QStringLiteral("section \"themes\" is missing");
        QTest::newRow("a colour of one theme only")
            << QByteArray(fine).replace("\"text\": \"#151B21\", ", "") << no
            << QStringLiteral("themes.dark and themes.light must name the same colours");
        QTest::newRow("not a colour") << QByteArray(fine).replace("#E6EBF0", "reddish") << no
                                      << QStringLiteral("colour text is \"reddish\", expected #RRGGBB in capitals");
        QTest::newRow("no sizes") << QByteArray(fine).replace("\"size\"", "\"sizes\"") << no
                                  << QStringLiteral("section \"size\" is missing");
        QTest::newRow("contrast without a colour")
            << QByteArray(fine).replace("\"space\"", "\"contrast\": {\"text\": \"txet\"}, \"space\"") << no
            << QStringLiteral("contrast: there is no colour \"txet\"");
        QTest::newRow("unknown token") << fine << QByteArray("a {}\nb { color: {{txet}}; }")
                                       << QStringLiteral("style.qss.in: line 2: there is no token \"txet\"");
        QTest::newRow("unknown icon") << fine << QByteArray("a { image: url({{icon:unicorn:text:2}}); }")
                                      << QStringLiteral("line 1: there is no icon \"unicorn\"");
    }

    void mistakesAreNamed()
    {
        QFETCH(QByteArray, tokens);
        QFETCH(QByteArray, style);
        QFETCH(QString, words);
        const Outcome made = run(tokens, style);
        QCOMPARE(made.code, 1);
        QVERIFY2(made.words.contains(words), qPrintable(made.words));
    }

private:
    static void write(const QString &path, const QByteArray &text)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    static QString read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

    static Outcome run(const QByteArray &tokens, const QByteArray &style)
    {
        const QTemporaryDir folder;
        const QDir dir(folder.path());
        dir.mkpath(QStringLiteral("icons"));
        dir.mkpath(QStringLiteral("out"));
        write(dir.filePath(QStringLiteral("tokens.json")), tokens);
        write(dir.filePath(QStringLiteral("style.qss.in")), style);
        write(dir.filePath(QStringLiteral("icons/dot.svg")), "<svg stroke=\"currentColor\"/>");
        QProcess tool;
        tool.setWorkingDirectory(dir.path());
        tool.start(
            QDir(QFile::decodeName(qgetenv("GRATICULE_BIN"))).filePath(QStringLiteral("../tools/graticule-tokens")),
            {QStringLiteral("tokens.json"), QStringLiteral("style.qss.in"), QStringLiteral("icons"),
             QStringLiteral("out")});
        if (!tool.waitForFinished())
            return {-1, tool.errorString(), {}, {}};
        return {tool.exitCode(), QString::fromLocal8Bit(tool.readAllStandardError()),
                read(dir.filePath(QStringLiteral("out/tokens.h"))), read(dir.filePath(QStringLiteral("out/dark.qss")))};
    }
};

QTEST_GUILESS_MAIN(TestThemeTokens)
#include "tst_themetokens.moc"
