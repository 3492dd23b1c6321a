// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/records/recordscript.h"
#include "tests/testing/test.h"

using namespace graticule;
using graticule::testing::RecordScript;

namespace {

Error notAllowed(const char *code = "keeper.needs-role")
{
    return {ErrorKind::Refused, Fault::NotAllowed, QStringLiteral("Needs a role."), {}, QLatin1String(code), {}};
}

Actor person(int number)
{
    return {QStringLiteral("p%1").arg(number), QStringLiteral("certificate"), QString::number(number), {}};
}

/// What is told of acts, newest first: "alice connection.pause a refused 400 times more (not-allowed)".
QString told(const RecordScript &script)
{
    QStringList lines;
    RecordNames names(script.place().names());
    (void)names.read();
    (void)RecordReader(script.place().record(), names).read({}, [&](const RecordedAct &act) {
        if (act.outcome == ActOutcome::Refused)
            lines.append(
                QStringList{act.who, act.act.verb, act.act.targetName, endOf(act)}.join(QLatin1Char(' ')).simplified());
        return true;
    });
    return lines.join(QLatin1Char('\n'));
}

} // namespace

/// What is refused before anything begins: recorded once, and then as a number.
class TestRefusals : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstOfEachKindIsWrittenAndTheRestCounted()
    {
        RecordScript script;
        for (int i = 0; i < 401; ++i)
            script.record->refused(RecordScript::alice(), RecordScript::pausing("a"), notAllowed());
        script.record->refused(RecordScript::alice(), RecordScript::pausing("b"), notAllowed());
        script.record->flush();
        QCOMPARE(told(script), QStringLiteral("alice connection.pause b refused (not-allowed)\n"
                                              "alice connection.pause a refused (not-allowed)"));
        script.now += Refusals::kFirst;
        script.record->flush();
        QCOMPARE(told(script).section(QLatin1Char('\n'), 0, 0),
                 QStringLiteral("alice connection.pause a refused 400 times more (not-allowed)"));
        QVERIFY(script.check(script.bytes(), script.place().heads()).contains(QLatin1String("as they were")));
    }

    /// The number stands under the name that the keeper knows, not the id that the caller sent.
    void theNumberHasTheNameOfTheFirst()
    {
        RecordScript script;
        Act asked = RecordScript::pausing("a");
        asked.targetName.clear();
        for (int i = 0; i < 3; ++i) {
            if (script.record->isFirstRefusal(RecordScript::alice(), asked, notAllowed()))
                script.record->writeRefused({RecordScript::alice(), RecordScript::pausing("a"), notAllowed()}, asked);
        }
        script.now += Refusals::kFirst;
        script.record->flush();
        QCOMPARE(told(script), QStringLiteral("alice connection.pause a refused 2 times more (not-allowed)\n"
                                              "alice connection.pause a refused (not-allowed)"));
    }

    void whoGoesOnIsWrittenDownLessOften()
    {
        RecordScript script;
        const auto begun = script.record->state().number;
        const auto until = script.now + std::chrono::hours(24);
        for (; script.now < until; script.now += std::chrono::seconds(5)) {
            for (int i = 0; i < 10; ++i)
                script.record->refused(RecordScript::alice(), RecordScript::pausing("a"), notAllowed());
            script.record->flush();
        }
        const auto written = script.record->state().number - begun;
        QVERIFY2(written > 90 && written < 110, qPrintable(QString::number(written)));
    }

    void nothingIsLostWhenTheKeeperEnds()
    {
        RecordScript script;
        for (int i = 0; i < 3; ++i)
            script.record->refused(RecordScript::alice(), RecordScript::pausing("a"), notAllowed());
        script.open();
        QVERIFY(told(script).startsWith(QLatin1String("alice connection.pause a refused 2 times more")));
    }

    /// What cannot be written has a bound, and its number has none.
    void whatTheDiskDoesNotTakeIsCounted()
    {
        RecordScript script;
        const QString away = script.path("away");
        QVERIFY(QDir().rename(script.place().directory, away));
        RecordScript::write(script.place().directory, "in the way");
        const QString text(1'000'000, QLatin1Char('x'));
        for (int i = 0; i < 100; ++i) {
            for (int kind = 0; kind < int(Refusals::kKinds); ++kind) {
                Act act = RecordScript::pausing("a");
                act.target = QString::number(kind);
                act.place = text;
                script.record->refused(person(i), act, notAllowed());
            }
        }
        QVERIFY(!script.record->state().trouble.isEmpty());
        QVERIFY(QFile::remove(script.place().directory));
        QVERIFY(QDir().rename(away, script.place().directory));
        const auto act = script.record->begin(RecordScript::alice(), RecordScript::pausing("b"));
        QVERIFY2(act && *act < 100, "an act waits for all that is made up for");
        script.now += Refusals::kFirst;
        script.record->flush();
        QCOMPARE(script.record->state().trouble, QString());
        script.record.reset();
        quint64 counted = 0;
        RecordNames names(script.place().names());
        QVERIFY(names.read());
        ActQuery refused;
        refused.outcomes = {ActOutcome::Refused};
        refused.most = 10'000;
        (void)RecordReader(script.place().record(), names).read(refused, [&](const RecordedAct &one) {
            counted += one.times;
            return true;
        });
        QCOMPARE(counted, quint64(100 * Refusals::kKinds));
    }

    /// Who is refused chooses what it is called.
    void whatIsTooLongForALineKeepsNothingElseOut()
    {
        RecordScript script;
        Act act = RecordScript::pausing("a");
        const QString text(100, QChar(1)); // each takes six bytes
        for (int i = 0; i < Act::kMostFields; ++i)
            act.fields << text;
        script.record->refused(RecordScript::alice(), act, notAllowed());
        script.record->refused(RecordScript::alice(), RecordScript::pausing("b"), notAllowed());
        QCOMPARE(told(script), QStringLiteral("alice connection.pause b refused (not-allowed)\n"
                                              "alice connection.pause a refused (not-allowed)"));
        QCOMPARE(script.record->state().trouble, QString());
        const auto begun = script.record->begin(RecordScript::alice(), act); // that is refused, and nothing else
        QVERIFY(!begun && begun.error().text.startsWith(QLatin1String("This is too long to be recorded.")));
        QCOMPARE(script.record->state().trouble, QString());
    }

    void manyKindsAndManyPeopleAreNumbersToo()
    {
        Refusals refusals;
        const Instant now = instantFromMs(1'000'000);
        size_t written = 0;
        for (int i = 0; i < 1000; ++i) {
            Act act = RecordScript::pausing("a");
            act.target = QString::number(i);
            written += refusals.isFirst(person(0), act, notAllowed(), now) ? 1 : 0;
        }
        QCOMPARE(written, Refusals::kKinds);
        for (int i = 1; i < 1000; ++i)
            written += refusals.isFirst(person(i), RecordScript::pausing("a"), notAllowed(), now) ? 1 : 0;
        QCOMPARE(written, Refusals::kKinds + Refusals::kPersons - 1);
        quint64 counted = 0;
        for (const Refusal &one : refusals.due(now + Refusals::kFirst)) {
            QCOMPARE(one.act.verb, QLatin1String(Refusals::kOthers));
            counted += one.times;
        }
        QCOMPARE(counted + written, quint64(1999)); // every one of them
        QVERIFY(refusals.due(now + Refusals::kFirst * 3).isEmpty());
        QVERIFY(refusals.isFirst(person(0), RecordScript::pausing("a"), notAllowed(), now + Refusals::kFirst * 4));
    }

    /// Else a day of it would be a record of nothing else.
    void whoTriesAnotherThingEachTimeIsWrittenDownLessOften()
    {
        Refusals refusals;
        Instant now = instantFromMs(1'000'000);
        size_t written = 0;
        for (int i = 0; i < 24 * 60 * int(Refusals::kKinds); ++i) {
            Act act = RecordScript::pausing("a");
            act.target = QString::number(i);
            written += refusals.isFirst(person(0), act, notAllowed(), now) ? 1 : 0;
            if ((i + 1) % int(Refusals::kKinds) == 0)
                (void)refusals.due(now += Refusals::kFirst);
        }
        QVERIFY2(written < 110 * Refusals::kKinds, qPrintable(QString::number(written)));
    }

    /// Who is refused chooses how long texts are.
    void noMoreIsKeptThanIsRecorded()
    {
        Refusals refusals;
        const Instant now = instantFromMs(1'000'000);
        const QString text(1'000'000, QLatin1Char('x'));
        Act act = RecordScript::pausing("a");
        act.verb = act.target = act.targetName = text;
        act.fields = {text};
        act.arguments = {{QStringLiteral("replicas"), text}, {text, text}};
        for (int i = 0; i < 2; ++i)
            (void)refusals.isFirst(person(0), act, notAllowed(), now);
        const QList<Refusal> told = refusals.due(now + Refusals::kFirst);
        QCOMPARE(told.size(), 1);
        const Act &kept = told.first().act;
        QCOMPARE(kept.verb.size() + kept.target.size() + kept.targetName.size() + kept.fields.first().size(),
                 4 * Act::kLongestText);
        QCOMPARE(kept.arguments.keys(), QStringList{QStringLiteral("replicas")});
        QCOMPARE(kept.arguments.first().size(), Act::kLongestText);
    }

    void aClockThatIsSetBackHoldsNothingUp()
    {
        Refusals refusals;
        const Instant now = instantFromMs(10'000'000);
        for (int i = 0; i < 2; ++i)
            (void)refusals.isFirst(person(0), RecordScript::pausing("a"), notAllowed(), now);
        QCOMPARE(refusals.due(now - std::chrono::hours(1)).size(), 1);
    }

    void aStopIsCalledSoEverywhere()
    {
        RecordScript script;
        const auto stop = [&](const char *code, ErrorKind kind) {
            const auto number = script.record->begin(RecordScript::alice(), RecordScript::pausing("a"));
            script.record->failed(*number, {kind, Fault::Input, QStringLiteral("x"), {}, QLatin1String(code), {}});
        };
        stop("act.stopped-cordoned", ErrorKind::Cancelled);
        stop("session.paused", ErrorKind::Cancelled); // what became of it is not said by that
        stop("act.none", ErrorKind::NotFound);
        stop("act.left-alone", ErrorKind::Disconnected); // nobody knows
        stop("act.not-permitted", ErrorKind::Refused);   // nothing was begun
        QStringList ends;
        RecordNames names(script.place().names());
        (void)names.read();
        (void)RecordReader(script.place().record(), names).read({}, [&](const RecordedAct &act) {
            ends.append(endOf(act));
            return ends.size() < 5;
        });
        QCOMPARE(ends, (QStringList{QStringLiteral("refused (input)"), QStringLiteral("unknown (input)"),
                                    QStringLiteral("failed (input)"), QStringLiteral("failed (input)"),
                                    QStringLiteral("stopped")}));
        ActQuery stopped;
        stopped.outcomes = {ActOutcome::Stopped};
        QVERIFY2(script.acts(stopped).endsWith(QLatin1String("pause a stopped")), qPrintable(script.acts(stopped)));
    }
};

QTEST_GUILESS_MAIN(TestRefusals)
#include "tst_refusals.moc"
