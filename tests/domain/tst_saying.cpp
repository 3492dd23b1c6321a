// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/saying.h"
#include "tests/testing/test.h"

#include <QSet>

using namespace graticule;

class TestSaying : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void aReasonIsSaidInEnglishAndCarriesWhatItIsMadeOf()
    {
        const Reason reason =
            saidReason("node.down", {QStringLiteral("2"), QStringLiteral("5"), QStringLiteral("a, b")});
        QCOMPARE(reason.code, QStringLiteral("node.down"));
        QCOMPARE(reason.text, QStringLiteral("2 of 5 nodes down (a, b)"));
        QCOMPARE(reason.arguments.join(QLatin1Char('|')), QStringLiteral("2|5|a, b"));
    }

    void lengthsAndTimesAreWrittenOut()
    {
        const Instant at = instantFromIso(QStringLiteral("2026-11-22T09:14:32Z"));
        const auto said = [](const char *code, const QStringList &arguments) {
            return saidError(ErrorKind::TimedOut, Fault::Endpoint, code, arguments).text;
        };
        QCOMPARE(said("session.silent", {QStringLiteral("db1"), argument(at)}),
                 QStringLiteral("db1 has not answered since 09:14:32 UTC."));
        QCOMPARE(said("session.not-listed", {QStringLiteral("db1"), argument(Milliseconds(90'000))}),
                 QStringLiteral("db1 answers, but has not listed what it runs for 1 min 30 s."));
        QCOMPARE(said("tls.expired", {QStringLiteral("db1"), argument(at), QStringLiteral("\"db\"")}),
                 QStringLiteral("The certificate of db1 expired on 2026-11-22 (\"db\"). It has to be renewed there."));
    }

    void whatAPlatformSaysCannotReachIntoTheSentence()
    {
        QCOMPARE(filled(QStringLiteral("%1: %2, 100 %"), {QStringLiteral("%2"), QStringLiteral("b")}),
                 QStringLiteral("%2: b, 100 %"));
        Error error{ErrorKind::Unreachable, Fault::Network, QStringLiteral("a\u001Fb")};
        QCOMPARE(fromNested(nested(error)).text, QStringLiteral("a b"));
    }

    void anErrorFitsIntoAReason()
    {
        const Error error = saidError(ErrorKind::Unreachable, Fault::Network, "net.no-route", {QStringLiteral("db1")});
        const Reason reason = saidReason("connection.unreachable", {QStringLiteral("dub"), nested(error)});
        QCOMPARE(reason.text, error.text);
        const Error back = fromNested(reason.arguments.at(1));
        QCOMPARE(back.code, error.code);
        QCOMPARE(back.arguments, error.arguments);
        QCOMPARE(fromNested(QStringLiteral("plain words")).text, QStringLiteral("plain words"));
    }

    void everySayingHasAPlaceForEachOfItsArguments()
    {
        QSet<QString> seen;
        for (const Saying &saying : allSayings()) {
            const QString text = QString::fromUtf8(saying.text);
            const qsizetype count = qsizetype(qstrlen(saying.kinds));
            const QString key = QStringLiteral("%1/%2").arg(QLatin1String(saying.code)).arg(count);
            QVERIFY2(!seen.contains(key), qPrintable(key));
            seen.insert(key);
            QCOMPARE(sayingOf(QLatin1String(saying.code), count), &saying);
            for (qsizetype i = 1; i <= 9; ++i) {
                const bool isNamed = text.contains(QStringLiteral("%%1").arg(i));
                const bool isNeeded = i <= count && saying.kinds[i - 1] != kMark &&
                                      text != QLatin1String("%2"); // the nested one tells all
                QVERIFY2(isNamed == isNeeded || text == QLatin1String("%2"), qPrintable(key + QLatin1Char(' ') + text));
            }
        }
        QVERIFY(!sayingOf(QStringLiteral("nobody.says-this"), 0));
        QVERIFY(!sayingOf(QStringLiteral("node.down"), 9));
    }
};

QTEST_GUILESS_MAIN(TestSaying)
#include "tst_saying.moc"
