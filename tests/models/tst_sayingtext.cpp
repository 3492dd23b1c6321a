// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/saying.h"
#include "models/sayingtext.h"
#include "tests/models/modeltext.h"
#include "tests/testing/brackets.h"
#include "tests/testing/test.h"

using namespace graticule;
using testing::plain;

namespace {

/// One argument of each kind, as the wire has it.
QString sample(char kind)
{
    switch (kind) {
    case kCount:
        return QStringLiteral("3");
    case kLength:
    case kExactLength:
        return QStringLiteral("3000");
    case kDay:
    case kClock:
        return QStringLiteral("1795338872000");
    case kNested:
        return nested(saidError(ErrorKind::Unreachable, Fault::Network, "net.no-route", {QStringLiteral("db1")}));
    default:
        return QStringLiteral("words");
    }
}

} // namespace

class TestSayingText : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void theConsoleSaysAllThatAKeeperSays()
    {
        for (const Saying &saying : allSayings()) {
            QStringList arguments;
            for (const char *kind = saying.kinds; *kind; ++kind)
                arguments << sample(*kind);
            const Reason reason = saidReason(saying.code, arguments);
            QString english = reason.text; // days are written another way on screen
            english.replace(QStringLiteral("2026-11-22"), QStringLiteral("22 Nov 2026"));
            QCOMPARE(plain(SayingText::of(reason)), english);
        }
    }

    void inTheReadersLanguageAndUnits()
    {
        const testing::Brackets brackets;
        QCOMPARE(
            plain(SayingText::of(saidReason("replica.lagging", {QStringLiteral("orders"), QStringLiteral("95000")}))),
            QStringLiteral("[orders: the copy here is 1 min 35 s behind]"));
        QCOMPARE(plain(SayingText::of(saidReason(
                     "link.slow", {QStringLiteral("iad1"), QStringLiteral("12400"), QStringLiteral("140")}))),
                 QStringLiteral("[slow to iad1: 12 400 ms, limit 140 ms]"));
        const Error error =
            saidError(ErrorKind::Unreachable, Fault::Network, "net.connect-timeout", {QStringLiteral("db1")});
        QVERIFY(SayingText::of(saidReason("connection.unreachable", {QStringLiteral("dub"), nested(error)}))
                    .startsWith(QLatin1String(
                        "[[db1 did not answer"))); // the sentence around it has words of its own in no language
    }

    void phrasesAreKnownByTheirWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *text, const char *said) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(said);
        };
        row("restarted 3 times", "[restarted 3 times]");
        row("stopped (exited with code 143)", "[stopped ([exited with code 143])]");
        row("exited with code 3, restarted 7 times", "[[exited with code 3], restarted 7 times]");
        row("1 of 3 ready; web-2: killed: out of memory", "[1 of 3 ready; web-2: [killed: out of memory]]");
        row("its clock is 1 h 2 min ahead", "[its clock is 1 h 2 min ahead]");
        // Of an incident file, whose keeper wrote them down in English.
        row("History begins at 2026-03-03T09:00:00.000Z; what was before is not known.",
            "[History begins at 2026-03-03T09:00:00.000Z; what was before is not known.]");
        row("prod (incident file, signature holds)", "[prod (incident file, signature holds)]");
        row("Only sites fra1, dub1, and what belongs to them.", "[Only sites fra1, dub1, and what belongs to them.]");
        row("12 series are left out: a file holds 500 samples at most.",
            "[12 series are left out: a file holds 500 samples at most.]");
        // A platform's own words, and what only looks alike.
        row("restarted many times", "restarted many times");
        row("restarted 3 times a day", "restarted 3 times a day");
        row("disk pressure", "disk pressure");
        row("", "");
    }
    void phrasesAreKnownByTheirWords()
    {
        QFETCH(QString, text);
        const testing::Brackets brackets;
        const QString said = SayingText::ofPhrase(text);
        QTEST(said, "said");
    }

    void everyPhraseIsFoundAgain()
    {
        for (const Saying &saying : allSayings()) {
            if (!QLatin1String(saying.code).startsWith(QLatin1String("phrase.")))
                continue;
            QStringList arguments;
            for (const char *kind = saying.kinds; *kind; ++kind)
                arguments << (*kind == kPhrase ? QStringLiteral("paused") : sample(*kind));
            QCOMPARE(SayingText::ofPhrase(inEnglish(saying, arguments)), inEnglish(saying, arguments));
        }
    }

    /// "n1: disk failure" is a name and a phrase.
    void whatIsSaidOfSomethingByNameIsKnownToo()
    {
        const Reason down =
            saidReason("node.down", {QStringLiteral("1"), QStringLiteral("4"), QStringLiteral("n1: disk failure")});
        QCOMPARE(SayingText::of(down), QStringLiteral("1 of 4 nodes down (n1: disk failure)"));
        QCOMPARE(SayingText::ofPhrase(QStringLiteral("disk failure")), QStringLiteral("disk failure"));
    }

    void whatANewerKeeperSaysIsShownAsItSaysIt()
    {
        QCOMPARE(SayingText::of(Reason{QStringLiteral("moon.full"), QStringLiteral("The moon is full."), {}}),
                 QStringLiteral("The moon is full."));
        const Reason more{QStringLiteral("link.down"),
                          QStringLiteral("no way to a, for 3 h"),
                          {QStringLiteral("a"), QStringLiteral("3"), QStringLiteral("h")}};
        QCOMPARE(SayingText::of(more), more.text);
        QCOMPARE(SayingText::of(Error{ErrorKind::Invalid, Fault::Input, QStringLiteral("name: is missing")}),
                 QStringLiteral("name: is missing"));
        // What is no number where one is due is shown, too.
        QCOMPARE(
            SayingText::of(Reason{QStringLiteral("more"), QStringLiteral("and many more"), {QStringLiteral("many")}}),
            QStringLiteral("and many more"));
    }
};

QTEST_GUILESS_MAIN(TestSayingText)
#include "tst_sayingtext.moc"
